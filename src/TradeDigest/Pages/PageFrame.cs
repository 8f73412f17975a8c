namespace TradeDigest.Pages;

/// <summary>What every page shows around its own matter.</summary>
/// <param name="Title">The page's title, unlike any other page's.</param>
/// <param name="Links">The addresses of the pages.</param>
/// <param name="Section">The entry of the navigation that the page belongs to.</param>
public sealed record PageFrame(string Title, PageLinks Links, PageSection Section);

/// <summary>The entries of the navigation.</summary>
public enum PageSection
{
    /// <summary>A page beside the navigation.</summary>
    None,
    Today,
    Digests,
    Stories,
    Deadlines,
    Search,
}
