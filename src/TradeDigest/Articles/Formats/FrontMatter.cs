using System.Collections.Frozen;

namespace TradeDigest.Articles.Formats;

/// <summary>The data at the head of a text file, one <c>key: value</c> a line: between two lines of <c>---</c>, or two lines and more of known keys above the first empty line.</summary>
/// <remarks>Keys, in any case: <c>title</c> (<c>headline</c>); <c>publisher</c> (<c>source</c>, <c>site</c>, <c>outlet</c>);
/// <c>url</c> (<c>link</c>, <c>canonical</c>); <c>byline</c> (<c>author</c>, <c>authors</c>, <c>by</c>);
/// <c>published</c> (<c>date</c>, <c>publishedAt</c>, <c>datePublished</c>); <c>language</c> (<c>lang</c>). Values may be quoted; a list is
/// written <c>[a, b]</c> or as lines that begin with <c>- </c>. Other keys are left alone; without the dashes one unknown key makes it text.</remarks>
internal sealed record FrontMatter
{
    private const int MostLines = 100;

    private static readonly string[] TitleKeys = ["title", "headline"];
    private static readonly string[] PublisherKeys = ["publisher", "source", "site", "outlet"];
    private static readonly string[] UrlKeys = ["url", "link", "canonical"];
    private static readonly string[] BylineKeys = ["byline", "author", "authors", "by"];
    private static readonly string[] PublishedKeys = ["published", "date", "publishedAt", "datePublished"];
    private static readonly string[] LanguageKeys = ["language", "lang"];

    private static readonly FrozenSet<string> KnownKeys =
        new[] { TitleKeys, PublisherKeys, UrlKeys, BylineKeys, PublishedKeys, LanguageKeys }.SelectMany(k => k).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The data of a text and the text behind them; no data and the whole text where it begins with none.</summary>
    public static (FrontMatter Data, string Body) Split(string text)
    {
        var data = new FrontMatter();
        string start = text.TrimStart('\uFEFF', '\r', '\n', ' ');
        if (!start.StartsWith("---", StringComparison.Ordinal))
        {
            return Undashed(start) ?? (data, text);
        }

        int at = 0;
        if (NextLine(start, ref at).TrimEnd() is not "---")
        {
            return (data, text);
        }

        string? key = null;
        for (int lines = 0; at < start.Length && lines < MostLines; lines++)
        {
            var line = NextLine(start, ref at);
            if (line.TrimEnd() is "---" or "...")
            {
                return (data, start[at..]);
            }

            key = data.Take(line, key);
        }

        return (new FrontMatter(), text);
    }

    /// <summary>Two lines and more of known keys above the first empty line; null where the text begins otherwise.</summary>
    private static (FrontMatter Data, string Body)? Undashed(string start)
    {
        var data = new FrontMatter();
        int at = 0;
        for (int lines = 0; at < start.Length && lines < MostLines; lines++)
        {
            var line = NextLine(start, ref at);
            if (line.IsWhiteSpace())
            {
                return data.Values.Count > 1 ? (data, start[at..]) : null;
            }

            int colon = line.IndexOf(':');
            if (colon is <= 0 or > 20 || !KnownKeys.Contains(line[..colon].Trim().ToString()) || data.Take(line, key: null) is null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The draft with these data above its own.</summary>
    public Draft Over(Draft draft) => draft with
    {
        Title = Get(TitleKeys) ?? draft.Title,
        Publisher = Get(PublisherKeys) ?? draft.Publisher,
        Url = Get(UrlKeys) ?? draft.Url,
        Byline = Get(BylineKeys) ?? draft.Byline,
        Published = Get(PublishedKeys) ?? draft.Published,
        IsPublishedGiven = draft.IsPublishedGiven || Get(PublishedKeys) is not null,
        Language = Get(LanguageKeys) ?? draft.Language,
    };

    private string? Get(string[] keys)
    {
        foreach (string key in keys)
        {
            if (Values.TryGetValue(key, out string? value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Takes a line; gives the key to which an indented or listed line below it belongs.</summary>
    private string? Take(ReadOnlySpan<char> line, string? key)
    {
        var content = line.Trim();
        if (content.IsEmpty || content[0] == '#')
        {
            return key;
        }

        if (key is not null && (content.StartsWith("- ") || char.IsWhiteSpace(line[0])))
        {
            string more = Unquote(content.StartsWith("- ") ? content[2..] : content);
            string joint = content.StartsWith("- ") ? ", " : " ";
            Values[key] = Values[key].Length == 0 ? more : Values[key] + joint + more;
            return key;
        }

        int colon = content.IndexOf(':');
        if (colon <= 0)
        {
            return null;
        }

        key = content[..colon].Trim().ToString();
        var value = content[(colon + 1)..].Trim();
        Values[key] = value is ['[', .., ']'] ? List(value[1..^1]) : value is ">" or "|" or ">-" or "|-" ? "" : Unquote(value);
        return key;
    }

    private static string List(ReadOnlySpan<char> items)
    {
        var values = new List<string>();
        foreach (var range in items.Split(','))
        {
            values.Add(Unquote(items[range].Trim()));
        }

        return string.Join(", ", values.Where(v => v.Length > 0));
    }

    private static string Unquote(ReadOnlySpan<char> value) => value switch
    {
        ['"', .. var inner, '"'] => inner.ToString().Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal),
        ['\'', .. var inner, '\''] => inner.ToString().Replace("''", "'", StringComparison.Ordinal),
        _ => value.ToString(),
    };

    private static ReadOnlySpan<char> NextLine(string text, ref int at)
    {
        int end = text.IndexOf('\n', at);
        var line = text.AsSpan(at, (end < 0 ? text.Length : end) - at);
        at = end < 0 ? text.Length : end + 1;
        return line.TrimEnd('\r');
    }
}
