namespace TradeDigest.Facts;

/// <summary>A person who takes part in talks for a side.</summary>
public sealed record DelegateFact : Fact
{
    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Office, without the country (<c>Treasury Secretary</c>).</summary>
    public string? Role { get; init; }

    /// <summary>Code of the party.</summary>
    public string? Side { get; init; }
}
