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

            var written = sentence.AsSpan(start, at - start);
            if (!SummaryLexicon.Words.IsCommon(written))
            {
                words.Add(Stem(written));
            }
        }

        return words;
    }

    /// <summary>Number of words of a text: runs without white space that hold a letter or digit.</summary>
    public static int Count(string text) => Articles.Cleaning.ArticleText.CountWords(text);

    private static bool IsInNumber(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    /// <summary>The word in lower case without the commonest English endings; what is left need not be a word.</summary>
    private static string Stem(ReadOnlySpan<char> written)
    {
        Span<char> word = written.Length <= 128 ? stackalloc char[written.Length] : new char[written.Length];
        written.ToLowerInvariant(word);
        return word.Length switch
        {
            > 6 when word.EndsWith("ing") => new string(word[..^3]),
            > 5 when word.EndsWith("ies") => string.Concat(word[..^3], "y"),
            > 5 when word.EndsWith("ed") => new string(word[..^2]),
            > 3 when word[^1] == 's' && word[^2] != 's' => new string(word[..^1]),
            _ => new string(word),
        };
    }
}
