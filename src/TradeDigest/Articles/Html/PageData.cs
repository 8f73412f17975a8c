using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Html.Parsing;

namespace TradeDigest.Articles.Html;

/// <summary>What a page says of its article.</summary>
internal sealed record PageData
{
    private const int ShortestRepetition = 12;

    public string? Title { get; private init; }

    public string? Publisher { get; private init; }

    public string? Url { get; private init; }

    public string? Byline { get; private init; }

    public string? Published { get; private init; }

    public string? Language { get; private init; }

    /// <summary>The whole text, where the page's schema.org data give it.</summary>
    public string? Body { get; private init; }

    /// <summary>The text in the data from which the page's scripts would build it; it may also be a list of teasers, so that it counts only where the page shows nothing.</summary>
    public string? Embedded { get; private init; }

    private string TitleLetters { get; init; } = "";

    /// <summary>The data of a parsed page.</summary>
    public static PageData Of(PageDocument page, IReadOnlyList<string> linkedData, IReadOnlyList<string> data)
    {
        var article = LinkedData.Article(linkedData) ?? default;
        var marks = PageMarks.Of(page);
        var metas = marks.Metas;
        string? site = LinkedData.Text(article, "publisher") is { } publisher && !publisher.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? publisher
            : First(metas, "og:site_name", "application-name", "dc.publisher", "publisher", "twitter:app:name:iphone");
        string? title = LinkedData.Text(article, "headline") ?? WithoutSite(First(metas, "og:title", "twitter:title", "dc.title", "headline", "title", "sailthru.title", "parsely-title"), site)
            ?? Heading(marks, marks.Title) ?? WithoutSite(marks.Title, site ?? ArticleText.Line(marks.SoleHeading?.TextContent()));
        return new PageData
        {
            Title = title,
            TitleLetters = Letters(title ?? ""),
            Publisher = site,
            Url = Absolute(marks.Canonical) ?? Absolute(First(metas, "og:url")) ?? Absolute(LinkedData.Text(article, "mainEntityOfPage", "url", "@id")),
            Byline = LinkedData.Names(article, "author") ?? Person(First(metas, "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "twitter:creator")) ?? Person(Byliner(marks.Author)),
            Published = LinkedData.Text(article, "datePublished", "dateCreated")
                ?? First(metas, "article:published_time", "datepublished", "article:published", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "og:published_time", "date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "article.published", "cxenseparse:recs:publishtime", "datecreated", "og:article:published_time")
                ?? Time(marks),
            Language = page.Html?.Attribute("lang") ?? First(metas, "og:locale", "dc.language", "language"),
            Body = LinkedData.Text(article, "articleBody") is { Length: > 200 } body ? WithoutTags(body) : null,
            Embedded = EmbeddedData.Text(data),
        };
    }

    /// <summary>Whether a block says again what is kept as data: the title anywhere, byline or description before the text begins.</summary>
    public bool Repeats(string text, bool begun)
    {
        if (text.Length < ShortestRepetition && !begun)
        {
            return Byline is not null && text.Contains(Byline, StringComparison.OrdinalIgnoreCase);
        }

        if (!begun && Byline is not null && text.Length < Byline.Length + 40 && text.Contains(Byline, StringComparison.OrdinalIgnoreCase) && text[^1] != '.')
        {
            return true;
        }

        return TitleLetters.Length >= ShortestRepetition && text.Length <= (Title!.Length * 2) + 40 && Letters(text).Equals(TitleLetters, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The page's one h1, unless it names the site, as the page's title shows by ending with it.</summary>
    private static string? Heading(PageMarks marks, string? title)
    {
        string? heading = ArticleText.Line(marks.SoleHeading?.TextContent());
        bool isSite = heading is not null && ArticleText.Line(title) is { } whole && whole.Length > heading.Length + 10 && whole.EndsWith(heading, StringComparison.OrdinalIgnoreCase);
        return heading is { Length: > 8 } && !isSite ? heading : null;
    }

    private static string? First(Dictionary<string, string> metas, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (metas.TryGetValue(name, out string? content))
            {
                return content;
            }
        }

        return null;
    }

    /// <summary>A title without the site's name at its end or beginning.</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        title = ArticleText.Line(title);
        if (title is null)
        {
            return null;
        }

        foreach (string mark in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", " » ", " · "])
        {
            int at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                string tail = title[(at + mark.Length)..];
                bool isSite = site is not null ? Letters(tail).Contains(Letters(site), StringComparison.OrdinalIgnoreCase) || Letters(site).Contains(Letters(tail), StringComparison.OrdinalIgnoreCase)
                    : tail.Split(' ').Length <= 4 && at > 20;
                if (isSite)
                {
                    return title[..at];
                }
            }
        }

        return title;
    }

    private static string? Person(string? name) => name is null || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || name.StartsWith('@') || name.Contains('<', StringComparison.Ordinal) ? null : name;

    private static string? Byliner(PageNode? element) => element is null ? null
        : ArticleText.Line(element.Attribute("content") ?? element.TextContent()) is { Length: > 2 and < 120 } name ? name : null;

    private static string? Time(PageMarks marks) => (marks.Published ?? marks.Time) is not { } element ? null
        : element.Attribute("datetime") ?? element.Attribute("content") ?? element.TextContent();

    private static string? Absolute(string? url) => url is not null && url.StartsWith("//", StringComparison.Ordinal) ? WebAddress.Parse("https:" + url) : WebAddress.Parse(url);

    private static string WithoutTags(string body) => body.Contains("</", StringComparison.Ordinal)
        ? System.Text.RegularExpressions.Regex.Replace(body, "<[^<>]{1,400}>", " ", System.Text.RegularExpressions.RegexOptions.NonBacktracking)
        : body;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
