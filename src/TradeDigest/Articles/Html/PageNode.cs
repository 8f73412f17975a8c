namespace TradeDigest.Articles.Html;

/// <summary>An element of a page, or a run of its text, with what the search for the article needs to know of it.</summary>
internal sealed class PageNode(string name, string? text, PageNode? parent, Hint hint)
{
    private static readonly List<PageNode> None = [];

    /// <summary>The element's name; <c>#text</c> for text.</summary>
    public string Name { get; } = name;

    /// <summary>The text of a text node.</summary>
    public string? Text { get; } = text;

    public PageNode? Parent { get; } = parent;

    public Hint Hint { get; } = hint;

    /// <summary>The class, by which siblings are known to be of one kind.</summary>
    public string Class { get; init; } = "";

    /// <summary>The elements and texts in it; most nodes are text and share one empty list.</summary>
    public List<PageNode> Children { get; private set; } = None;

    /// <summary>The blocks under it: from this number in the page's list …</summary>
    public int FirstBlock { get; set; }

    /// <summary>… to this, exclusive.</summary>
    public int EndBlock { get; set; }

    /// <summary>Characters of prose under it.</summary>
    public int Prose { get; set; }

    /// <summary>The credit that its paragraphs give it as the container of an article.</summary>
    public double Score { get; set; }

    /// <summary>Puts a node behind those in it.</summary>
    public void Add(PageNode child)
    {
        Children = ReferenceEquals(Children, None) ? new List<PageNode>(1) : Children;
        Children.Add(child);
    }

    public bool Is(Hint hint) => (Hint & hint) != 0;
}

/// <summary>A block of text of a page: a paragraph, a heading, an item.</summary>
/// <param name="Node">The element that holds it.</param>
/// <param name="Text">Its words, in one line.</param>
/// <param name="LinkChars">How many of its characters are links.</param>
internal sealed record PageBlock(PageNode Node, string Text, int LinkChars)
{
    /// <summary>The part of it that is links, 0 to 1.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkChars / Text.Length);

    /// <summary>Whether it reads like running text: long enough, mostly not links, with the marks of sentences.</summary>
    public bool IsProse { get; } = Reads(Text, LinkChars);

    public bool IsHeading => Node.Name is ['h', >= '1' and <= '6'];

    public bool IsItem => Node.Name is "li" || Node.Parent?.Name is "li";

    private static bool Reads(string text, int links)
    {
        const int Short = 60;
        if (text.Length < Short || links * 2 > text.Length)
        {
            return false;
        }

        int stops = 0;
        foreach (char c in text)
        {
            stops += c is '.' or ',' or '!' or '?' or '…' or '。' or '،' or '।' or '、' or '”' or '"' ? 1 : 0;
        }

        return stops > 0;
    }
}
