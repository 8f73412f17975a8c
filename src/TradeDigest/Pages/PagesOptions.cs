namespace TradeDigest.Pages;

/// <summary>Who may read the pages: the settings <c>Pages:*</c>.</summary>
public sealed class PagesOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Pages";

    /// <summary>Whether the pages, the feed and the calendar are open to anyone under <c>/api/public</c>. Under <c>/api/pages</c> they always ask for a function key.</summary>
    public bool Public { get; set; }
}
