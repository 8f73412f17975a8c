using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Lets through only what is traced: every number, date, name and quotation of a digest stands in the facts it rests on, or in the words it quotes.
/// What does not is left out (fail closed), and listed.</summary>
public sealed class DigestGate
{
    private readonly IReadOnlyDictionary<string, DigestArticle> _articles;
    private readonly ICollection<StoppedStatement> _stopped;
    private readonly HashSet<(string Article, int Start, int End, string Text)> _told = [];

    /// <summary>A gate over the articles of the day and the reports of earlier digests.</summary>
    /// <param name="articles">The day's articles by id.</param>
    /// <param name="earlier">What earlier digests left: their reports passed the gate when their articles were at hand.</param>
    /// <param name="stopped">Where to list what is left out.</param>
    public DigestGate(IReadOnlyDictionary<string, DigestArticle> articles, StoryArchive earlier, ICollection<StoppedStatement> stopped)
    {
        (_articles, _stopped) = (articles, stopped);
        foreach (var report in earlier.Stories.SelectMany(s => s.Reports))
        {
            _told.Add((report.ArticleId, report.Fact.Evidence.Start, report.Fact.Evidence.End, report.Fact.Evidence.Text));
        }
    }

    /// <summary>The digest with only those statements that are traced.</summary>
    public Digest Statements(Digest digest) => digest with
    {
        Stories = [.. digest.Stories.Select(Story)],
        Briefs = [.. digest.Briefs.Where(b => Passes("headline", b.Headline.Text, HeadlineUntraced(b.Headline), b.Headline.ArticleId))],
        Deadlines = [.. digest.Deadlines.Where(d => Passes("deadline", d.What + ", " + d.When, DeadlineUntraced(d, digest.Date), Article(d.Evidence)))],
    };

    /// <summary>The digest with a subject and preheader that are traced: one that is not is replaced by the plain date.</summary>
    public Digest Opening(Digest digest)
    {
        var grounds = new Grounds().Date(PartialDate.From(digest.Date)).Date(PartialDate.From(DateOnly.FromDateTime(digest.From.DateTime)));
        foreach (var story in digest.Stories)
        {
            grounds.Facts(story.Facts.SelectMany(f => f.Evidence)).Facts(story.Differences.SelectMany(d => d.Values).SelectMany(v => v.Evidence)).Text(story.Headline.Text);
        }

        foreach (var deadline in digest.Deadlines)
        {
            grounds.Facts(deadline.Evidence).Number(deadline.Days);
        }

        foreach (int count in OpeningLines.Counts(digest))
        {
            grounds.Number(count);
        }

        return digest with
        {
            Subject = Passes("subject", digest.Subject, grounds.Untraced(digest.Subject, OpeningLines.OwnWords), null) ? digest.Subject : OpeningLines.PlainSubject(digest),
            Preheader = Passes("preheader", digest.Preheader, grounds.Untraced(digest.Preheader, OpeningLines.OwnWords), null) ? digest.Preheader : OpeningLines.PlainPreheader(digest),
        };
    }

    private DigestStory Story(DigestStory story) => story with
    {
        Headline = Passes("headline", story.Headline.Text, HeadlineUntraced(story.Headline), story.Headline.ArticleId)
            ? story.Headline
            : story.Headline with { Text = "A story of " + Wording.Count(story.Sources.Count, "article") },
        Sentences = [.. story.Sentences.Where(s => Passes("sentence", s.Text, SentenceUntraced(s), s.ArticleId))],
        Facts = [.. story.Facts.Where(f => Passes("row", f.Label + ": " + f.Value + " " + f.Status, RowUntraced(f), Article(f.Evidence)))],
        Differences = [.. story.Differences.Where(d => Passes("difference", d.Label + ": " + string.Join(", ", d.Values.Select(v => v.Value)), DifferenceUntraced(d), Article([.. d.Values.SelectMany(v => v.Evidence)])))],
        Quotes = [.. story.Quotes.Where(q => Passes("quote", q.Text, QuoteUntraced(q), q.Evidence.ArticleId))],
        Delegations = [.. story.Delegations.Select(d => d with { People = [.. d.People.Where(p => Passes("person", p.Name, PersonUntraced(p), p.Evidence.ArticleId))] })
            .Where(d => d.People.Count > 0)],
        Timeline = [.. story.Timeline.Where(e => Passes("timeline", e.When + ": " + e.What, EventUntraced(e), Article(e.Evidence)))],
    };

    private bool Passes(string stage, string text, string? untraced, string? articleId)
    {
        if (untraced is not null)
        {
            _stopped.Add(new StoppedStatement(stage, text, untraced, articleId));
        }

        return untraced is null;
    }

    private static string? Article(IReadOnlyList<DigestEvidence> evidence) => evidence.Count > 0 ? evidence[0].ArticleId : null;

    private string? HeadlineUntraced(DigestSentence headline)
    {
        if (headline.Start >= 0)
        {
            return SentenceUntraced(headline);
        }

        if (!_articles.TryGetValue(headline.ArticleId, out var article))
        {
            return headline.Text;
        }

        string? title = article.Document.Article.Title;
        return title is not null && HeadlineLine.Of(title) == headline.Text
            ? null
            : new Grounds().Text(article.Text).Untraced(headline.Text, headline.Text[..LeadingLetters(headline.Text)]);
    }

