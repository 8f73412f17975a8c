namespace TradeDigest.Language;

/// <summary>Joins a date with the one behind it into a range: “from January to May”, “between 2020 and 2024”, “May 30-June 2”, “Monday through Friday”, “2020-24”.</summary>
/// <remarks>A date without a year takes that of the other end; without any, the first is the last such date before the second.</remarks>
internal static class DateRanges
{
    public delegate bool PointReader(DateText text, int at, bool counted, out DateReading reading);

    public static DateReading Extend(DateText text, int at, DateReading left, PointReader point)
    {
        if (left is not { From: { } from, To: null, Time: null } || !IsJoint(text, at, left.End, out int next))
        {
            return left;
        }

        if (from.Grain == Grain.Year && ShortYear(text, left.End, next, from.Year) is { } short2)
        {
            return DateReading.Range(next + 1, from, short2);
        }

        if (!point(text, next, false, out var right) || right is not { From: { } to, To: null, Time: null } || right.Modifier is not null)
        {
            return left;
        }

        if (from.Grain == Grain.Month && to.Grain == Grain.Quarter && from.Part == (to.Part * 3) - 2)
        {
            return right; // “April-June quarter”: “June quarter” has been read as one.
        }

        if (to.Grain != from.Grain)
        {
            return left;
        }

        if (left.Open != DateOpen.Nothing)
        {
            from = Before(from, to, left.Open) ?? from;
        }
        else if (right.Open != DateOpen.Nothing && to.First < from.First && After(to, from, right.Open) is { } later)
        {
            to = later;
        }

        if (to.First <= from.First)
        {
            return left;
        }

        return DateReading.Range(right.End, from, to);
    }

    private static bool IsJoint(DateText text, int at, int end, out int next)
    {
        next = end + 1;
        if (text.Is(end, DateKeyword.And))
        {
            return text.Is(at - 1, DateKeyword.Between);
        }

        if (text.IsDash(end))
        {
            return text.IsTight(end) == text.IsTight(end + 1);
        }

        bool until = text.Is(end, DateKeyword.Until) && text.Is(at - 1, DateKeyword.From);
        if (!until && !text.Is(end, DateKeyword.To) && !text.Is(end, DateKeyword.Through))
        {
            return false;
        }

        for (int i = at - 1; i >= text.Floor && i >= at - 6; i--)
        {
            if (text.Has(i, DateWordTraits.Postponing))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The second year of “2020-24” or “1989/90”.</summary>
    private static Moment? ShortYear(DateText text, int joint, int next, int year) =>
        text.IsDash(joint) && text.IsTight(joint) && text.IsTight(next) && text.Length(next) == 2 && text.Int(next) is >= 0 and var digits && digits > year % 100
            && digits - (year % 100) <= 40 && !(text.IsTight(next + 1) && text.Tokens[next + 1].Kind != TokenKind.Punctuation)
            ? Moment.OfYear((year / 100 * 100) + digits)
            : null;

    /// <summary>The last date like <paramref name="from"/> that lies before <paramref name="to"/>.</summary>
    private static Moment? Before(Moment from, Moment to, DateOpen open)
    {
        if (open == DateOpen.Week)
        {
            int days = to.First.DayNumber - from.First.DayNumber;
            int back = ((days % 7) + 7) % 7;
            return Moment.Add(to.First, -back) is { } day ? Moment.OfDay(day) : null;
        }

        return from.AddYears(to.Year - from.Year) is { } same && same.First <= to.First ? same : from.AddYears(to.Year - from.Year - 1);
    }

    private static Moment? After(Moment to, Moment from, DateOpen open) =>
        open == DateOpen.Week ? null : to.AddYears(from.Year - to.Year) is { } same && same.First >= from.First ? same : to.AddYears(from.Year - to.Year + 1);
}
