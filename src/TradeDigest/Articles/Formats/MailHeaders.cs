using System.Text;
using System.Text.RegularExpressions;
using TradeDigest.Articles.Encodings;

namespace TradeDigest.Articles.Formats;

/// <summary>The headers of a mail or of a part of one (RFC 5322, RFC 2045, RFC 2047).</summary>
internal sealed partial class MailHeaders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads headers up to the first empty line.</summary>
    /// <param name="mail">The mail, a character for each byte.</param>
    /// <param name="start">Where the headers begin.</param>
    /// <param name="bodyStart">Where the body begins.</param>
    public MailHeaders(string mail, int start, out int bodyStart)
    {
        string? name = null;
        int at = start;
        while (at < mail.Length)
        {
            int end = mail.IndexOf('\n', at);
            end = end < 0 ? mail.Length : end;
            var line = mail.AsSpan(at, end - at).TrimEnd('\r');
            at = Math.Min(mail.Length, end + 1);
            if (line.IsEmpty)
            {
                break;
            }

            int colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' && name is not null)
            {
                _values[name] += " " + line.Trim().ToString();
            }
            else if (colon > 0)
            {
                name = line[..colon].Trim().ToString();
                name = _values.TryAdd(name, line[(colon + 1)..].Trim().ToString()) ? name : null;
            }
        }

        bodyStart = at;
    }

    /// <summary>A header's value, decoded; null where the mail has none.</summary>
    public string? this[string name] => _values.TryGetValue(name, out string? value) ? DecodeWords(value) : null;

    /// <summary>A header's value without its parameters, in lower case.</summary>
    public string Main(string name) => _values.TryGetValue(name, out string? value) ? value.Split(';')[0].Trim().ToLowerInvariant() : "";

    /// <summary>A parameter of a header (<c>charset</c>, <c>boundary</c>).</summary>
    public string? Parameter(string name, string parameter)
    {
        foreach (string piece in _values.TryGetValue(name, out string? value) ? value.Split(';').Skip(1) : [])
        {
            int equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && piece[..equals].Trim().Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                return piece[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    /// <summary>The display name of the first address of a header.</summary>
    public string? DisplayName(string name)
    {
        string? value = this[name];
        int open = value?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        string? display = open > 0 ? value![..open].Trim().Trim('"').Trim() : null;
        return string.IsNullOrEmpty(display) ? null : display;
    }

    private static string DecodeWords(string value) =>
        EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), match =>
        {
            var encoding = TextDecoder.Named(match.Groups["charset"].Value) ?? Encoding.UTF8;
            string data = match.Groups["data"].Value;
            byte[] bytes = match.Groups["kind"].Value is "B" or "b" ? TransferEncoding.Base64(data) : TransferEncoding.QuotedPrintable(data.Replace('_', ' '));
            return encoding.GetString(bytes);
        });

    [GeneratedRegex(@"=\?(?<charset>[^?\s*]{2,40})(\*[^?\s]{0,20})?\?(?<kind>[BbQq])\?(?<data>[^?]{0,2000})\?=", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 10_000)]
    private static partial Regex BetweenWords();
}
