using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>The slots of a fact as a list, so that facts of one kind can be compared slot by slot.</summary>
public static class FactSlots
{
    /// <summary>The slots of <paramref name="fact"/> in the order of its record; null where the text gives none.</summary>
    public static object?[] Of(Fact fact) => fact switch
    {
        TariffFact f => [f.Imposer, f.Target, f.Goods, f.FromPercent, f.ToPercent, f.ChangePoints, f.CoverageValue, f.Unit, f.DurationDays, f.Status, f.Date],
        StatisticFact f => [f.Metric, f.Area, f.Partner, f.Goods, f.ChangePercent, f.Value, f.Unit, f.Period, f.Basis, f.Record],
        ShareFact f => [f.Holder, f.Commodity, f.Activity, f.Percent],
        ForecastFact f => [f.Forecaster, f.Metric, f.Area, f.Value, f.Unit, f.Horizon, f.Condition],
        MeasureFact f => [f.Actor, f.Action, f.Object, f.Target, f.Date, f.DurationDays],
        AgreementFact f => [f.Parties, f.Subject, f.Place, f.Date, f.DurationDays, f.Status],
        CommitmentFact f => [f.Actor, f.Action, f.Object, f.Counterparty, f.Value, f.Unit, f.Date],
        MeetingFact f => [f.Parties, f.City, f.Venue, f.Start, f.End],
        DelegateFact f => [f.Name, f.Role, f.Side],
        CallFact f => [f.Participants, f.Date, f.Minutes, f.AtLeast],
        DeadlineFact f => [f.Subject, f.Date, f.DurationDays],
        QuoteFact f => [f.Speaker, f.Role, f.Text],
        _ => throw new ArgumentException($"{fact.GetType().Name} is no kind of fact that has slots.", nameof(fact)),
    };

    /// <summary>How many slots are filled.</summary>
    public static int Filled(ReadOnlySpan<object?> slots)
    {
        int filled = 0;
        foreach (object? slot in slots)
        {
            filled += slot is null ? 0 : 1;
        }

        return filled;
    }

    /// <summary>Whether every filled slot of <paramref name="lesser"/> says the same as that of <paramref name="fuller"/>, or the same less precisely
    /// (<c>2025-05</c> of <c>2025-05-12</c>; some of the parties).</summary>
    public static bool Restates(ReadOnlySpan<object?> lesser, ReadOnlySpan<object?> fuller)
    {
        for (int i = 0; i < lesser.Length; i++)
        {
            if (lesser[i] is { } said && !(fuller[i] is { } known && SaysNoMore(said, known)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SaysNoMore(object said, object known) => (said, known) switch
    {
        (PartialDate less, PartialDate more) => less.Includes(more),
        (IReadOnlyList<string> less, IReadOnlyList<string> more) => less.All(more.Contains),
        (string less, string more) => string.Equals(less, more, StringComparison.OrdinalIgnoreCase),
        _ => said.Equals(known),
    };
}
