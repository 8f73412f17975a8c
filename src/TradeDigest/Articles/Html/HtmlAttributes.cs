using System.Text;

namespace TradeDigest.Articles.Html;

/// <summary>The attributes of a start tag that something looks at.</summary>
internal sealed class HtmlAttributes
{
    private const int LongestValue = 2000;

    private readonly List<(string Name, string Value)> _kept = [];

    /// <summary>Reads attributes from behind an element's name to the end of the tag.</summary>
    public HtmlAttributes(string html, int at)
    {
        while (at < html.Length && html[at] != '>')
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                SelfClosed = html[at] == '/';
                at++;
                continue;
            }

            SelfClosed = false;
            int start = at++;
            while (at < html.Length && html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            var name = html.AsSpan(start, at - start);
            int value = SkipSpace(html, at);
            if (value < html.Length && html[value] == '=')
            {
                value = SkipSpace(html, value + 1);
                at = Value(html, value, out var text);
                Keep(name, text);
            }
            else
            {
                Keep(name, "");
            }
        }

        End = Math.Min(html.Length, at + 1);
    }

    /// <summary>Offset behind the tag.</summary>
    public int End { get; }

    /// <summary>Whether the tag ends with a slash.</summary>
    public bool SelfClosed { get; }

    /// <summary>Whether the element holds schema.org data.</summary>
    public bool IsLinkedData { get; private set; }

    /// <summary>Whether anything is kept.</summary>
    public bool Any => _kept.Count > 0;

    /// <summary>Writes the attributes that are kept.</summary>
    public void Write(StringBuilder html)
    {
        foreach (var (name, value) in _kept)
        {
            html.Append(' ').Append(name).Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        return at;
    }

    private static int Value(string html, int at, out ReadOnlySpan<char> value)
    {
        if (at < html.Length && html[at] is '"' or '\'')
        {
            int close = html.IndexOf(html[at], at + 1);
            value = html.AsSpan(at + 1, (close < 0 ? html.Length : close) - at - 1);
            return close < 0 ? html.Length : close + 1;
        }

        int end = at;
        while (end < html.Length && html[end] != '>' && !char.IsWhiteSpace(html[end]))
        {
            end++;
        }

        value = html.AsSpan(at, end - at);
        return end;
    }

    private void Keep(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        string? known = name switch
        {
            _ when Is(name, "class") => "class",
            _ when Is(name, "id") => "id",
            _ when Is(name, "itemprop") => "itemprop",
            _ when Is(name, "itemtype") => "itemtype",
            _ when Is(name, "role") => "role",
            _ when Is(name, "rel") => "rel",
            _ when Is(name, "href") => "href",
            _ when Is(name, "content") => "content",
            _ when Is(name, "name") => "name",
            _ when Is(name, "property") => "property",
            _ when Is(name, "datetime") => "datetime",
            _ when Is(name, "lang") => "lang",
            _ when Is(name, "data-testid") || Is(name, "data-component") || Is(name, "data-qa") => "data-hint",
            _ when Is(name, "hidden") => "hidden",
            _ when Is(name, "aria-hidden") && Is(value, "true") => "hidden",
            _ when Is(name, "style") && Hides(value) => "hidden",
            _ => null,
        };
        if (known is not null && value.Length <= LongestValue)
        {
            _kept.Add((known, known == "hidden" ? "" : value.ToString()));
        }
        else if (Is(name, "type") && value.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            IsLinkedData = true;
        }
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool Hides(ReadOnlySpan<char> style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase);
}
