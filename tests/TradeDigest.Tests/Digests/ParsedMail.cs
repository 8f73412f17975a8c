using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeDigest.Tests.Digests;

/// <summary>A message as a mail client reads it: a second reading of RFC 2045 to 2047, by which the first is held.</summary>
internal sealed partial record ParsedMail(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<ParsedMail> Parts, string Body)
{
    /// <summary>Reads a message, or a part of one.</summary>
    public static ParsedMail Read(byte[] bytes) => Read(Encoding.ASCII.GetString(bytes));

    private static ParsedMail Read(string message)
    {
        int end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = message[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .ToDictionary(h => h[..h.IndexOf(':', StringComparison.Ordinal)], h => Decoded(h[(h.IndexOf(':', StringComparison.Ordinal) + 2)..]), StringComparer.OrdinalIgnoreCase);
        string body = message[(end + 4)..];
        if (Boundary().Match(headers["Content-Type"]) is { Success: true } boundary)
        {
            string[] pieces = ("\r\n" + body).Split("\r\n--" + boundary.Groups["boundary"].Value);
            Assert.Equal("--\r\n", pieces[^1]);
            return new ParsedMail(headers, [.. pieces[1..^1].Select(p => Read(p[2..]))], "");
        }

        Assert.Equal("quoted-printable", headers["Content-Transfer-Encoding"]);
        return new ParsedMail(headers, [], QuotedPrintable(body));
    }

    private static string Decoded(string header) => EncodedWord().Replace(
        Between().Replace(header, "?=${next}"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["word"].Value)));

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        string joined = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (int i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)joined[i]);
            }
        }

        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
    }

    [GeneratedRegex("boundary=\"(?<boundary>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<word>[A-Za-z0-9+/=]*)\?=", RegexOptions.NonBacktracking)]
    private static partial Regex EncodedWord();

    /// <summary>White space between two encoded words is not shown (RFC 2047, 6.2).</summary>
    [GeneratedRegex(@"\?= +(?<next>=\?utf-8)", RegexOptions.NonBacktracking)]
    private static partial Regex Between();
}
