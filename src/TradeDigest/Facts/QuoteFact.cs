namespace TradeDigest.Facts;

/// <summary>Somebody's own words.</summary>
public sealed record QuoteFact : Fact
{
    /// <summary>Full name, or the organisation or party for whom an unnamed person speaks.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's role as the article gives it.</summary>
    public string? Role { get; init; }

    /// <summary>The words between the marks, verbatim.</summary>
    public string? Text { get; init; }
}
