using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Stories;

/// <summary>What a slot does when two facts are compared.</summary>
internal enum SlotRole
{
    /// <summary>Says what the fact is about: without it on both sides, or with different values, two facts have nothing to do with each other.</summary>
    Identity,

    /// <summary>Narrows what is measured; none means all (goods, trading partner), so that one with and one without are different facts.</summary>
    Whole,

    /// <summary>Narrows what is measured; where either text leaves it open, equal values are the same fact but different ones are no conflict.</summary>
    Needed,

    /// <summary>As <see cref="Needed"/>, but facts conflict also where both leave it open.</summary>
    Scope,

    /// <summary>A wording of the scope (<c>mining</c>, <c>production</c>): facts that differ in it can only agree.</summary>
    Loose,

    /// <summary>What is said, of which different values contradict each other.</summary>
    Value,

    /// <summary>What is said, of which different values make different facts (the date of a measure).</summary>
    Apart,
}

/// <summary>A slot of a fact, ready to be compared.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Content">A <see cref="string"/>, an <see cref="Amount"/>, a <see cref="PartialDate"/>, a <see cref="PhraseStems"/> or a <see cref="NameSet"/>; null where the text gives none.</param>
internal readonly record struct Slot(SlotRole Role, object? Content);

/// <summary>A number with its unit and the hedge before it.</summary>
internal sealed record Amount(decimal Number, string? Unit, QuantityBound Bound);

/// <summary>The telling words of a slot in the text's own words.</summary>
internal sealed record PhraseStems(IReadOnlySet<string> Stems);

/// <summary>Parties or people.</summary>
internal sealed record NameSet(IReadOnlySet<string> Names);

/// <summary>Lays out a fact's slots for comparison: facts of one kind give the same slots in the same order.</summary>
internal static class ComparableSlots
{
    /// <summary>The slots of a fact.</summary>
    public static Slot[] Of(Fact fact) => fact switch
    {
        TariffFact f => [
            Needed(f.Imposer), Needed(f.Target), new(SlotRole.Whole, Words(f.Goods)), new(SlotRole.Loose, Standing(f.Status)),
            Value(fact, f.FromPercent, "%"), Value(fact, f.ToPercent, "%"), Value(fact, f.ChangePoints, "pp"), Value(fact, f.CoverageValue, f.Unit),
            Apart(fact, f.DurationDays, "day"), Apart(f.Date)],
        StatisticFact f => [
            Identity(f.Metric), Needed(f.Area), new(SlotRole.Whole, f.Partner), new(SlotRole.Whole, Words(f.Goods)), Needed(f.Period), new(SlotRole.Scope, f.Basis),
            Value(fact, f.ChangePercent, "%"), Value(fact, f.Value, f.Unit)],
        ShareFact f => [Identity(f.Holder), new(SlotRole.Needed, Words(f.Commodity)), new(SlotRole.Loose, f.Activity), Value(fact, f.Percent, "%")],
        ForecastFact f => [
            Identity(f.Forecaster), Identity(f.Metric), Needed(f.Area), new(SlotRole.Whole, Words(f.Condition)), Needed(f.Horizon), Value(fact, f.Value, f.Unit)],
        MeasureFact f => [
            Identity(f.Actor), Identity(f.Action), new(SlotRole.Identity, Words(f.Object)), new(SlotRole.Scope, f.Target),
            Apart(f.Date), Apart(fact, f.DurationDays, "day")],
        AgreementFact f => [
            new(SlotRole.Identity, Names(f.Parties)), new(SlotRole.Scope, Words(f.Subject)), new(SlotRole.Scope, f.Place), new(SlotRole.Scope, Reached(f.Status)),
            new(SlotRole.Value, f.Date), Value(fact, f.DurationDays, "day")],
        CommitmentFact f => [
            Identity(f.Actor), Identity(f.Action), new(SlotRole.Needed, Words(f.Object)), new(SlotRole.Scope, f.Counterparty),
            Value(fact, f.Value, f.Unit), Apart(f.Date)],
        MeetingFact f => [new(SlotRole.Identity, Names(f.Parties)), Identity(f.City), new(SlotRole.Apart, Days(f)), new(SlotRole.Apart, Words(f.Venue))],
        DelegateFact f => [Identity(f.Name), new(SlotRole.Scope, f.Side), new(SlotRole.Loose, Words(f.Role))],
        CallFact f => [new(SlotRole.Identity, Names(f.Participants)), Apart(f.Date), new(SlotRole.Value, Minutes(f))],
        DeadlineFact f => [new(SlotRole.Identity, Words(f.Subject)), new(SlotRole.Value, f.Date), Apart(fact, f.DurationDays, "day")],
        QuoteFact f => [new(SlotRole.Identity, f.Text is null ? null : new PhraseStems(ContentWords.Of(f.Text)))],
        _ => throw new NotSupportedException($"Facts of type {fact.GetType().Name} have no slots to compare; lay them out here."),
    };

    private static Slot Identity(object? content) => new(SlotRole.Identity, content?.ToString());

    private static Slot Needed(string? content) => new(SlotRole.Needed, content);

    private static Slot Apart(PartialDate? date) => new(SlotRole.Apart, date);

    private static Slot Apart(Fact fact, decimal? number, string? unit) => Value(fact, number, unit) with { Role = SlotRole.Apart };

    private static Slot Value(Fact fact, decimal? number, string? unit) =>
        new(SlotRole.Value, number is { } n ? new Amount(n, unit, Hedge.Before(fact.Evidence.Text, n)) : null);

    private static PhraseStems? Words(string? text) => text is null ? null : new PhraseStems(ContentWords.Of(text));

    private static NameSet? Names(IReadOnlyList<string>? names) =>
        names is { Count: > 0 } ? new NameSet(names.ToHashSet(StringComparer.OrdinalIgnoreCase)) : null;

    private static Amount? Minutes(CallFact call) =>
        call.Minutes is { } minutes ? new Amount(minutes, "minute", call.AtLeast == true ? QuantityBound.AtLeast : Hedge.Before(call.Evidence.Text, minutes)) : null;

    private static PartialDate? Days(MeetingFact meeting) => meeting.Start is { Month: > 0 } start ? new PartialDate(start.Year, start.Month) : meeting.Start;

    /// <summary>What is in force and what was suspended were both laid; a plan or a threat is another thing.</summary>
    private static string? Standing(TariffStatus? status) => status switch
    {
        null => null,
        TariffStatus.Planned or TariffStatus.Threatened => "ahead",
        TariffStatus.StruckDown => "struck-down",
        _ => "laid",
    };

    /// <summary>Whether an agreement is still ahead, made or broken.</summary>
    internal static string? Reached(AgreementStatus? status) => status switch
    {
        null => null,
        AgreementStatus.Proposed or AgreementStatus.Sought => "ahead",
        AgreementStatus.Broken => "broken",
        _ => "made",
    };
}