    /// <summary>Words of the article are traced as they are; a model's words by the numbers, names and quotations in them.</summary>
    private string? SentenceUntraced(DigestSentence sentence)
    {
        if (!_articles.TryGetValue(sentence.ArticleId, out var article) || sentence.Start < 0 || sentence.End > article.Text.Length || sentence.Start >= sentence.End)
        {
            return sentence.Text;
        }

        string span = article.Text[sentence.Start..sentence.End];
        string line = PlainText.Line(span, int.MaxValue / 2);
        if (line == sentence.Text || (sentence.Text.EndsWith('…') && line.StartsWith(sentence.Text[..^1], StringComparison.Ordinal)))
        {
            return null;
        }

        return QuotedRuns.Of(sentence.Text).FirstOrDefault(q => !line.Contains(q, StringComparison.Ordinal))
            ?? new Grounds().Text(span).Untraced(sentence.Text, sentence.Text[..LeadingLetters(sentence.Text)]);
    }

    /// <summary>The length of a text's first word, which has a capital without being a name.</summary>
    private static int LeadingLetters(string text) => text.TakeWhile(char.IsLetter).Count();

    private string? RowUntraced(DigestFact row)
    {
        var grounds = new Grounds().Facts(row.Evidence);
        string? untraced = EvidenceUntraced(row.Evidence) ?? grounds.Untraced(row.Label, OpeningLines.OwnWords) ?? grounds.Untraced(row.Value, OpeningLines.OwnWords);
        return untraced ?? (row.Bar is { } bar ? grounds.Untraced(Wording.Number(bar)) : null) ?? StatusUntraced(row, grounds);
    }

    /// <summary>A status names counts and, of a changed fact, the value before, which an earlier digest reported.</summary>
    private string? StatusUntraced(DigestFact row, Grounds grounds)
    {
        grounds.Number(row.IndependentSources);
        if (row.Before is { } before)
        {
            if (!IsTold(before))
            {
                return before.Text;
            }

            grounds.Fact(before.Fact);
        }

        if (row.BeforeDate is { } date)
        {
            grounds.Date(PartialDate.From(date));
        }

        return grounds.Untraced(row.Status, OpeningLines.OwnWords);
    }

    private string? DifferenceUntraced(DigestDifference difference)
    {
        var all = difference.Values.SelectMany(v => v.Evidence).ToList();
        return EvidenceUntraced(all) ?? new Grounds().Facts(all).Untraced(difference.Label, OpeningLines.OwnWords)
            ?? difference.Values.Select(v => new Grounds().Facts(v.Evidence).Untraced(v.Value, OpeningLines.OwnWords)).FirstOrDefault(u => u is not null);
    }

    private string? QuoteUntraced(DigestQuote quote)
    {
        var grounds = new Grounds().Fact(quote.Evidence.Fact).Text(quote.Evidence.Fact is Facts.QuoteFact { Role: { } role } ? role : "");
        return EvidenceUntraced([quote.Evidence])
            ?? (_articles.TryGetValue(quote.Evidence.ArticleId, out var article) && !PlainText.Line(article.Text, int.MaxValue / 2).Contains(quote.Text.TrimEnd('…'), StringComparison.Ordinal) ? quote.Text : null)
            ?? grounds.Untraced(quote.Speaker ?? "") ?? grounds.Untraced(quote.Role ?? "");
    }

    private string? PersonUntraced(DigestPerson person)
    {
        var grounds = new Grounds().Fact(person.Evidence.Fact);
        return EvidenceUntraced([person.Evidence]) ?? grounds.Untraced(person.Name) ?? grounds.Untraced(person.Role ?? "");
    }

    private string? EventUntraced(DigestEvent happening)
    {
        var grounds = new Grounds().Facts(happening.Evidence);
        return EvidenceUntraced(happening.Evidence) ?? grounds.Untraced(happening.When) ?? grounds.Untraced(happening.What, OpeningLines.OwnWords);
    }

    private string? DeadlineUntraced(DigestDeadline deadline, DateOnly today)
    {
        if (!PartialDate.TryParse(deadline.Date, out var date) || Wording.Date(date) != deadline.When)
        {
            return deadline.When;
        }

        int days = date.Last.DayNumber - today.DayNumber;
        if (deadline.Days != days || deadline.Countdown != Wording.Countdown(days, date.Day == 0))
        {
            return deadline.Countdown;
        }

        var grounds = new Grounds().Facts(deadline.Evidence);
        return EvidenceUntraced(deadline.Evidence) ?? grounds.Untraced(deadline.When) ?? grounds.Untraced(Phrases.Deadline(deadline));
    }

    /// <summary>Evidence stands in the article, or, of an article of an earlier digest, in that digest's reports.</summary>
    private string? EvidenceUntraced(IReadOnlyList<DigestEvidence> evidence) =>
        evidence.Count == 0 ? "no evidence" : evidence.FirstOrDefault(e => !Stands(e))?.Text;

    private bool Stands(DigestEvidence evidence) => _articles.TryGetValue(evidence.ArticleId, out var article)
        ? evidence.Start >= 0 && evidence.End <= article.Text.Length && evidence.Start < evidence.End
            && article.Text.AsSpan(evidence.Start, evidence.End - evidence.Start).SequenceEqual(evidence.Text)
        : IsTold(evidence);

    private bool IsTold(DigestEvidence evidence) => _told.Contains((evidence.ArticleId, evidence.Start, evidence.End, evidence.Text));
}
