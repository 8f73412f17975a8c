using System.Text;

namespace TradeDigest.Articles.Formats;

/// <summary>The encodings of RFC 2045 that carry bytes in mail.</summary>
internal static class TransferEncoding
{
    /// <summary>The bytes of a body.</summary>
    public static byte[] Decode(string body, string encoding) => encoding switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    /// <summary>Base64; characters outside its alphabet are passed over, a broken end is left out.</summary>
    public static byte[] Base64(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
            {
                clean.Append(c);
            }
        }

        int whole = clean.Length % 4 == 1 ? clean.Length - 1 : clean.Length;
        return Convert.FromBase64String(clean.ToString(0, whole).PadRight((whole + 3) / 4 * 4, '='));
    }

    /// <summary>Quoted-printable; what is no valid escape stands for itself.</summary>
    public static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (text[i] == '=' && i + 1 < text.Length && text[i + 1] is '\r' or '\n')
            {
                i += text[i + 1] == '\r' && i + 2 < text.Length && text[i + 2] == '\n' ? 2 : 1;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }
}
