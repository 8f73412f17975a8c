namespace TradeDigest.Summaries;

/// <summary>The content words of a sentence, by which sentences are compared: lower case, without the words that all texts share,
/// cut to a common stem (<c>tariffs</c>, <c>tariff</c>).</summary>
internal static class SentenceWords
{
    /// <summary>The content words of <paramref name="sentence"/>, in order, with repetitions.</summary>
    public static List<string> Of(string sentence)
    {
        var words = new List<string>();
        int at = 0;
        while (at < sentence.Length)
        {
            if (!char.IsLetterOrDigit(sentence[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < sentence.Length && (char.IsLetterOrDigit(sentence[at]) || (sentence[at] is '.' or ',' && IsInNumber(sentence, at))))
            {
                at++;
            }

            string word = sentence[start..at].ToLowerInvariant();
            if (!SummaryLexicon.Words.IsCommon(word))
            {
                words.Add(Stem(word));
            }
        }

        return words;
    }

    /// <summary>Number of words of a text: runs without white space that hold a letter or digit.</summary>
    public static int Count(string text) => Articles.Cleaning.ArticleText.CountWords(text);

    private static bool IsInNumber(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    /// <summary>Takes the commonest English endings off; what is left need not be a word.</summary>
    private static string Stem(string word) => word.Length switch
    {
        > 6 when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        > 5 when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        > 5 when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
        > 3 when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };
}
