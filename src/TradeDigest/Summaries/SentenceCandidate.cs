using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>A sentence that may stand in a summary, with what speaks for and against it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Span">Its place.</param>
/// <param name="Index">Its number among the text's sentences of running text.</param>
/// <param name="Words">Number of its words.</param>
/// <param name="Content">Its content words by their numbers in the text's <see cref="SentenceWords"/>, each once, ascending.</param>
/// <param name="Facts">How many facts it bears.</param>
/// <param name="StandsAlone">Whether it can be understood without the sentences around it.</param>
internal sealed record SentenceCandidate(string Text, TextSpan Span, int Index, int Words, int[] Content, int Facts, bool StandsAlone)
{
    /// <summary>All sentences of running text; those that stand alone are marked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="facts">Where the evidence of its facts stands.</param>
    /// <param name="contents">The words of the text, to which its content words are added.</param>
    public static List<SentenceCandidate> Of(AnnotatedText text, IReadOnlyList<TextSpan> facts, SentenceWords contents)
    {
        var candidates = new List<SentenceCandidate>(text.Sentences.Count);
        List<TextSpan> ordered = [.. facts.OrderBy(f => f.Start)];
        int behind = 0, quote = 0;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Kind != SentenceKind.Prose)
            {
                continue;
            }

            var span = sentence.Span;
            while (behind < ordered.Count && ordered[behind].End <= span.Start)
            {
                behind++;
            }

            while (quote < text.Quotes.Count && text.Quotes[quote].Outer.End < span.End)
            {
                quote++;
            }

            string written = text.Words(span);
            int words = SentenceWords.CountIn(written);
            bool isQuoted = quote < text.Quotes.Count && text.Quotes[quote].Outer.Contains(span);
            candidates.Add(new(written, span, candidates.Count, words, contents.Of(written), Borne(ordered, behind, span), !isQuoted && SelfContained.IsSo(written, words)));
        }

        return candidates;
    }

    /// <summary>How many of the facts, which are ordered by their beginnings, overlap a sentence.</summary>
    private static int Borne(List<TextSpan> facts, int from, TextSpan sentence)
    {
        int borne = 0;
        for (int i = from; i < facts.Count && facts[i].Start < sentence.End; i++)
        {
            borne += facts[i].Overlaps(sentence) ? 1 : 0;
        }

        return borne;
    }
}
