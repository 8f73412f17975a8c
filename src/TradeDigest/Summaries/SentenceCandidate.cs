using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>A sentence that may stand in a summary, with what speaks for and against it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Span">Its place.</param>
/// <param name="Index">Its number among the text's sentences of running text.</param>
/// <param name="Words">Number of its words.</param>
/// <param name="Content">Its content words, stemmed.</param>
/// <param name="Facts">How many facts it bears.</param>
/// <param name="StandsAlone">Whether it can be understood without the sentences around it.</param>
internal sealed record SentenceCandidate(string Text, TextSpan Span, int Index, int Words, HashSet<string> Content, int Facts, bool StandsAlone)
{
    /// <summary>All sentences of running text; those that stand alone are marked.</summary>
    public static List<SentenceCandidate> Of(AnnotatedText text, IReadOnlyList<TextSpan> facts)
    {
        var candidates = new List<SentenceCandidate>();
        var ordered = facts.OrderBy(f => f.Start).ToList();
        int behind = 0;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Kind == SentenceKind.Prose)
            {
                string words = text.Words(sentence.Span);
                while (behind < ordered.Count && ordered[behind].End <= sentence.Span.Start)
                {
                    behind++;
                }

                int borne = ordered.Skip(behind).TakeWhile(f => f.Start < sentence.Span.End).Count(f => f.Overlaps(sentence.Span));
                candidates.Add(Of(words, sentence.Span, candidates.Count, borne, isQuoted: text.Quotes.Any(q => q.Outer.Contains(sentence.Span))));
            }
        }

        return candidates;
    }

    /// <summary>A sentence given by itself.</summary>
    public static SentenceCandidate Of(string words, TextSpan span, int index, int facts, bool isQuoted) => new(
        words, span, index, SentenceWords.Count(words), SentenceWords.Of(words).ToHashSet(StringComparer.Ordinal), facts,
        !isQuoted && SelfContained.IsSo(words));
}
