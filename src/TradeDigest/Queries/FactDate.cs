using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Queries;

/// <summary>The time that a fact itself is about.</summary>
/// <param name="Text">As the fact has it: a date (<c>2026-03-02</c>), a period (<c>2026-Q1</c>) or a range (<c>2026-01/2026-05</c>).</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record FactDate(string Text, DateOnly First, DateOnly Last)
{
    /// <summary>The time of a fact; null where it has none, or one that is no calendar time (<c>FY2025</c> begins when the one who counts says).</summary>
    public static FactDate? Of(Fact fact) => fact switch
    {
        TariffFact f => Of(f.Date),
        StatisticFact f => OfPeriod(f.Period),
        ForecastFact f => OfPeriod(f.Horizon),
        MeasureFact f => Of(f.Date),
        AgreementFact f => Of(f.Date),
        CommitmentFact f => Of(f.Date),
        MeetingFact { Start: { } start, End: { } end } when end.Last >= start.First => new($"{start}/{end}", start.First, end.Last),
        MeetingFact f => Of(f.Start ?? f.End),
        CallFact f => Of(f.Date),
        DeadlineFact f => Of(f.Date),
        _ => null,
    };

    /// <summary>Whether it shares a day with the days from <paramref name="from"/> to <paramref name="to"/>; null is no limit.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) => (from is null || Last >= from) && (to is null || First <= to);

    private static FactDate? Of(PartialDate? date) => date is { } known ? new(known.ToString(), known.First, known.Last) : null;

    private static FactDate? OfPeriod(string? period)
    {
        if (period is null)
        {
            return null;
        }

        string[] ends = period.Split('/');
        return ends.Length is 1 or 2 && Days(ends[0]) is { } first && Days(ends[^1]) is { } last && first.First <= last.Last
            ? new(period, first.First, last.Last)
            : null;
    }

    private static (DateOnly First, DateOnly Last)? Days(string period)
    {
        if (PartialDate.TryParse(period, out var date))
        {
            return (date.First, date.Last);
        }

        if (period.Length == 7 && period[4] == '-' && PartialDate.TryParse(period.AsSpan(0, 4), out var year)
            && (period[5], period[6]) is ('Q', >= '1' and <= '4') or ('H', >= '1' and <= '2'))
        {
            int months = period[5] == 'Q' ? 3 : 6;
            var first = year.First.AddMonths((period[6] - '1') * months);
            return (first, first.AddMonths(months).AddDays(-1));
        }

        return null;
    }
}
