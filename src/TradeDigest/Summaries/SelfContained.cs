using System.Collections.Frozen;

namespace TradeDigest.Summaries;

/// <summary>Whether a sentence can be read without the one before it.</summary>
internal static class SelfContained
{
    private const int FewestWords = 6;
    private const int MostWords = 80;

    // Words that point back at the sentence before, at the head of a sentence.
    private static readonly FrozenSet<string> Backward = (
        "he she it they him her them his its their this that these those such both neither either another others "
        + "but and or so yet nor then thus hence therefore however meanwhile moreover furthermore besides instead nevertheless nonetheless still also likewise otherwise "
        + "conversely similarly consequently accordingly additionally earlier later afterwards there here one who which what why how we i you our my your").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> WordEnds = System.Buffers.SearchValues.Create(" ,;:—–");

    /// <summary>No question, no mere quotation, no word at its head that points back, neither a scrap nor endless.</summary>
    public static bool IsSo(string sentence, bool startsParagraph)
    {
        int words = SentenceWords.Count(sentence);
        string trimmed = sentence.TrimEnd('"', '”', '’', '\'', ' ');
        if (words is < FewestWords or > MostWords || trimmed.Length == 0 || trimmed[^1] is '?' or ':' || sentence[0] is '"' or '“' or '‘' or '«' || char.IsLower(sentence[0]))
        {
            return false;
        }

        int end = sentence.AsSpan().IndexOfAny(WordEnds);
        string first = end > 0 ? sentence[..end] : sentence;
        return !Backward.Contains(first) || (startsParagraph && first is "One" or "There");
    }
}
