using System.Globalization;
using TradeDigest.Digests;

namespace TradeDigest.Pages;

/// <summary>The addresses of the pages. Each carries the function key that the request had, so that a link works wherever the page did.</summary>
/// <param name="Root">What leads to the pages' root, with a slash at its end: relative (<c>../</c>) in pages, absolute in feed and calendar.</param>
/// <param name="Key">The function key; null for none.</param>
public sealed record PageLinks(string Root, string? Key)
{
    /// <summary>The digest of today.</summary>
    public string Today => At("");

    /// <summary>The list of digests.</summary>
    public string Digests => At("digests");

    /// <summary>The list of stories.</summary>
    public string Stories => At("stories");

    public string Deadlines => At("deadlines");

    /// <summary>The search form.</summary>
    public string Search => At("search");

    /// <summary>Where the form sends its fields, of which the key is one.</summary>
    public string SearchPath => Root + "search";

    public string StyleSheet => At("style.css");

    public string Feed => At("feed");

    public string Calendar => At("deadlines.ics");

    /// <summary>The digests before one.</summary>
    public string DigestsBefore(string id) => At("digests", ("before", id));

    public string Digest(string id) => At("digests/" + id);

    public string Story(string id) => At("stories/" + id);

    /// <summary>An article, at some of its words where a place is given.</summary>
    public string Article(string id, DigestSpan? place = null) =>
        place is not { Start: >= 0 } ? At("articles/" + id)
        : At("articles/" + id, ("words", place.IsEvidence ? null : string.Create(CultureInfo.InvariantCulture, $"{place.Start}-{place.End}"))) + "#" + Anchor(place.Start, place.End);

    /// <summary>A page with a query; values that are empty are left out.</summary>
    public string At(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var given = query.Append((Name: "code", Value: Key)).Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => q.Name + "=" + Uri.EscapeDataString(q.Value!)).ToList();
        return Root + path + (given.Count == 0 ? "" : "?" + string.Join('&', given));
    }

    /// <summary>How a digest's components show it in a page.</summary>
    public DigestView View() => new()
    {
        IsInline = false,
        Source = (source, place) => Article(source.ArticleId, place),
        Story = Story,
    };

    /// <summary>The name of a place in an article's page.</summary>
    public static string Anchor(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"at-{start}-{end}");
}
