using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Words a fact for a row of the table: what it is about, and its value, from its slots alone.</summary>
internal static class FactWording
{
    /// <summary>Words with a capital that are the digest's own.</summary>
    public static readonly string[] OwnWords = ["Agreement", "Call", "Complaint", "Investigation", "Legislation", "Measure", "Meeting", "Pledge", "Forecast", "Retaliation", "Tariffs", "Share", "Deadline", "Q", "H", "GDP", "GNP"];

    private const int LabelAtMost = 160;
    private const int ValueAtMost = 240;

    /// <summary>What the fact is about: <c>US tariffs on goods from China</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="goods">The goods that its evidence names, for kinds of fact without a slot for them; null for none.</param>
    public static string Label(Fact fact, string? goods = null) => PlainText.Line(About(fact, goods), LabelAtMost);

    /// <summary>The value: <c>24% → 12%, 2 March 2026</c>. Empty where the fact has none.</summary>
    public static string Value(Fact fact) => PlainText.Line(Says(fact), ValueAtMost);

    private static string About(Fact fact, string? goods) => fact switch
    {
        TariffFact f => Tariff(f),
        StatisticFact f => Sentence(Join(Adjective(f.Area), Metric(f.Metric, f.Goods, f.Partner))) + Prefix(", ", f.Period is null ? null : Wording.Period(f.Period)),
        ShareFact f => (f.Holder is null ? "Share" : PartyLabels.Possessive(f.Holder) + " share") + Prefix(", ", f.Commodity ?? goods),
        ForecastFact f => Sentence(Join(Adjective(f.Area), Metric(f.Metric, goods, null))) + (f.Metric is null && f.Area is null ? "Forecast" : ", forecast")
            + Prefix(" of ", f.Forecaster is null ? null : PartyLabels.Inside(f.Forecaster)) + Prefix(" for ", f.Horizon is null ? null : Wording.Period(f.Horizon)),
        MeasureFact f => (f.Actor is null ? Sentence(f.Object ?? EventWording.Act(f)) : PartyLabels.Of(f.Actor) + ", " + (f.Object ?? EventWording.Act(f))) + Prefix(f.Object is null && f.Action is MeasureAction.Complain or MeasureAction.Retaliate ? " against " : ", towards ", f.Target is null || EventWording.Names(f.Object, f.Target) ? null : PartyLabels.Inside(f.Target)),
        AgreementFact f => Sentence(EventWording.Agreement(f)),
        CommitmentFact f => (f.Actor is null ? "Pledge" : PartyLabels.Possessive(f.Actor) + " pledge") + " " + EventWording.Pledge(f),
        MeetingFact f => "Meeting" + (f.Parties is { Count: > 0 } p ? " of " + PartyLabels.Of(p) : ""),
        CallFact f => "Call" + (f.Participants is { Count: > 0 } p ? " of " + PartyLabels.Of(p) : ""),
        DeadlineFact f => Sentence(EventWording.Deadline(f)),
        DelegateFact f => f.Name ?? "",
        QuoteFact f => f.Speaker ?? "",
        _ => fact.Statement,
    };

    private static string Says(Fact fact) => fact switch
    {
        TariffFact f => List(
            f.FromPercent is { } from && f.ToPercent is { } to ? Wording.Number(from) + "% → " + Wording.Number(to) + "%" : f.ToPercent is { } only ? Hedged(f, only, Wording.Number(only) + "%")
                : f.FromPercent is { } left ? "from " + Wording.Number(left) + "%" : null,
            f.ChangePoints is { } points ? (points > 0 ? "+" : "") + Wording.Number(points) + " points" : null,
            f.CoverageValue is { } covered ? "on " + Wording.Level(covered, f.Unit) + " of goods" : null,
            f.DurationDays is { } days ? "for " + EventWording.Duration(days, f.Evidence.Text) : null,
            f.Status is { } status and not TariffStatus.InForce ? Status(status) : null,
            f.Date is { } date ? Wording.Date(date) : null),
        StatisticFact f => List(
            f.ChangePercent is { } change ? Hedged(f, change, Wording.Change(change)) + Prefix(" ", f.Basis is null ? null : Wording.Basis(f.Basis)) : null,
            f.Value is { } value ? Hedged(f, value, Wording.Level(value, f.Unit)) : null,
            f.Record),
        ShareFact f => f.Percent is { } percent ? Hedged(f, percent, Wording.Number(percent) + "%") + Prefix(" of ", f.Activity) : "",
        ForecastFact f => List(f.Value is { } value ? Hedged(f, value, Wording.Level(value, f.Unit)) : null, f.Condition is null ? null : "given " + f.Condition),
        MeasureFact f => List(
            f.Action is null ? null : EventWording.Done(f), f.DurationDays is { } days ? "for " + EventWording.Duration(days, f.Evidence.Text) : null, f.Date is { } date ? Wording.Date(date) : null),
        AgreementFact f => List(
            f.Status is { } status ? status.ToString().ToLowerInvariant() : null, Prefix("in ", f.Place), f.Date is { } date ? Wording.Date(date) : null,
            f.DurationDays is { } days ? "for " + EventWording.Duration(days, f.Evidence.Text) : null),
        CommitmentFact f => List(f.Value is { } value ? Hedged(f, value, Wording.Level(value, f.Unit)) : null, f.Date is { } date ? "by " + Wording.Date(date) : null),
        MeetingFact f => List(
            f.City is null ? null : "in " + f.City, f.Venue is null ? null : "at " + f.Venue, f.Start is { } start ? Wording.Date(start) + (f.End is { } end && end != start ? " to " + Wording.Date(end) : "") : null),
        CallFact f => List(
            f.Minutes is { } minutes ? (f.AtLeast == true ? "more than " : "") + Wording.Count(minutes, "minute") : null, f.Date is { } date ? Wording.Date(date) : null),
        DeadlineFact f => List(f.Date is { } date ? Wording.Date(date) : null, f.DurationDays is { } days ? EventWording.Duration(days, f.Evidence.Text) : null),
        _ => "",
    };

