using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using TradeDigest.Digests;

namespace TradeDigest.Delivery;

/// <summary>Writes a mail as a message of RFC 5322 with RFC 2045 to 2049: <c>multipart/alternative</c>, quoted-printable, encoded words in headers.</summary>
/// <remarks>The same mail is the same message to the byte.</remarks>
public static class MimeMessage
{
    /// <summary>The type of the body.</summary>
    internal const string BodyType = "multipart/alternative";

    private const int LineAtBest = 78;

    /// <summary>The message.</summary>
    /// <exception cref="ArgumentException">An address cannot be written in ASCII.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var message = new StringBuilder();
        Header(message, "Date", DateOf(mail));
        Header(message, "From", Mailbox(mail.From));
        if (mail.To is { } to)
        {
            Header(message, "To", Mailbox(to));
        }

        Header(message, "Subject", EncodedWords(mail.Subject));
        Header(message, "Message-ID", mail.MessageId);
        Header(message, "MIME-Version", "1.0");
        foreach (var header in mail.Headers)
        {
            Header(message, header.Name, Folded(header));
        }

        Header(message, "Content-Type", $"{BodyType};\r\n boundary=\"{BoundaryOf(mail)}\"");
        return [.. Encoding.ASCII.GetBytes(message.Append("\r\n").ToString()), .. Body(mail)];
    }

    /// <summary>The body: both parts between their boundaries, the plainest first (RFC 2046, 5.1.4). All of it is ASCII, in short lines.</summary>
    internal static byte[] Body(OutgoingMail mail)
    {
        string boundary = BoundaryOf(mail);
        var body = new StringBuilder();
        Part(body, boundary, "text/plain", mail.Text);
        Part(body, boundary, "text/html", mail.Html);
        body.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(body.ToString());
    }

    /// <summary>What stands between the parts.</summary>
    internal static string BoundaryOf(OutgoingMail mail) =>
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId + mail.Text + mail.Html)))[..32];

    /// <summary>The date as a header has it (RFC 5322, 3.3).</summary>
    private static string DateOf(OutgoingMail mail) => mail.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + mail.Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static void Header(StringBuilder message, string name, string value) => message.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>A long field goes on in the next line where it has a space (RFC 5322, 2.2.3).</summary>
    private static string Folded(MailHeader header)
    {
        var folded = new StringBuilder();
        int column = header.Name.Length + 1;
        foreach (string word in header.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool breaks = folded.Length > 0 && column + 1 + word.Length > LineAtBest;
            folded.Append(folded.Length == 0 ? "" : breaks ? "\r\n " : " ").Append(word);
            column = (breaks ? 0 : column) + 1 + word.Length;
        }

        return folded.ToString();
    }

    private static void Part(StringBuilder message, string boundary, string type, string content)
    {
        message.Append("--").Append(boundary).Append("\r\n");
        Header(message, "Content-Type", type + "; charset=utf-8");
        Header(message, "Content-Transfer-Encoding", "quoted-printable");
        message.Append("\r\n");
        QuotedPrintable.Append(message, content);
    }

    private static string Mailbox(MailAddress address) =>
        address.DisplayName.Length == 0 ? AsciiAddress.Of(address) : EncodedWords(address.DisplayName, quoted: true) + " <" + AsciiAddress.Of(address) + ">";

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
}
