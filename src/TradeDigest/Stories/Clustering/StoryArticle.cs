namespace TradeDigest.Stories;

/// <summary>What the grouping of articles into stories looks at.</summary>
/// <param name="Id">The article's id, distinct within a call.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Text">Its text, without boilerplate.</param>
/// <param name="Published">The day of publication; null where it is unknown.</param>
public sealed record StoryArticle(string Id, string? Title, string Text, DateOnly? Published = null)
{
    /// <summary>Things that the article is known to speak of (a fact's subject, a deal's name), as opaque keys: two articles that share a rare one are
    /// likelier to tell one story. May be empty.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];
}
