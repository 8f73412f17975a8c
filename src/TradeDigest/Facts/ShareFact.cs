namespace TradeDigest.Facts;

/// <summary>Somebody's part of a whole.</summary>
public sealed record ShareFact : Fact
{
    /// <summary>Code of the party, or name of the organisation, that holds the share.</summary>
    public string? Holder { get; init; }

    /// <summary>Of what: <c>rare earth magnets</c>.</summary>
    public string? Commodity { get; init; }

    /// <summary>Of which activity: <c>mining</c>, <c>production</c>, <c>processing</c>, <c>supply</c>, <c>exports</c>, <c>imports</c>, <c>consumption</c>, <c>reserves</c>, …</summary>
    public string? Activity { get; init; }

    /// <summary>The share in percent, 0 to 100.</summary>
    public decimal? Percent { get; init; }
}
