namespace TradeDigest.Summaries;

/// <summary>Whether a sentence can be read without the one before it.</summary>
internal static class SelfContained
{
    private const int FewestWords = 6;
    private const int MostWords = 80;

    /// <summary>No question, no mere quotation, no word at its head that points back, neither a scrap nor endless.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="words">Number of its words.</param>
    public static bool IsSo(ReadOnlySpan<char> sentence, int words)
    {
        var end = sentence.TrimEnd("\"”’' )");
        return words is >= FewestWords and <= MostWords
            && end is [.., not ('?' or ':' or ',')]
            && sentence[0] is not ('"' or '“' or '‘' or '«' or '„' or '\'' or '(') && !char.IsLower(sentence[0])
            && Balanced(sentence) && !SummaryLexicon.Words.PointsBack(sentence);
    }

    /// <summary>Every quotation mark that opens closes: the sentence is no piece of a longer quotation.</summary>
    private static bool Balanced(ReadOnlySpan<char> sentence) => sentence.Count('“') == sentence.Count('”') && sentence.Count('"') % 2 == 0;
}
