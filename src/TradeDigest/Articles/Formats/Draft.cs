namespace TradeDigest.Articles.Formats;

/// <summary>What a block of an article is.</summary>
internal enum BlockKind : byte
{
    Paragraph,
    Heading,
    ListItem,

    /// <summary>A row of a table, its cells parted by <c> | </c>.</summary>
    Row,
}

/// <summary>A paragraph, heading, item of a list or row of a table, in one line.</summary>
internal readonly record struct Block(BlockKind Kind, string Text);

/// <summary>An article as a format gives it: what the file says of it, and its blocks, not yet cleaned.</summary>
internal sealed record Draft
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    public string? Byline { get; init; }

    /// <summary>The date of publication, as the file writes it.</summary>
    public string? Published { get; init; }

    /// <summary>Whether a person wrote that date for this app or a feed, so that one that cannot be read is a fault to be told; pages write all sorts.</summary>
    public bool IsPublishedGiven { get; init; }

    /// <summary>Which of the file's articles it is, for a message (<c>article 3</c>, <c>line 7</c>); null for the only one.</summary>
    public string? Place { get; init; }

    /// <summary>The language that the file declares, if any.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a first line that reads like a headline is the title (plain text), or a heading of the text (formats that name their title).</summary>
    public bool TitleMayLead { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}
