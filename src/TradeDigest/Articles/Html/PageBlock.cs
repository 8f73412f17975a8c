namespace TradeDigest.Articles.Html;

/// <summary>A block of text of a page: a paragraph, a heading, an item.</summary>
/// <param name="Node">The element that holds it.</param>
/// <param name="Text">Its words, in one line.</param>
/// <param name="LinkChars">How many of its characters are links.</param>
internal sealed record PageBlock(PageNode Node, string Text, int LinkChars)
{
    /// <summary>The part of it that is links, 0 to 1.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkChars / Text.Length);

    /// <summary>Whether it reads like running text: long enough, mostly not links, with the marks of sentences.</summary>
    public bool IsProse { get; } = Node.Name != "tr" && Reads(Text, LinkChars);

    public bool IsHeading => Node.Name is ['h', >= '1' and <= '6'];

    /// <summary>Whether it is a row of a table of data.</summary>
    public bool IsRow => Node.Name == "tr";

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
