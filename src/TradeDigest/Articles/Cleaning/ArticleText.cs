using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Cleaning;

/// <summary>The form in which an article's text is kept, and its id.</summary>
internal static class ArticleText
{
    private const int LongestLine = 1000;

    /// <summary>The blocks as one text: a blank line between blocks, each item of a list on a line that begins with <c>- </c>.</summary>
    public static string Join(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        for (int i = 0; i < blocks.Count; i++)
        {
            bool item = blocks[i].Kind == BlockKind.ListItem;
            if (i > 0)
            {
                text.Append(item && blocks[i - 1].Kind == BlockKind.ListItem ? "\n" : "\n\n");
            }

            text.Append(item ? "- " : "").Append(blocks[i].Text);
        }

        return text.ToString();
    }

    /// <summary>One line of text: NFC, white space folded to single spaces, invisible and control characters left out;
    /// unpaired surrogates become U+FFFD.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool gap = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (IsInvisible(c))
            {
                continue;
            }

            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }

            if (!char.IsSurrogate(c))
            {
                folded.Append(c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                folded.Append(c).Append(text[++i]);
            }
            else
            {
                folded.Append('\uFFFD');
            }
        }

        string line = folded.ToString();
        return line.IsNormalized(NormalizationForm.FormC) ? line : line.Normalize(NormalizationForm.FormC);
    }

    /// <summary>A datum of one line (a title, a name): folded; null where nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string line = Fold(text.Length > LongestLine ? text[..LongestLine] : text);
        return line.Length > 0 ? line : null;
    }

    /// <summary>The beginning of a text, for a message.</summary>
    public static string Shorten(string text) => Fold(text) is { Length: > 60 } line ? line[..60] + "…" : Fold(text);

    /// <summary>Whether a text holds at least one letter.</summary>
    public static bool HasWords(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '@') >= 0 && text.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>Runs of characters without white space that hold a letter or digit; of scripts without spaces each character.</summary>
    public static int CountWords(string text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            if (IsIdeograph(c))
            {
                words++;
                inWord = false;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (!inWord && char.IsLetterOrDigit(c))
            {
                words++;
                inWord = true;
            }
        }

        return words;
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the text's words.</summary>
    /// <remarks>So that one text has one id however a file writes it, the text is normalised first: compatibility forms are
    /// resolved (NFKC), and only letters, digits and the signs that bear meaning (<c>% $ € £ ¥ + - .</c> beside a digit) remain,
    /// with one space where others stood. Case is kept.</remarks>
    public static string IdOf(string text)
    {
        string form = text.Normalize(NormalizationForm.FormKC);
        var normal = new StringBuilder(form.Length);
        bool gap = false;
        for (int i = 0; i < form.Length; i++)
        {
            char c = form[i];
            bool beforeDigit = i + 1 < form.Length && char.IsDigit(form[i + 1]);
            bool afterDigit = i > 0 && char.IsDigit(form[i - 1]);
            bool keeps = char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || (char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol) || (c == '%' && afterDigit)
                || (c is '.' or ',' && beforeDigit && afterDigit) || (c is '+' or '-' or '−' && beforeDigit && !afterDigit);
            if (!keeps)
            {
                gap = normal.Length > 0;
                continue;
            }

            if (gap)
            {
                normal.Append(' ');
                gap = false;
            }

            normal.Append(c == '−' ? '-' : c);
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(normal.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u00AD' or '\uFEFF'
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');
}
