using System.Buffers;

namespace TradeDigest.Articles.Html;

/// <summary>The attributes of a start tag that something looks at.</summary>
internal sealed class HtmlAttributes
{
    private const int LongestValue = 2000;

    private readonly string _html;
    private List<(string Name, int Start, int Length)>? _kept;

    /// <summary>Reads attributes from behind an element's name to the end of the tag.</summary>
    public HtmlAttributes(string html, int at)
    {
        _html = html;
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
                at = Value(html, value, out int from, out int length);
                Keep(name, from, html.AsSpan(from, length));
            }
            else
            {
                Keep(name, 0, "");
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

    /// <summary>Whether the element holds other JSON data.</summary>
    public bool IsData { get; private set; }

    /// <summary>Whether the element names the page's canonical address.</summary>
    public bool IsCanonical { get; private set; }

    /// <summary>Whether anything is kept.</summary>
    public bool Any => _kept is not null;

    /// <summary>Writes the attributes that are kept of an element of a name.</summary>
    public void Write(IBufferWriter<char> html, string element)
    {
        foreach (var (name, start, length) in _kept ?? [])
        {
            if (name == "href" && element != "link")
            {
                continue;
            }

            html.Write(" ");
            html.Write(name);
            html.Write("=\"");
            var value = _html.AsSpan(start, length);
            for (int mark = value.IndexOf('"'); mark >= 0; mark = value.IndexOf('"'))
            {
                html.Write(value[..mark]);
                html.Write("&quot;");
                value = value[(mark + 1)..];
            }

            html.Write(value);
            html.Write("\"");
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

    /// <summary>Finds a value, in marks or bare; gives the offset behind it.</summary>
    private static int Value(string html, int at, out int start, out int length)
    {
        bool marked = at < html.Length && html[at] is '"' or '\'';
        start = marked ? at + 1 : at;
        int end = marked ? html.IndexOf(html[at], start) : start;
        while (!marked && end < html.Length && html[end] != '>' && !char.IsWhiteSpace(html[end]))
        {
            end++;
        }

        end = end < 0 ? html.Length : end;
        length = end - start;
        return Math.Min(html.Length, marked ? end + 1 : end);
    }

    private void Keep(ReadOnlySpan<char> name, int start, ReadOnlySpan<char> value)
    {
        string? known = name.Length switch
        {
            2 when Is(name, "id") => "id",
            3 when Is(name, "rel") => "rel",
            4 when Is(name, "role") => "role",
            4 when Is(name, "href") => "href",
            4 when Is(name, "name") => "name",
            4 when Is(name, "lang") => "lang",
            5 when Is(name, "class") => "class",
            5 when Is(name, "style") && Hides(value) => "hidden",
            6 when Is(name, "hidden") => "hidden",
            7 when Is(name, "content") => "content",
            7 when Is(name, "data-qa") => "data-hint",
            8 when Is(name, "itemprop") => "itemprop",
            8 when Is(name, "itemtype") => "itemtype",
            8 when Is(name, "property") => "property",
            8 when Is(name, "datetime") => "datetime",
            11 when Is(name, "aria-hidden") && Is(value, "true") => "hidden",
            11 when Is(name, "data-testid") => "data-hint",
            14 when Is(name, "data-component") => "data-hint",
            _ => null,
        };
        if (known is not null && value.Length <= LongestValue)
        {
            (_kept ??= []).Add((known, start, known == "hidden" ? 0 : value.Length));
            IsCanonical |= known == "rel" && value.Contains("canonical", StringComparison.OrdinalIgnoreCase);
        }
        else if (Is(name, "type") && value.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            IsLinkedData = true;
        }
        else if (Is(name, "type") && Is(value, "application/json"))
        {
            IsData = true;
        }
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool Hides(ReadOnlySpan<char> style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase);
}
