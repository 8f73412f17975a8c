using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace TradeDigest.Digests;

/// <summary>Writes a digest as a message of RFC 5322 with RFC 2045 to 2049: <c>multipart/alternative</c>, quoted-printable, encoded words in headers.</summary>
/// <remarks>The same digest to the same recipient is the same message to the byte, so that sending it twice can be recognised.</remarks>
internal static class MimeMessage
{
    /// <summary>The message.</summary>
    /// <exception cref="ArgumentException">The envelope holds an address that is none.</exception>
    public static byte[] Write(Digest digest, MailEnvelope envelope, DigestLinks links, string text, string html)
    {
        var from = Address(envelope.From);
        string id = "digest." + digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (envelope.Recipient is { } r ? "." + Hash(r)[..16] : "");
        string boundary = "=_" + Hash(id + text + html)[..32];
        var message = new StringBuilder();
        Header(message, "Date", digest.To.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + digest.To.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Header(message, "From", Mailbox(from));
        if (envelope.To.Count > 0)
        {
            Header(message, "To", string.Join(",\r\n ", envelope.To.Select(to => Mailbox(Address(to)))));
        }

        Header(message, "Subject", EncodedWords(digest.Subject));
        Header(message, "Message-ID", "<" + id + "@" + from.Host + ">");
        Header(message, "MIME-Version", "1.0");
        Header(message, "Auto-Submitted", "auto-generated");
        if (links.Unsubscribe is { } unsubscribe)
        {
            string mailbox = envelope.UnsubscribeMailbox is { } box ? ",\r\n <mailto:" + Address(box).Address + "?subject=unsubscribe>" : "";
            Header(message, "List-Unsubscribe", "<" + unsubscribe.AbsoluteUri + ">" + mailbox);
            Header(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Header(message, "Content-Language", "en");
        Header(message, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
        Part(message, boundary, "text/plain", text);
        Part(message, boundary, "text/html", html);
        message.Append("\r\n--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    private static void Header(StringBuilder message, string name, string value) => message.Append(name).Append(": ").Append(value).Append("\r\n");

    private static void Part(StringBuilder message, string boundary, string type, string content)
    {
        message.Append("\r\n--").Append(boundary).Append("\r\n");
        Header(message, "Content-Type", type + "; charset=utf-8");
        Header(message, "Content-Transfer-Encoding", "quoted-printable");
        message.Append("\r\n");
        QuotedPrintable.Append(message, content);
    }

    private static MailAddress Address(string address) =>
        address.AsSpan().IndexOfAny('\r', '\n') < 0 && MailAddress.TryCreate(address, out var parsed) && parsed.Address.All(char.IsAscii)
            ? parsed
            : throw new ArgumentException($"'{PlainText.Line(address, 80)}' is no mail address of ASCII characters; correct it in the settings.", nameof(address));

    private static string Mailbox(MailAddress address) =>
        address.DisplayName.Length == 0 ? address.Address : EncodedWords(address.DisplayName, quoted: true) + " <" + address.Address + ">";

    /// <summary>A header's text as RFC 2047 has it; plain ASCII stays, quoted where it is a name. Line breaks cannot get into a header.</summary>
    private static string EncodedWords(string text, bool quoted = false)
    {
        string line = PlainText.Line(text, 400);
        if (line.All(c => c is >= ' ' and <= '~') && line.Length <= 60 && !line.Contains("=?", StringComparison.Ordinal))
        {
            return quoted ? "\"" + line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"" : line;
        }

        const int BytesOfWord = 45;
        var words = new List<string>();
        var word = new List<byte>();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            int length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > BytesOfWord)
            {
                words.Add(Encoded(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        words.Add(Encoded(word));
        return string.Join("\r\n ", words);
    }

    private static string Encoded(List<byte> word) => "=?utf-8?B?" + Convert.ToBase64String([.. word]) + "?=";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
