using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Chooses the words in which a story is told: sentences of its articles' summaries, from several sources, without saying a thing twice.</summary>
internal static class StorySentences
{
    private const double SaysTheSame = 0.45;
    private const int Longest = 320;

    /// <summary>The headline: the title that is most like all the story's titles, or the best sentence where none has a title.</summary>
    public static DigestSentence Headline(StoryDraft story, SourceNumbers numbers)
    {
        var titled = story.Articles.Where(a => !string.IsNullOrWhiteSpace(a.Document.Article.Title)).ToList();
        if (titled.Count > 0)
        {
            var words = titled.ConvertAll(a => ContentWords.Of(a.Document.Article.Title!));
            int best = Enumerable.Range(0, titled.Count)
                .OrderByDescending(i => Math.Round(words.Average(other => Likeness(words[i], other)), 6))
                .ThenBy(i => titled[i].Document.Article.PublishedAt).ThenBy(i => titled[i].Document.Id, StringComparer.Ordinal).First();
            var article = titled[best];
            return new DigestSentence(PlainText.Line(article.Document.Article.Title!, 140), article.Document.Id, -1, -1, numbers.Of([article.Document.Id]));
        }

        foreach (var article in story.Articles)
        {
            if (article.Document.Summary.Sentences.Count > 0)
            {
                var sentence = article.Document.Summary.Sentences[0];
                return new DigestSentence(PlainText.Line(sentence.Text, 140), article.Document.Id, sentence.Start, sentence.End, numbers.Of([article.Document.Id]));
            }
        }

        var first = story.Articles[0];
        return new DigestSentence(PlainText.Line(first.Text, 140), first.Document.Id, 0, first.Text.Length, numbers.Of([first.Document.Id]));
    }

    /// <summary>Up to <paramref name="most"/> sentences: each brings what the ones before do not say; sources take turns.</summary>
    public static List<DigestSentence> Choose(StoryDraft story, SourceNumbers numbers, int most)
    {
        var candidates = story.Articles
            .SelectMany(a => a.Document.Summary.Sentences.Select((s, i) => (Article: a, Sentence: s, Turn: i, Words: ContentWords.Of(s.Text))))
            .Where(c => c.Sentence.Text.Length <= Longest && c.Words.Count >= 4).ToList();
        var centre = candidates.SelectMany(c => c.Words).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var ordered = candidates.OrderBy(c => c.Turn)
            .ThenByDescending(c => Math.Round(c.Words.Average(w => (double)centre[w]), 6))
            .ThenBy(c => c.Article.Document.Id, StringComparer.Ordinal).ThenBy(c => c.Sentence.Start);
        var chosen = new List<(DigestArticle Article, Summaries.SummarySentence Sentence, int Turn, IReadOnlySet<string> Words)>();
        foreach (var candidate in ordered)
        {
            if (chosen.Count < most && chosen.TrueForAll(c => Likeness(c.Words, candidate.Words) < SaysTheSame))
            {
                chosen.Add(candidate);
            }
        }

        return [.. chosen.Select(c => new DigestSentence(
            PlainText.Line(c.Sentence.Text, Longest), c.Article.Document.Id, c.Sentence.Start, c.Sentence.End,
            numbers.Of([c.Article.Document.Id])))];
    }

    /// <summary>Share of the smaller set that both have.</summary>
    private static double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
}
