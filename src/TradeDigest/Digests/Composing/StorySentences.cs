using TradeDigest.Stories;
using TradeDigest.Summaries;

namespace TradeDigest.Digests;

/// <summary>Chooses the words in which a story is told: sentences of its articles' summaries, from several sources, without saying a thing twice.</summary>
internal static class StorySentences
{
    private const double SaysTheSame = 0.4;

    /// <summary>A story of two sentences is better told with a second that repeats much than with one.</summary>
    private const double SaysNearlyTheSame = 0.7;
    private const double HasItsWords = 0.7;
    private const int Longest = 320;

    /// <summary>The headline: the title that is most like all the story's titles and its earlier headline, or the most central of its summaries' headlines where none has a title.</summary>
    public static DigestSentence Headline(StoryDraft story, SourceNumbers numbers)
    {
        var titled = story.Articles.Where(a => !string.IsNullOrWhiteSpace(a.Document.Article.Title)).ToList();
        if (titled.Count > 0)
        {
            var words = titled.ConvertAll(a => ContentWords.Of(a.Document.Article.Title!));
            var all = story.Earlier is { } earlier ? words.Append(ContentWords.Of(earlier.Headline)).ToList() : words;
            int best = Enumerable.Range(0, titled.Count)
                .OrderByDescending(i => Math.Round(all.Average(other => Likeness(words[i], other)), 6))
                .ThenBy(i => titled[i].Document.Article.PublishedAt).ThenBy(i => titled[i].Document.Id, StringComparer.Ordinal).First();
            var article = titled[best];
            return new DigestSentence(HeadlineLine.Of(article.Document.Article.Title!), article.Document.Id, -1, -1, numbers.Of([article.Document.Id]));
        }

        var central = story.Articles.OrderByDescending(a => Math.Round(story.Articles.Average(
                other => Likeness(ContentWords.Of(a.Document.Summary.Headline), ContentWords.Of(other.Document.Summary.Headline))), 6))
            .ThenBy(a => a.Document.Article.PublishedAt).ThenBy(a => a.Document.Id, StringComparer.Ordinal).First();
        return new DigestSentence(HeadlineLine.Of(central.Document.Summary.Headline), central.Document.Id, -1, -1, numbers.Of([central.Document.Id]));
    }

    /// <summary>Up to <paramref name="most"/> sentences. The first is the one that says most of what all say; each further one brings facts that the ones before do
    /// not tell, in other words.</summary>
    public static List<DigestSentence> Choose(StoryDraft story, SourceNumbers numbers, int most)
    {
        var candidates = story.Articles.SelectMany(a => a.Document.Summary.Sentences.Select((s, i) => new Candidate(a, s, i, ContentWords.Of(s.Text), Told(story, a, s))))
            .Where(c => c.Sentence.Text.Length <= Longest && c.Words.Count >= 4)
            .OrderBy(c => c.Article.Document.Article.PublishedAt).ThenBy(c => c.Article.Document.Id, StringComparer.Ordinal).ThenBy(c => c.Sentence.Start).ToList();
        var spread = candidates.SelectMany(c => c.Words).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var chosen = new List<Candidate>();
        var told = new HashSet<LedgerEntry>(ReferenceEqualityComparer.Instance);
        while (chosen.Count < most)
        {
            double limit = chosen.Count < 2 ? SaysNearlyTheSame : SaysTheSame;
            var left = candidates.Where(c => !chosen.Contains(c) && chosen.TrueForAll(o => Likeness(o.Words, c.Words) < limit)).ToList();
            if (left.Count == 0)
            {
                break;
            }

            double Worth(Candidate c) => (c.Told.Count(e => !told.Contains(e)) * 0.5)
                + (c.Words.Average(w => (double)spread[w]) / candidates.Count)
                - chosen.Select(o => Likeness(o.Words, c.Words)).DefaultIfEmpty().Max()
                + (chosen.Count == 0 && c.Turn == 0 ? 2 : 0);
            var next = left.MaxBy(c => Math.Round(Worth(c), 6))!;
            chosen.Add(next);
            told.UnionWith(next.Told);
        }

        return chosen.ConvertAll(c => new DigestSentence(
            PlainText.Line(c.Sentence.Text, Longest), c.Article.Document.Id, c.Sentence.Start, c.Sentence.End, numbers.Of(Supporters(story, c).Append(c.Article.Document.Id))));
    }

    private sealed record Candidate(DigestArticle Article, SummarySentence Sentence, int Turn, IReadOnlySet<string> Words, IReadOnlyList<LedgerEntry> Told);

    /// <summary>The entries whose evidence stands in a sentence.</summary>
    private static List<LedgerEntry> Told(StoryDraft story, DigestArticle article, SummarySentence sentence) =>
        [.. story.Entries.Select(e => e.Entry).Where(e => e.Current.Reports.Any(r => r.ArticleId == article.Document.Id
            && r.Fact.Evidence.Start < sentence.End && sentence.Start < r.Fact.Evidence.End))];

    /// <summary>The articles that report every fact of a sentence and have most of its words; none where it tells no fact.</summary>
    private static IEnumerable<string> Supporters(StoryDraft story, Candidate candidate) => candidate.Told.Count == 0
        ? []
        : candidate.Told.Select(e => e.Current.Reports.Select(r => r.ArticleId)).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal))
            .Where(id => story.Articles.Any(a => a.Document.Id == id && candidate.Words.Count(ContentWords.Of(a.Text).Contains) >= candidate.Words.Count * HasItsWords));

    /// <summary>Share of the smaller set that both have.</summary>
    private static double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
}
