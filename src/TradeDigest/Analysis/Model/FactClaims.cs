using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Analysis.Model;

/// <summary>What sort of thing a slot claims, which says how it is checked.</summary>
public enum ClaimKind
{
    /// <summary>An amount (<see cref="decimal"/>), whatever its sign.</summary>
    Number,

    /// <summary>A length of time in days (<see cref="int"/>).</summary>
    Days,

    /// <summary>A length of time in minutes (<see cref="int"/>).</summary>
    Minutes,

    /// <summary>A <see cref="PartialDate"/>.</summary>
    Date,

    /// <summary>A period in the notation of facts.</summary>
    Period,

    /// <summary>A party's code, an organisation or a person.</summary>
    Who,

    /// <summary>Words of the text.</summary>
    Words,

    /// <summary>A run of the text to the letter.</summary>
    Verbatim,

    /// <summary>A unit of measure.</summary>
    Unit,

    /// <summary>A name out of a closed list, which words of the text must bear out.</summary>
    Choice,
}

/// <summary>One thing that a fact says: the value of a slot.</summary>
public readonly record struct Claim(string Slot, ClaimKind Kind, object Value);

/// <summary>A fact taken apart into its claims.</summary>
public static class FactClaims
{
    /// <summary>The claims of every filled slot of <paramref name="fact"/>.</summary>
    public static IEnumerable<Claim> Of(Fact fact) => fact switch
    {
        TariffFact f => Filled(
            ("imposer", ClaimKind.Who, f.Imposer), ("target", ClaimKind.Who, f.Target), ("goods", ClaimKind.Words, f.Goods),
            ("fromPercent", ClaimKind.Number, f.FromPercent), ("toPercent", ClaimKind.Number, f.ToPercent),
            ("changePoints", ClaimKind.Number, f.ChangePoints), ("coverageValue", ClaimKind.Number, f.CoverageValue),
            ("unit", ClaimKind.Unit, f.Unit), ("durationDays", ClaimKind.Days, f.DurationDays), ("status", ClaimKind.Choice, f.Status),
            ("date", ClaimKind.Date, f.Date)),
        StatisticFact f => Filled(
            ("metric", ClaimKind.Choice, f.Metric), ("area", ClaimKind.Who, f.Area), ("partner", ClaimKind.Who, f.Partner),
            ("goods", ClaimKind.Words, f.Goods), ("changePercent", ClaimKind.Number, f.ChangePercent), ("value", ClaimKind.Number, f.Value),
            ("unit", ClaimKind.Unit, f.Unit), ("period", ClaimKind.Period, f.Period), ("basis", ClaimKind.Choice, f.Basis),
            ("record", ClaimKind.Words, f.Record)),
        ShareFact f => Filled(
            ("holder", ClaimKind.Who, f.Holder), ("commodity", ClaimKind.Words, f.Commodity), ("activity", ClaimKind.Choice, f.Activity),
            ("percent", ClaimKind.Number, f.Percent)),
        ForecastFact f => Filled(
            ("forecaster", ClaimKind.Who, f.Forecaster), ("metric", ClaimKind.Choice, f.Metric),
            ("area", ClaimKind.Who, f.Area == "world" ? null : f.Area), ("value", ClaimKind.Number, f.Value), ("unit", ClaimKind.Unit, f.Unit),
            ("horizon", ClaimKind.Period, f.Horizon), ("condition", ClaimKind.Words, f.Condition)),
        MeasureFact f => Filled(
            ("actor", ClaimKind.Who, f.Actor), ("action", ClaimKind.Choice, f.Action), ("object", ClaimKind.Words, f.Object),
            ("target", ClaimKind.Who, f.Target), ("date", ClaimKind.Date, f.Date), ("durationDays", ClaimKind.Days, f.DurationDays)),
        AgreementFact f => [.. Each("parties", f.Parties), .. Filled(
            ("subject", ClaimKind.Words, f.Subject), ("place", ClaimKind.Words, f.Place), ("date", ClaimKind.Date, f.Date),
            ("durationDays", ClaimKind.Days, f.DurationDays), ("status", ClaimKind.Choice, f.Status))],
        CommitmentFact f => Filled(
            ("actor", ClaimKind.Who, f.Actor), ("action", ClaimKind.Choice, f.Action), ("object", ClaimKind.Words, f.Object),
            ("counterparty", ClaimKind.Who, f.Counterparty), ("value", ClaimKind.Number, f.Value), ("unit", ClaimKind.Unit, f.Unit),
            ("date", ClaimKind.Date, f.Date)),
        MeetingFact f => [.. Each("parties", f.Parties), .. Filled(
            ("city", ClaimKind.Words, f.City), ("venue", ClaimKind.Words, f.Venue), ("start", ClaimKind.Date, f.Start), ("end", ClaimKind.Date, f.End))],
        DelegateFact f => Filled(("name", ClaimKind.Who, f.Name), ("role", ClaimKind.Words, f.Role), ("side", ClaimKind.Who, f.Side)),
        CallFact f => [.. Each("participants", f.Participants), .. Filled(
            ("date", ClaimKind.Date, f.Date), ("minutes", ClaimKind.Minutes, f.Minutes), ("atLeast", ClaimKind.Choice, f.AtLeast))],
        DeadlineFact f => Filled(
            ("subject", ClaimKind.Words, f.Subject), ("date", ClaimKind.Date, f.Date), ("durationDays", ClaimKind.Days, f.DurationDays)),
        QuoteFact f => Filled(("speaker", ClaimKind.Who, f.Speaker), ("role", ClaimKind.Words, f.Role), ("text", ClaimKind.Verbatim, f.Text)),
        _ => throw new ArgumentException($"{fact.GetType().Name} is no kind of fact that can be checked.", nameof(fact)),
    };

    private static Claim[] Filled(params ReadOnlySpan<(string Slot, ClaimKind Kind, object? Value)> slots)
    {
        var claims = new List<Claim>(slots.Length);
        foreach (var (slot, kind, value) in slots)
        {
            if (value is not null)
            {
                claims.Add(new Claim(slot, kind, value));
            }
        }

        return [.. claims];
    }

    private static IEnumerable<Claim> Each(string slot, IReadOnlyList<string>? values) =>
        (values ?? []).Select(v => new Claim(slot, ClaimKind.Who, v));
}
