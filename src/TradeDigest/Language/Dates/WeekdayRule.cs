namespace TradeDigest.Language;

/// <summary>Days of the week and days named from publication: “Monday”, “Friday afternoon”, “last Tuesday”, “Monday of last week”, “Friday, May 12, 2025”, “yesterday morning”, “tonight”.</summary>
/// <remarks>A bare weekday is the last such day, publication's own included, or the next one where the sentence looks ahead; “last” and “next” exclude publication's own.</remarks>
internal static class WeekdayRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        switch (text.Class(at))
        {
            case DateWordClass.Weekday or DateWordClass.WeekdayAbbreviation:
                return TryReadNamed(text, at, at, DateRelative.That, out reading);
            case DateWordClass.Relative when text.Is(at + 1, DateWordClass.Weekday):
                return TryReadNamed(text, at, at + 1, (DateRelative)text.Value(at), out reading);
            case DateWordClass.Day:
                return Moment.Add(text.Published, text.Value(at)) is { } day && TryAddPart(text, at + 1, Moment.OfDay(day), DateOpen.Nothing, out reading);
            case DateWordClass.Night:
                reading = DateReading.Date(at + 1, Moment.OfDay(text.Published)) with { Time = "TNI" };
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadNamed(DateText text, int at, int name, DateRelative relative, out DateReading reading)
    {
        reading = default;
        int end = name + 1;
        bool dotted = text.IsMark(end, '.') && text.IsTight(end);
        if (!text.IsCapitalized(name) || (text.Is(name, DateWordClass.WeekdayAbbreviation)
            && !(dotted && text.Length(name) > 2 && end + 1 < text.Limit) && !(text.IsMark(end, ',') && text.Class(end + 1) is DateWordClass.Month or DateWordClass.MonthAbbreviation)
            && text.Class(end) is not (DateWordClass.Month or DateWordClass.MonthAbbreviation) && !text.IsNumber(end)))
        {
            return false;
        }

        if (text.Is(name, DateWordClass.WeekdayAbbreviation) && dotted)
        {
            end++;
        }

        int date = text.IsMark(end, ',') ? end + 1 : end;
        if (relative == DateRelative.That && (text.Class(date) is DateWordClass.Month or DateWordClass.MonthAbbreviation || text.IsNumber(date) || text.Is(date, DateKeyword.The))
            && MonthRule.TryRead(text, date, out reading) && reading is { From.Grain: Grain.Day, To: null })
        {
            return true;
        }

        int weekday = text.Value(name);
        int week = text.Reads(end, "of") ? end + 1 : end;
        if (text.Class(week) == DateWordClass.Relative && text.IsUnit(week + 1, DateUnit.Week) && Shift((DateRelative)text.Value(week)) is { } weeks
            && OfWeek(text.Published, weekday, weeks) is { } inWeek)
        {
            reading = DateReading.Date(week + 2, Moment.OfDay(inWeek));
            return true;
        }

        var tense = relative == DateRelative.That || relative == DateRelative.This ? DateTenses.Around(text, at, end) : DateTense.Unknown;
        int back = (Number(text.Published) - weekday + 7) % 7;
        int days = relative switch
        {
            DateRelative.Last or DateRelative.Past or DateRelative.Previous => back == 0 ? -7 : -back,
            DateRelative.Next or DateRelative.Coming or DateRelative.Following => 7 - back,
            _ when tense == DateTense.Future && back > 0 => 7 - back,
            DateRelative.This when tense == DateTense.Unknown && back > 0 => 7 - back,
            _ => -back,
        };
        return Moment.Add(text.Published, days) is { } day && TryAddPart(text, end, Moment.OfDay(day), DateOpen.Week, out reading);
    }

    private static int? Shift(DateRelative relative) => relative switch
    {
        DateRelative.Last => -1,
        DateRelative.This => 0,
        DateRelative.Next => 1,
        _ => null,
    };

    private static DateOnly? OfWeek(DateOnly published, int weekday, int weeks) => Moment.Add(published, weekday - Number(published) + (7 * weeks));

    private static int Number(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>A part of the day behind a day: “Friday afternoon”, “yesterday morning”.</summary>
    private static bool TryAddPart(DateText text, int end, Moment day, DateOpen open, out DateReading reading)
    {
        reading = DateReading.Date(end, day, open);
        if (text.Is(end, DateWordClass.DayPart))
        {
            reading = reading with { End = end + 1, Time = "T" + DateWords.PartCode(text.Value(end)) };
        }

        return true;
    }
}
