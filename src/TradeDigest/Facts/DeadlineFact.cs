using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>A day by which something ends or must be done.</summary>
public sealed record DeadlineFact : Fact
{
    /// <summary>What ends or must be done, in the text's words (<c>90-day tariff truce</c>).</summary>
    public string? Subject { get; init; }

    /// <summary>The day.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The length of the term in days, where the text gives one.</summary>
    public int? DurationDays { get; init; }
}
