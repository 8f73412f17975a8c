using System.Text;
using System.Text.RegularExpressions;

namespace TradeDigest.Articles.Encodings;

/// <summary>The charset that a document declares near its beginning: <c>&lt;meta charset&gt;</c>, <c>&lt;meta http-equiv&gt;</c>, an XML declaration.</summary>
internal static partial class DeclaredCharset
{
    // HTML's prescan looks at the first 1024 bytes; saved pages carry comments and scripts before it.
    private const int Prescan = 8192;

    /// <summary>Its name, or null.</summary>
    public static string? In(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)]);
        var match = Charset().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<(meta\s[^>]{0,200}charset|\?xml\s[^>]{0,100}encoding)\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Charset();
}
