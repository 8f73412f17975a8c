using System.Text;
using System.Text.RegularExpressions;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Encodings;

namespace TradeDigest.Articles.Formats;

/// <summary>Mails (EML) and mailboxes: subject, sender and date as data; the plain part as text, or the HTML part where the plain one says too little.</summary>
internal sealed partial class MailFormat(HtmlFormat html, int mostArticles)
{
    private const int DeepestPart = 8;
    private const int MostParts = 200;

    /// <summary>A plain part shorter than this, in characters, only points to the HTML part.</summary>
    private const int ShortPlain = 200;

    /// <summary>Whether a file is a mail or a mailbox: it begins with headers, of which at least two are a mail's.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)]);
        string start = head.StartsWith("From ", StringComparison.Ordinal) ? head[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..] : head;
        return Header().IsMatch(start) && KnownHeader().Count(FirstHeaders(start)) >= 2;
    }

    /// <summary>The drafts of a file's mails.</summary>
    public List<Draft> Read(ReadOnlySpan<byte> bytes) => Mails(bytes).ConvertAll(Read);

    /// <summary>The file's mails; what is read of them holds no part of the file, which need not live beside what a page unfolds into.</summary>
    private List<Mail> Mails(ReadOnlySpan<byte> bytes)
    {
        string mails = Encoding.Latin1.GetString(bytes);
        var read = new List<Mail>();
        int start = 0;
        while (start < mails.Length && read.Count < mostArticles)
        {
            if (string.CompareOrdinal(mails, start, "From ", 0, 5) == 0)
            {
                int line = mails.IndexOf('\n', start);
                start = line < 0 ? mails.Length : line + 1;
            }

            int next = mails.IndexOf("\nFrom ", start, StringComparison.Ordinal);
            bool box = next >= 0 && Fits(bytes[(next + 1)..]);
            int end = box ? next + 1 : mails.Length;
            read.Add(One(mails[start..end]));
            start = end;
        }

        return read;
    }

    private static string FirstHeaders(string head) => BlankLine().Match(head) is { Success: true, Index: var end } ? head[..end] : head;

    private static Mail One(string mail)
    {
        var headers = new MailHeaders(mail, 0, out int start);
        string? plain = null;
        string? page = null;
        int parts = 0;
        Take(headers, mail[start..], ref plain, ref page, ref parts, 0);
        return new Mail(headers, plain, page);
    }

    private Draft Read(Mail mail)
    {
        var (headers, plain, page) = mail;
        var body = plain is { } text && (page is null || text.Trim().Length >= ShortPlain) ? Forwarded(text) : page is not null ? html.Read(page) : new Draft { Blocks = [] };
        string? subject = headers["Subject"] is { } s ? Reply().Replace(s, "") : null;
        bool forwarded = headers["Subject"] is { } written && Reply().IsMatch(written);
        return body with
        {
            Title = ArticleText.Line(subject) ?? body.Title,
            Publisher = body.Publisher ?? (forwarded ? null : headers.DisplayName("From")),
            Published = body.Published ?? headers["Date"],
            Language = body.Language ?? headers["Content-Language"],
            TitleMayLead = false,
        };
    }

    /// <summary>A mail's headers and its first plain and HTML parts, where it has them.</summary>
    private sealed record Mail(MailHeaders Headers, string? Plain, string? Page);

    /// <summary>Takes the first plain and the first HTML part that are no attachments.</summary>
    private static void Take(MailHeaders headers, string body, ref string? plain, ref string? page, ref int parts, int depth)
    {
        string type = headers.Main("Content-Type");
        if (++parts > MostParts || depth > DeepestPart || headers.Main("Content-Disposition") == "attachment")
        {
            return;
        }

        if (type.StartsWith("multipart/", StringComparison.Ordinal) && headers.Parameter("Content-Type", "boundary") is { Length: > 0 } boundary)
        {
            foreach (string part in Parts(body, "--" + boundary))
            {
                var inner = new MailHeaders(part, 0, out int start);
                Take(inner, part[start..], ref plain, ref page, ref parts, depth + 1);
            }
        }
        else if (type == "message/rfc822")
        {
            var inner = new MailHeaders(body, 0, out int start);
            Take(inner, body[start..], ref plain, ref page, ref parts, depth + 1);
        }
        else if (type is "" or "text/plain" && plain is null)
        {
            plain = Text(headers, body);
        }
        else if (type == "text/html" && page is null)
        {
            page = Text(headers, body);
        }
    }

    private static string Text(MailHeaders headers, string body) =>
        TextDecoder.Decode(TransferEncoding.Decode(body, headers.Main("Content-Transfer-Encoding")), headers.Parameter("Content-Type", "charset") ?? "utf-8");

    private static IEnumerable<string> Parts(string body, string delimiter)
    {
        int at = Delimiter(body, delimiter, 0);
        for (int found = 0; at >= 0 && found < MostParts; found++)
        {
            int start = body.IndexOf('\n', at);
            if (start < 0 || string.CompareOrdinal(body, at + delimiter.Length, "--", 0, 2) == 0)
            {
                yield break;
            }

            int next = Delimiter(body, delimiter, start + 1);
            yield return body[(start + 1)..(next < 0 ? body.Length : next)];
            at = next;
        }
    }

    private static int Delimiter(string body, string delimiter, int from)
    {
        int at = body.IndexOf(delimiter, from, StringComparison.Ordinal);
        while (at > 0 && body[at - 1] != '\n')
        {
            at = body.IndexOf(delimiter, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    /// <summary>A plain part; where it forwards a mail, that mail's text and date.</summary>
    private static Draft Forwarded(string text)
    {
        var mark = ForwardMark().Match(text);
        if (!mark.Success)
        {
            return PlainTextFormat.Read(text);
        }

        var headers = new MailHeaders(text, mark.Index + mark.Length, out int start);
        return PlainTextFormat.Read(text[start..]) with { Publisher = headers.DisplayName("From"), Published = headers["Date"] ?? headers["Sent"] };
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?\S?", RegexOptions.None, 10_000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|x-[a-z-]{2,40}):", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex KnownHeader();

    [GeneratedRegex(@"\r?\n\r?\n", RegexOptions.None, 10_000)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"^\s*((re|fw|fwd|aw|wg)\s*:\s*)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Reply();

    [GeneratedRegex(@"^-{2,20} ?(forwarded message|original message|begin forwarded message) ?-{2,20}\r?\n", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ForwardMark();
}
