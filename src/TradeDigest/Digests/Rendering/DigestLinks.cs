namespace TradeDigest.Digests;

/// <summary>Addresses that a rendering links besides the sources'.</summary>
public sealed record DigestLinks
{
    /// <summary>The digest's page, with all that the mail folds; null where there is none.</summary>
    public Uri? Page { get; init; }

    /// <summary>Where this recipient unsubscribes; null in renderings without a recipient.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>No links.</summary>
    public static DigestLinks None { get; } = new();
}
