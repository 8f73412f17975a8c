using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>Summarises by choosing whole sentences of the text; the same text always gives the same summary.</summary>
/// <param name="weights">What counts for how much; null for the default.</param>
public sealed class ExtractiveSummarizer(SummaryWeights? weights = null)
{
    private static readonly SummaryLength ForHeadline = SummaryLength.OfSentences(3);

    private readonly SentenceSelector _sentences = new(weights ?? new SummaryWeights());

    /// <summary>The summary of one article.</summary>
    /// <param name="text">The article's text with its sentences.</param>
    /// <param name="title">Its title; null for none, and the headline is taken from its best sentence.</param>
    /// <param name="length">How long it is to be.</param>
    /// <param name="facts">Where the evidence of its facts stands, if known: sentences that bear facts weigh more.</param>
    /// <returns>Its sentences in the order of the text; none where the text holds no sentence at all.</returns>
    public Summary Summarize(AnnotatedText text, string? title, SummaryLength length, IReadOnlyList<TextSpan>? facts = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(length);
        var candidates = SentenceCandidate.Of(text, facts ?? []);
        var chosen = _sentences.Choose(candidates, title, length);
        return new Summary(title ?? Headline(candidates), [.. chosen.OrderBy(c => c.Span.Start).Select(c => new SummarySentence(c.Text, c.Span.Start, c.Span.End))]);
    }

    /// <summary>The best sentence, cut; where it cannot be cut to a headline's length, the first of the next best that can.</summary>
    private string Headline(IReadOnlyList<SentenceCandidate> candidates)
    {
        var lines = _sentences.Choose(candidates, null, ForHeadline).ConvertAll(c => HeadlineCutter.Cut(c.Text));
        return lines.Find(l => l.Length <= HeadlineCutter.Bearable) ?? (lines is [var best, ..] ? best : "");
    }
}
