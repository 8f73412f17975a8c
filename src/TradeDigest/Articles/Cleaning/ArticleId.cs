using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TradeDigest.Articles.Cleaning;

/// <summary>The id of an article, which is taken from its words.</summary>
internal static class ArticleId
{
    /// <summary>How many characters are normalised at a time: compatibility forms may unfold to eighteen times their length.</summary>
    private const int Piece = 8192;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the text's words.</summary>
    /// <remarks>So that one text has one id however a file writes it, the text is normalised first: compatibility forms are
    /// resolved (NFKC), and only letters, digits and the signs that bear meaning (<c>% $ € £ ¥ + - .</c> beside a digit) remain,
    /// with one space where others stood. Case is kept.</remarks>
    public static string Of(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var normal = new StringBuilder();
        bool begun = false;
        bool gap = false;
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = PieceEnd(text, start);
            Normalize(text[start..end].Normalize(NormalizationForm.FormKC), normal, ref begun, ref gap);
            hash.AppendData(Encoding.UTF8.GetBytes(normal.ToString()));
            normal.Clear();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>The end of a piece: before white space, across which nothing composes; where there is none, between whole characters.</summary>
    private static int PieceEnd(string text, int start)
    {
        int end = Math.Min(text.Length, start + Piece);
        int most = Math.Min(text.Length, start + (2 * Piece));
        while (end < most && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }

    private static void Normalize(string form, StringBuilder normal, ref bool begun, ref bool gap)
    {
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
                gap = begun;
                continue;
            }

            if (gap)
            {
                normal.Append(' ');
                gap = false;
            }

            normal.Append(c == '−' ? '-' : c);
            begun = true;
        }
    }
}
