namespace TradeDigest.Facts;

/// <summary>A measured figure of an economy.</summary>
public sealed record StatisticFact : Fact
{
    /// <summary>What is measured: <c>exports</c>, <c>imports</c>, <c>trade</c>, <c>trade-balance</c>, <c>current-account</c>, <c>gdp</c>, <c>gnp</c>, <c>inflation</c>,
    /// <c>industrial-output</c>, <c>retail-sales</c>, <c>employment</c>, <c>unemployment</c>, <c>import-prices</c>, <c>reserves</c>, …</summary>
    public string? Metric { get; init; }

    /// <summary>Code of the party measured.</summary>
    public string? Area { get; init; }

    /// <summary>Code of the trading partner.</summary>
    public string? Partner { get; init; }

    /// <summary>The goods measured, where the figure is of some goods only.</summary>
    public string? Goods { get; init; }

    /// <summary>Change in percent, signed: a fall is negative.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>The level, in <see cref="Unit"/>; a deficit is a negative trade balance.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code, <c>%</c>, <c>pp</c>, or a unit of quantity.</summary>
    public string? Unit { get; init; }

    /// <summary><c>2025</c>, <c>2025-H1</c>, <c>2025-Q1</c>, <c>2025-05</c>, <c>FY2025</c>, or a range <c>2025-01/2025-05</c>.</summary>
    public string? Period { get; init; }

    /// <summary>What the change is against: <c>yoy</c>, <c>mom</c> or <c>qoq</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>The record that the text calls it (<c>steepest drop since February 2020</c>).</summary>
    public string? Record { get; init; }
}
