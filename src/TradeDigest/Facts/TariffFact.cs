using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Where a tariff stands.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<TariffStatus>))]
public enum TariffStatus
{
    InForce,
    Planned,
    Threatened,
    Suspended,
    StruckDown,
}

/// <summary>A duty on goods: its level, its change, or the trade it covers.</summary>
public sealed record TariffFact : Fact
{
    /// <summary>Code of the party that levies it.</summary>
    public string? Imposer { get; init; }

    /// <summary>Code of the party whose goods it falls on.</summary>
    public string? Target { get; init; }

    /// <summary>The goods, in the lexicon's or the text's words; null for all goods.</summary>
    public string? Goods { get; init; }

    /// <summary>The level before, in percent.</summary>
    public decimal? FromPercent { get; init; }

    /// <summary>The level after, or the only level given, in percent.</summary>
    public decimal? ToPercent { get; init; }

    /// <summary>The change in percentage points, signed.</summary>
    public decimal? ChangePoints { get; init; }

    /// <summary>Value of the trade covered, in <see cref="Unit"/>.</summary>
    public decimal? CoverageValue { get; init; }

    /// <summary>ISO 4217 code, for <see cref="CoverageValue"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>For how many days it holds or is suspended.</summary>
    public int? DurationDays { get; init; }

    /// <summary>Where it stands, as far as the text says.</summary>
    public TariffStatus? Status { get; init; }

    /// <summary>When it takes or took effect.</summary>
    public PartialDate? Date { get; init; }
}
