namespace TradeDigest.Language;

/// <summary>Runs of months by their length and end: “the first five months of 2025”, “the year to March”, “the three months ended June 30”.</summary>
internal static class SpanRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        int first = text.Is(at, DateKeyword.The) ? at + 1 : at;
        return TryReadOpening(text, at, first, out reading) || TryReadEnding(text, at, first, out reading);
    }

    private static bool TryReadOpening(DateText text, int at, int first, out DateReading reading)
    {
        reading = default;
        if (!text.Is(first, DateWordClass.Ordinal) || text.Value(first) is not (1 or -1) || !DateNumbers.TryRead(text, first + 1, out var count) || count.IsVague)
        {
            return false;
        }

        int unit = text.IsDash(count.End) ? count.End + 1 : count.End;
        if (text.Class(unit) is not (DateWordClass.Units or DateWordClass.Unit) || text.Unit(unit) is not (DateUnit.Month or DateUnit.Quarter) || count.Amount % 1 != 0)
        {
            return false;
        }

        int months = (int)count.Amount * (text.Unit(unit) == DateUnit.Quarter ? 3 : 1);
        if (months is < 1 or > 11)
        {
            return false;
        }

        int end = unit + 1;
        int of = text.Reads(end, "of") || text.Is(end, DateKeyword.In) ? end + 1 : end;
        int year = text.Published.Year;
        if (YearRule.TryReadCompleting(text, of, out var given) && given.From is { } named)
        {
            (year, end) = (named.Year, given.End);
        }
        else if (of > end && text.Is(of, DateKeyword.The) && text.IsUnit(of + 1, DateUnit.Year))
        {
            (year, end) = ((text.Reference ?? Moment.OfDay(text.Published)).Year, of + 2);
        }
        else if (of > end && text.Reads(end, "of"))
        {
            return false;
        }
        else if (text.Published.Month < months && DateTenses.Around(text, at, end) != DateTense.Future)
        {
            year--;
        }

        bool start = text.Value(first) == 1;
        if (Moment.OfMonth(year, start ? 1 : 13 - months) is not { } from || Moment.OfMonth(year, start ? months : 12) is not { } to)
        {
            return false;
        }

        reading = DateReading.Range(end, from, to);
        return true;
    }

    private static bool TryReadEnding(DateText text, int at, int first, out DateReading reading)
    {
        reading = default;
        int months = 1, unit = first;
        if (DateNumbers.TryRead(text, first, out var count) && !count.IsVague && count.Amount is >= 1 and <= 36 && !text.Is(first, DateKeyword.A))
        {
            (months, unit) = ((int)count.Amount, count.End);
        }
        else if (text.Is(unit, DateWordClass.Fiscal))
        {
            unit++;
        }

        if (text.Class(unit) is not (DateWordClass.Unit or DateWordClass.Units) || text.Unit(unit) is not (DateUnit.Month or DateUnit.Quarter or DateUnit.Year))
        {
            return false;
        }

        months *= text.Unit(unit) switch { DateUnit.Year => 12, DateUnit.Quarter => 3, _ => 1 };
        int to = unit + 1;
        if (!text.Is(to, DateKeyword.To) && !text.Is(to, DateKeyword.Ended) && !(text.Is(to, DateKeyword.Through) && months > 1))
        {
            return false;
        }

        int date = text.Is(to + 1, DateKeyword.In) || text.Is(to + 1, DateKeyword.On) || text.Reads(to + 1, "end") ? to + 2 : to + 1;
        if (text.IsDash(date))
        {
            date++;
        }

        bool named = text.Class(date) is DateWordClass.Month or DateWordClass.MonthAbbreviation or DateWordClass.Relative || text.IsNumber(date);
        if (!named || !DateRules.TryReadPoint(text, date, out var last) || last.To is not null || last.From is not { Grain: Grain.Month or Grain.Day } end)
        {
            return false;
        }

        var lastDay = end.First;
        bool whole = end.Grain == Grain.Month || lastDay.Day == DateTime.DaysInMonth(lastDay.Year, lastDay.Month);
        var from = whole ? Moment.Around(lastDay, DateUnit.Month, 1 - months)
            : Moment.Around(lastDay, DateUnit.Month, -months) is { } before && Moment.Add(before.First, lastDay.Day) is { } day ? Moment.OfDay(day) : null;
        var until = whole ? Moment.OfMonth(lastDay.Year, lastDay.Month) : end;
        if (from is not { } start || until is not { } stop)
        {
            return false;
        }

        reading = DateReading.Range(last.End, start, stop);
        return true;
    }
}
