namespace TradeDigest.Articles.Html;

/// <summary>The elements of a page that may tell of its article, found in one pass.</summary>
internal sealed class PageMarks
{
    private int _authorRank = int.MaxValue;
    private int _headings;
    private bool _timeInArticle;

    /// <summary>Contents of the meta elements by name or property, in any case; of several the first.</summary>
    public Dictionary<string, string> Metas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address of the canonical link.</summary>
    public string? Canonical { get; private set; }

    /// <summary>The title in the page's head.</summary>
    public string? Title { get; private set; }

    /// <summary>The page's h1, where it has exactly one.</summary>
    public PageNode? SoleHeading { get; private set; }

    /// <summary>The element that best names the author.</summary>
    public PageNode? Author { get; private set; }

    /// <summary>The element marked as the date of publication.</summary>
    public PageNode? Published { get; private set; }

    /// <summary>The first time element, rather within an article than outside.</summary>
    public PageNode? Time { get; private set; }

    /// <summary>The marks of a page.</summary>
    public static PageMarks Of(PageNode page)
    {
        var marks = new PageMarks();
        marks.Visit(page, inArticle: false);
        return marks;
    }

    private void Visit(PageNode node, bool inArticle)
    {
        foreach (var child in node.Children)
        {
            if (child is not PageText)
            {
                bool within = inArticle || child.Name is "article" or "main";
                Take(child, within);
                Visit(child, within);
            }
        }
    }

    private void Take(PageNode element, bool inArticle)
    {
        switch (element.Name)
        {
            case "meta" when (element.Attribute("property") ?? element.Attribute("name") ?? element.Attribute("itemprop")) is { } name
                && element.Attribute("content") is { } content && !string.IsNullOrWhiteSpace(content):
                Metas.TryAdd(name.Trim(), content);
                break;
            case "link" when Canonical is null && Has(element.Attribute("rel"), "canonical"):
                Canonical = element.Attribute("href");
                break;
            case "title" when Title is null && element.Parent?.Name == "head":
                Title = element.TextContent();
                break;
            case "h1":
                SoleHeading = _headings++ == 0 ? element : null;
                break;
            case "time" when Time is null || !_timeInArticle:
                Time = Time is null || inArticle ? element : Time;
                _timeInArticle = inArticle;
                break;
        }

        string? property = element.Attribute("itemprop");
        Published ??= Has(property, "datePublished") ? element : null;
        int rank = Has(property, "author") ? 0
            : Has(element.Attribute("rel"), "author") ? 1
            : element.Attribute("class") is { Length: > 0 } classes ? Rank(classes) : int.MaxValue;
        if (rank < _authorRank)
        {
            (Author, _authorRank) = (element, rank);
        }
    }

    private static int Rank(string classes) => Has(classes, "author-name") || classes.EndsWith("author-name", StringComparison.OrdinalIgnoreCase) ? 2 : Has(classes, "byline") ? 3 : Has(classes, "author") ? 4 : int.MaxValue;

    /// <summary>Whether a list of words separated by spaces holds a word.</summary>
    private static bool Has(string? words, string word)
    {
        if (words is null || !words.Contains(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var range in words.AsSpan().Split(' '))
        {
            if (words.AsSpan(range).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
