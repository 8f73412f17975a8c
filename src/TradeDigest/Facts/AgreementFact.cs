using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>How far an agreement has come.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<AgreementStatus>))]
public enum AgreementStatus
{
    Reached,
    Preliminary,
    Proposed,
    Sought,
    Broken,
}

/// <summary>An agreement between parties.</summary>
public sealed record AgreementFact : Fact
{
    /// <summary>Codes of the parties, in the order of the text; null where it names none.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    /// <summary>What it is about or is called (<c>tariff truce</c>).</summary>
    public string? Subject { get; init; }

    /// <summary>City or country where it was made.</summary>
    public string? Place { get; init; }

    /// <summary>When it was made.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>For how many days it holds.</summary>
    public int? DurationDays { get; init; }

    /// <summary>How far it has come.</summary>
    public AgreementStatus? Status { get; init; }
}
