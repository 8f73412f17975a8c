using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Cleaning;

/// <summary>An article's blocks without what is not its text, and what was learnt from that.</summary>
internal sealed record CleanArticle(IReadOnlyList<Block> Blocks, string? Title, string? Byline, string? Wire, Dateline? Line)
{
    /// <summary>The dateline's place.</summary>
    public string? Dateline => Line?.Place;

    /// <summary>The dateline's day.</summary>
    public DateOnly? PublishedIn(DateTimeOffset received) => Line?.On(received);
}
