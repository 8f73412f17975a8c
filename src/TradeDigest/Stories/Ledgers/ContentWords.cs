using System.Collections.Frozen;

namespace TradeDigest.Stories;

/// <summary>The words of a phrase that tell what it is about, as stems.</summary>
internal static class ContentWords
{
    private static readonly FrozenSet<string> Empty =
        "a an the of on in for to from and or with by at as its their his her our this that these those all any some new own".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of <paramref name="text"/>; both spellings of “licence” are one.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '’');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                string word = text[start..i].Trim('\'', '’').ToLowerInvariant();
                word = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
                if (word.Length > 0 && !Empty.Contains(word))
                {
                    stems.Add(WordStem.Of(word).Replace("licenc", "licens", StringComparison.Ordinal));
                }

                start = -1;
            }
        }

        return stems;
    }
}
