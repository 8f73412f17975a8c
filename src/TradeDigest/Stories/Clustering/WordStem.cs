using System.Buffers;

namespace TradeDigest.Stories;

/// <summary>Takes the commonest English endings off a word, so that its forms count as one term.</summary>
/// <remarks>The first steps of Porter's algorithm (1980), which change little else: plurals, <c>-ed</c>, <c>-ing</c>, and British spellings of <c>-our</c> and <c>-ise</c>.</remarks>
internal static class WordStem
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetterLower(word[0]))
        {
            return word;
        }

        string stem = Plural(word);
        stem = stem.EndsWith("eed", StringComparison.Ordinal) ? stem
            : Without(stem, "ing") ?? Without(stem, "ed") ?? stem;
        stem = stem.EndsWith('e') && stem.Length > 4 ? stem[..^1] : stem;
        stem = stem.EndsWith("our", StringComparison.Ordinal) && stem.Length > 5 ? stem[..^3] + "or" : stem;
        stem = stem.EndsWith("is", StringComparison.Ordinal) && stem.Length > 5 ? stem[..^2] + "iz" : stem;
        return stem.EndsWith('y') && stem.Length > 3 ? stem[..^1] + "i" : stem;
    }

    private static string Plural(string word) =>
        word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^2]
        : word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) ? word
        : word.EndsWith('s') ? word[..^1]
        : word;

    private static string? Without(string word, string ending)
    {
        if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < 3)
        {
            return null;
        }

        string stem = word[..^ending.Length];
        if (stem.AsSpan().IndexOfAny(Vowels) < 0)
        {
            return null;
        }

        return stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;
    }
}
