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
        var ranked = _sentences.Rank(text, title, facts ?? []);
        var chosen = _sentences.Choose(ranked, length);
        return new Summary(title ?? Headline(ranked), [.. chosen.OrderBy(c => c.Span.Start).Select(c => new SummarySentence(c.Text, c.Span.Start, c.Span.End))]);
    }

    /// <summary>The best sentence, cut; where it cannot be cut to a headline's length, the first of the next best that can.</summary>
    private string Headline(List<SentenceCandidate> ranked)
    {
        string? best = null;
        foreach (var sentence in _sentences.Choose(ranked, ForHeadline))
        {
            string line = HeadlineCutter.Cut(sentence.Text);
            if (line.Length <= HeadlineCutter.Bearable)
            {
                return line;
            }

            best ??= line;
        }

        return best ?? "";
    }
}
