using System.Globalization;
using System.Text;

namespace TradeDigest.Delivery;

/// <summary>The quoted-printable encoding of RFC 2045, section 6.7.</summary>
internal static class QuotedPrintable
{
    private const int LineAtMost = 76;

    /// <summary>Appends a text, encoded; its line breaks become CRLF.</summary>
    public static void Append(StringBuilder message, string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            int column = 0;
            byte[] bytes = Encoding.UTF8.GetBytes(line);
            for (int i = 0; i < bytes.Length; i++)
            {
                bool last = i == bytes.Length - 1;
                bool plain = bytes[i] is >= (byte)'!' and <= (byte)'~' and not (byte)'=' || (bytes[i] is (byte)' ' or (byte)'\t' && !last);

                // A dot that begins a line is encoded, so that no transport takes it for the end of the message.
                plain &= !(column == 0 && bytes[i] == (byte)'.');
                int width = plain ? 1 : 3;
                if (column + width > LineAtMost - (last ? 0 : 1))
                {
                    message.Append("=\r\n");
                    column = 0;
                    plain &= bytes[i] != (byte)'.';
                    width = plain ? 1 : 3;
                }

                _ = plain ? message.Append((char)bytes[i]) : message.Append(CultureInfo.InvariantCulture, $"={bytes[i]:X2}");
                column += width;
            }

            message.Append("\r\n");
        }
    }
}
