using System.Globalization;
using System.Text;

namespace TradeDigest.Queries;

/// <summary>The form in which texts are compared when someone searches: without case, accents and punctuation.</summary>
public static class SearchText
{
    /// <summary>A text in one form: compatibility decomposition (NFKD, Unicode Standard Annex 15) without its marks, in lower case; letters that stand for a plain one
    /// and do not decompose (<c>ø</c>, <c>ł</c>, <c>ß</c>) as that one.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (char c in Paired(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            _ = char.ToLowerInvariant(c) switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ø' => folded.Append('o'),
                'đ' or 'ð' => folded.Append('d'),
                'þ' => folded.Append("th"),
                'ł' => folded.Append('l'),
                'ı' => folded.Append('i'),
                var other => folded.Append(other),
            };
        }

        return folded.ToString();
    }

    /// <summary>The words of a text, folded: its runs of letters and digits.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        string folded = Fold(text);
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool inWord = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i]));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The text with U+FFFD for each surrogate that stands alone, which cannot be normalized.</summary>
    private static string Paired(string text) => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
