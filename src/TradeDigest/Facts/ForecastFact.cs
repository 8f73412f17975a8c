namespace TradeDigest.Facts;

/// <summary>What somebody expects of a figure.</summary>
public sealed record ForecastFact : Fact
{
    /// <summary>Who expects it: the code or short name of an organisation, or a person.</summary>
    public string? Forecaster { get; init; }

    /// <summary>What is expected, by the names of <see cref="StatisticFact.Metric"/>, and <c>job-losses</c>, <c>price</c>, …</summary>
    public string? Metric { get; init; }

    /// <summary>Code of the party it is about; <c>world</c> for all.</summary>
    public string? Area { get; init; }

    /// <summary>The value expected, in <see cref="Unit"/>; a fall is negative.</summary>
    public decimal? Value { get; init; }

    /// <summary><c>%</c>, an ISO 4217 code, or a unit of quantity (<c>job</c>).</summary>
    public string? Unit { get; init; }

    /// <summary>The period it is for, written as <see cref="StatisticFact.Period"/>.</summary>
    public string? Horizon { get; init; }

    /// <summary>On what it depends, in the text's words (<c>a full-scale trade war</c>).</summary>
    public string? Condition { get; init; }
}
