using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>What a text claims that can be wrong: its numbers and its names. (Months and weekdays are names; days and years are numbers.)</summary>
internal static class Claims
{
    /// <summary>The numbers of a text, each with its magnitude where it has one; numbers below ten in words are no claims.</summary>
    public static IEnumerable<(decimal Value, string Text)> Numbers(string text) =>
        NumbersInText.Of(text).GroupBy(n => n.Start).Select(g => g.MaxBy(n => n.End))
            .Where(n => char.IsAsciiDigit(text[n.Start]) || n.Value >= 10)
            .Select(n => (n.Value, text[n.Start..n.End]));

    /// <summary>The words of a text that begin with a capital or hold a letter above ASCII's, possessive endings taken off.</summary>
    public static IEnumerable<string> Names(string text) => Words(text).Where(w => char.IsUpper(w[0]));

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetter(text[i]) || (start >= 0 && text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                string word = text[start..i];
                yield return word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
                start = -1;
            }
        }
    }
}
