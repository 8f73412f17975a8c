namespace TradeDigest.Summaries;

/// <summary>Whether a sentence can be read without the one before it.</summary>
internal static class SelfContained
{
    private const int FewestWords = 6;
    private const int MostWords = 80;

    /// <summary>No question, no mere quotation, no word at its head that points back, neither a scrap nor endless.</summary>
    public static bool IsSo(string sentence)
    {
        int words = SentenceWords.Count(sentence);
        string end = sentence.TrimEnd('"', '”', '’', '\'', ' ', ')');
        return words is >= FewestWords and <= MostWords
            && end is [.., not ('?' or ':' or ',')]
            && sentence[0] is not ('"' or '“' or '‘' or '«' or '„' or '\'' or '(') && !char.IsLower(sentence[0])
            && Balanced(sentence) && !SummaryLexicon.Words.PointsBack(sentence);
    }

    /// <summary>Every quotation mark that opens closes: the sentence is no piece of a longer quotation.</summary>
    private static bool Balanced(string sentence)
    {
        int curly = 0;
        int straight = 0;
        foreach (char c in sentence)
        {
            curly += c == '“' ? 1 : c == '”' ? -1 : 0;
            straight += c == '"' ? 1 : 0;
        }

        return curly == 0 && straight % 2 == 0;
    }
}
