using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>What a party does.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<MeasureAction>))]
public enum MeasureAction
{
    Impose,
    Suspend,
    Extend,
    Ease,
    Lift,
    Ban,
    Revoke,
    Approve,
    Restrict,
    Threaten,
    Investigate,
    Complain,
    Legislate,
    Retaliate,
}

/// <summary>An act of trade policy.</summary>
public sealed record MeasureFact : Fact
{
    /// <summary>Code of the party that acts.</summary>
    public string? Actor { get; init; }

    /// <summary>What it does.</summary>
    public MeasureAction? Action { get; init; }

    /// <summary>What it does it to, in the text's words (<c>export licenses</c>).</summary>
    public string? Object { get; init; }

    /// <summary>Code of the party, or name of the company, that it falls on.</summary>
    public string? Target { get; init; }

    /// <summary>When.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>For how many days.</summary>
    public int? DurationDays { get; init; }
}