    /// <summary>What was done: <c>imposed</c>.</summary>
    public static string Done(MeasureAction action) => action switch
    {
        MeasureAction.Impose => "imposed",
        MeasureAction.Ban => "banned",
        MeasureAction.Threaten => "threatened",
        MeasureAction.Investigate => "under investigation",
        MeasureAction.Complain => "complaint",
        MeasureAction.Legislate => "legislation",
        MeasureAction.Retaliate => "retaliation",
        MeasureAction.Restrict => "restricted",
        MeasureAction.Suspend => "suspended",
        MeasureAction.Extend => "extended",
        MeasureAction.Ease => "eased",
        MeasureAction.Lift => "lifted",
        MeasureAction.Revoke => "revoked",
        MeasureAction.Approve => "approved",
        _ => action.ToString().ToLowerInvariant(),
    };

    /// <summary>A percentage that a bar can show, 0 to 100; null for other values.</summary>
    public static decimal? Bar(Fact fact) => fact switch
    {
        ShareFact { Percent: { } percent } => Clamp(percent),
        StatisticFact { ChangePercent: { } change } => Clamp(Math.Abs(change)),
        TariffFact { ToPercent: { } to } => Clamp(to),
        _ => null,
    };

    private static decimal? Clamp(decimal percent) => percent is >= 0 and <= 100 ? percent : null;

    private static string Tariff(TariffFact f)
    {
        string goods = f.Goods ?? (f.Target is null ? "" : "goods");
        return Sentence(Join(f.Imposer is null ? null : PartyLabels.Adjective(f.Imposer), "tariffs"))
            + Prefix(" on ", Join(f.Target is null ? null : PartyLabels.Adjective(f.Target), goods));
    }

    /// <summary>A value with the hedge that its text gives it: <c>about 35%</c>.</summary>
    public static string Hedged(Fact fact, decimal number, string value) => Hedge.Before(fact.Evidence.Text, number) switch
    {
        QuantityBound.About => "about " + value,
        QuantityBound.AtLeast => "more than " + value,
        QuantityBound.AtMost => "up to " + value,
        _ => value,
    };

    private static string Status(TariffStatus status) => status switch
    {
        TariffStatus.Planned => "planned",
        TariffStatus.Threatened => "threatened",
        TariffStatus.Suspended => "suspended",
        TariffStatus.StruckDown => "struck down",
        _ => "in force",
    };

    private static string? Adjective(string? party) => party is null ? null : PartyLabels.Adjective(party);

    private static string Metric(string? metric, string? goods, string? partner)
    {
        string name = metric switch
        {
            null => "",
            "gdp" or "gnp" => metric.ToUpperInvariant(),
            _ => metric.Replace('-', ' '),
        };
        string link = metric switch { "exports" => " to ", "imports" => " from ", _ => " with " };
        return name + Prefix(" of ", goods) + Prefix(link, partner is null ? null : PartyLabels.Inside(partner));
    }

    private static string Join(string? first, string second) => string.IsNullOrEmpty(first) ? second : second.Length == 0 ? first : first + " " + second;

    private static string Sentence(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static string Prefix(string prefix, string? text) => string.IsNullOrEmpty(text) ? "" : prefix + text;

    private static string List(params string?[] parts) => string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
