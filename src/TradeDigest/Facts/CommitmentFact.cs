using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>What a party binds itself to do.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<CommitmentAction>))]
public enum CommitmentAction
{
    Buy,
    Invest,
    Build,
    Supply,
    Pay,
}

/// <summary>A promise of a party or company to another.</summary>
public sealed record CommitmentFact : Fact
{
    /// <summary>Code of the party, or name of the company, that promises.</summary>
    public string? Actor { get; init; }

    /// <summary>What it promises to do.</summary>
    public CommitmentAction? Action { get; init; }

    /// <summary>What it buys, builds or supplies, in the text's words (<c>US energy</c>).</summary>
    public string? Object { get; init; }

    /// <summary>Code of the party, or name of the company, that it promises to.</summary>
    public string? Counterparty { get; init; }

    /// <summary>How much, in <see cref="Unit"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code or a unit of quantity.</summary>
    public string? Unit { get; init; }

    /// <summary>By when.</summary>
    public PartialDate? Date { get; init; }
}
