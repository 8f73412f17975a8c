namespace TradeDigest.Language;

/// <summary>Months and days of months: “May 12, 2025”, “12 May”, “the 12th of May”, “Nov. 2”, “Sept 3rd”, “12-MAY-1987”, “in May”, “May last year”, “the 15th”,
/// “June 8 to 13”, “8-13 June”, and the quarter that a month ends (“the March quarter”).</summary>
/// <remarks>Without a year the sentence's tense decides: the last such date in the past tense, the next one where it looks ahead; otherwise a month is the last one
/// that began, and a day the nearest; a day is also the nearest in the past tense while it lies at most two months ahead.</remarks>
internal static class MonthRule
{
    /// <summary>How far ahead a day without a year may lie in a sentence of the past (“was moved to 3 March”): none writes so of a day ten months back.</summary>
    private const int SoonDays = 62;

    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        int first = text.Is(at, DateKeyword.The) ? at + 1 : at;
        if (text.Class(first) is DateWordClass.Month or DateWordClass.MonthAbbreviation)
        {
            reading = default;
            return IsMonth(text, first) && TryReadMonthFirst(text, at, first, out reading);
        }

        return TryReadDayFirst(text, at, first, out reading);
    }

    /// <summary>Whether the word of a month means one here, and no name or verb.</summary>
    public static bool IsMonth(DateText text, int at)
    {
        if (!text.IsCapitalized(at))
        {
            return false;
        }

        bool number = text.IsNumber(at + 1) && text.Length(at + 1) is 1 or 2 or 4;
        bool introduced = IsIntroduced(text, at);
        if (text.Is(at, DateWordClass.MonthAbbreviation))
        {
            return text.Reads(at, "Sept") || text.IsMark(at + 1, '.') || number || introduced || text.IsNumber(at - 1)
                || (text.IsDash(at + 1) && text.Class(at + 2) is DateWordClass.Month or DateWordClass.MonthAbbreviation);
        }

        if (!text.Has(at, DateWordTraits.AlsoName) || number || (text.IsNumber(at - 1) && text.Length(at - 1) <= 2) || text.Is(at - 1, DateWordClass.OrdinalSuffix))
        {
            return true;
        }

        if (text.Has(at - 1, DateWordTraits.Title) || (text.IsMark(at - 1, '.') && text.Has(at - 2, DateWordTraits.Title)))
        {
            return false;
        }

        if (introduced)
        {
            return true;
        }

        bool nameFollows = text.IsCapitalized(at + 1) && text.Class(at + 1) == DateWordClass.None;
        bool nameBefore = at > text.Floor && text.IsCapitalized(at - 1) && at - 1 > text.Floor && text.Word(at - 1).Class == DateWordClass.None;
        bool starts = at == text.Floor || text.Tokens[at - 1].Kind == TokenKind.Quote;
        bool verb = text.Reads(at, "May") || text.Reads(at, "March");
        return !nameFollows && !nameBefore && !text.Has(at + 1, DateWordTraits.AfterName) && !(starts && verb)
            && !(text.Reads(at, "March") && (text.Is(at + 1, DateKeyword.On) || text.Is(at + 1, DateKeyword.For)));
    }

    private static bool IsIntroduced(DateText text, int at)
    {
        int before = at - 1;
        return text.Class(before) is DateWordClass.Relative or DateWordClass.Phase or DateWordClass.Month
            || text.Is(before, DateKeyword.In) || text.Is(before, DateKeyword.Since) || text.Is(before, DateKeyword.Until) || text.Is(before, DateKeyword.During)
            || text.Is(before, DateKeyword.Through) || (text.Reads(before, "of") && !text.IsCapitalized(at + 1)) || text.Is(before, DateDirection.Before) || text.Is(before, DateDirection.After)
            || (text.IsDash(before) && (text.Class(before - 1) is DateWordClass.Phase or DateWordClass.PhaseNoun or DateWordClass.Month or DateWordClass.MonthAbbreviation))
            || (text.Is(before, DateKeyword.By) && !text.IsCapitalized(at + 1)) || (text.Is(before, DateKeyword.To) && text.Class(before - 1) is DateWordClass.Month or DateWordClass.MonthAbbreviation)
            || (text.Is(before, DateKeyword.From) && (text.Is(at + 1, DateKeyword.To) || text.EndsClause(at + 1)));
    }

    private static bool TryReadMonthFirst(DateText text, int at, int first, out DateReading reading)
    {
        reading = default;
        int month = text.Value(first);
        int end = EndOfName(text, first);
        if (at == first && TryReadDay(text, end, out int day, out int behind))
        {
            return TryReadDays(text, at, month, day, behind, out reading);
        }

        if (text.IsUnit(end, DateUnit.Quarter) && month % 3 == 0)
        {
            var quarterYear = CompletingYear(text, end + 1);
            int year = quarterYear.Year?.Year ?? YearOfMonth(text, at, end + 1, month);
            return Make(quarterYear.End, Moment.OfQuarter(year, month / 3), quarterYear.Year is null, out reading);
        }

        if (at < first)
        {
            return false; // “the May meeting”: the article belongs to the noun, and the month is read from its own token.
        }

        var (given, last) = CompletingYear(text, end);
        if (given is null && text.IsNumber(end) && text.Length(end) > 2 && text.IsTight(end))
        {
            return false;
        }

        return Make(last, Moment.OfMonth(given?.Year ?? YearOfMonth(text, at, last, month), month), given is null, out reading);
    }

    private static int EndOfName(DateText text, int at) =>
        text.Is(at, DateWordClass.MonthAbbreviation) && text.IsMark(at + 1, '.') && text.IsTight(at + 1) && at + 2 < text.Limit ? at + 2 : at + 1;

    /// <summary>A day of the month in digits, with or without its ending: <c>12</c>, <c>3rd</c>.</summary>
    private static bool TryReadDay(DateText text, int at, out int day, out int end)
    {
        (day, end) = (text.Int(at, 2), at + 1);
        if (day is < 1 or > 31 || text.Has(end, DateWordTraits.NotAfterDay) || text.IsMark(end, '%'))
        {
            return false;
        }

        if (text.IsTight(end) && text.Is(end, DateWordClass.OrdinalSuffix))
        {
            end++;
        }
        else if (text.IsTight(end) && (text.Tokens[end].Kind == TokenKind.Word || (text.IsMark(end, ':') && text.IsNumber(end + 1))))
        {
            return text.Is(end, DateKeyword.Possessive);
        }

        return !(text.IsDash(end) && text.IsTight(end) && text.IsTight(end + 1) && text.Has(end + 1, DateWordTraits.NotAfterDay))
            && text.Class(end) is not (DateWordClass.Meridiem or DateWordClass.Units);
    }

    /// <summary>The day that was read, with its year, or the days from it on: “June 8 to 13”, “June 9 and 10”.</summary>
    private static bool TryReadDays(DateText text, int at, int month, int day, int end, out DateReading reading)
    {
        int second = text.Is(end, DateKeyword.To) || text.IsDash(end) || text.Is(end, DateKeyword.Through) || text.Is(end, DateKeyword.And) ? end + 1 : -1;
        if (second > 0 && TryReadDay(text, second, out int lastDay, out int behind) && lastDay > day
            && (!text.Is(end, DateKeyword.And) || lastDay == day + 1)
            && text.Class(behind) is not (DateWordClass.Month or DateWordClass.MonthAbbreviation))
        {
            var (year, rangeEnd) = CompletingYear(text, behind);
            int of = year?.Year ?? YearOfDay(text, at, rangeEnd, month, day);
            reading = Moment.OfDay(of, month, day) is { } from && Moment.OfDay(of, month, lastDay) is { } to ? DateReading.Range(rangeEnd, from, to) : default;
            return reading.End > 0;
        }

        var (given, last) = CompletingYear(text, end);
        return Make(last, Moment.OfDay(given?.Year ?? YearOfDay(text, at, last, month, day), month, day), given is null, out reading);
    }

    private static bool TryReadDayFirst(DateText text, int at, int first, out DateReading reading)
    {
        reading = default;
        int day = text.Int(first, 2), end = first + 1;
        bool ordinal = text.IsTight(end) && text.Is(end, DateWordClass.OrdinalSuffix);
        if (text.Is(first, DateWordClass.Ordinal) && first > at && text.Reads(first + 1, "of"))
        {
            (day, ordinal, end) = (text.Value(first), true, first);
        }

        if (day is < 1 or > 31 || (text.IsNumber(first) && first > text.Floor && text.IsMark(first - 1, '$')))
        {
            return false;
        }

        end = ordinal ? end + 1 : end;
        int lastDay = 0;
        int to = (text.Is(end, DateKeyword.To) || text.IsDash(end) || text.Is(end, DateKeyword.And) || text.Is(end, DateKeyword.Through)) ? end + 1 : -1;
        if (to > 0 && text.Int(to, 2) is > 0 and <= 31 and var read && read > day)
        {
            int behind = text.IsTight(to + 1) && text.Is(to + 1, DateWordClass.OrdinalSuffix) ? to + 2 : to + 1;
            if (text.Class(behind) is DateWordClass.Month or DateWordClass.MonthAbbreviation && (!text.Is(end, DateKeyword.And) || read == day + 1))
            {
                (lastDay, end) = (read, behind);
            }
        }

        int month = text.Reads(end, "of") && ordinal ? end + 1 : text.IsDash(end) && text.IsTight(end) && text.IsTight(end + 1) ? end + 1 : end;
        if (text.Class(month) is DateWordClass.Month or DateWordClass.MonthAbbreviation && text.IsCapitalized(month) && !text.Has(first, DateWordTraits.NotBeforeYear))
        {
            int behind = EndOfName(text, month);
            int yearAt = text.IsDash(behind) && text.IsTight(behind) && text.IsTight(behind + 1) && text.IsNumber(behind + 1) ? behind + 1 : behind;
            if (text.Is(first - 1, DateWordClass.Month) && text.Length(behind) != 4)
            {
                return false;
            }

            var (given, last) = CompletingYear(text, yearAt);
            last = given is null ? behind : last;
            int year = given?.Year ?? YearOfDay(text, at, last, text.Value(month), day);
            if (lastDay > 0)
            {
                reading = Moment.OfDay(year, text.Value(month), day) is { } from && Moment.OfDay(year, text.Value(month), lastDay) is { } until
                    ? DateReading.Range(last, from, until) : default;
                return reading.End > 0;
            }

            return Make(last, Moment.OfDay(year, text.Value(month), day), given is null, out reading);
        }

        return ordinal && first > at && text.IsNumber(first) && TryReadDayAlone(text, at, day, first + 2, out reading);
    }

    /// <summary>“on the 15th”: of the month spoken of, or of publication's.</summary>
    private static bool TryReadDayAlone(DateText text, int at, int day, int end, out DateReading reading)
    {
        reading = default;
        bool introduced = text.Is(at - 1, DateKeyword.On) || text.Is(at - 1, DateKeyword.By) || text.Is(at - 1, DateKeyword.Until) || text.Is(at - 1, DateKeyword.Since)
            || text.Is(at - 1, DateDirection.Before) || text.Is(at - 1, DateDirection.After);
        bool ofThisMonth = text.Reads(end, "of") && (text.Is(end + 1, DateRelative.This) || text.Is(end + 1, DateKeyword.The)) && text.IsUnit(end + 2, DateUnit.Month);
        if (!introduced || !(text.EndsClause(end) || ofThisMonth || text.Is(end, DateKeyword.And) || text.Is(end, DateKeyword.At)))
        {
            return false;
        }

        var month = text.SentenceReference is { Grain: Grain.Day or Grain.Month } spoken ? spoken.First : text.Published;
        return Make(ofThisMonth ? end + 3 : end, Moment.OfDay(month.Year, month.Month, day), open: false, out reading);
    }

    /// <summary>The year behind a month or day: <c>2025</c>, <c>, 2025</c>, <c>of 2025</c>, <c>last year</c>.</summary>
    private static (Moment? Year, int End) CompletingYear(DateText text, int end)
    {
        int at = text.IsMark(end, ',') || text.Reads(end, "of") ? end + 1 : end;
        if (!YearRule.TryReadCompleting(text, at, out var year) || year.From is not { Grain: Grain.Year } given)
        {
            return (null, end);
        }

        bool counted = text.IsNumber(at) && (text.Has(year.End, DateWordTraits.NotAfterYear) || text.IsMark(year.End, '%'));
        bool far = text.IsMark(end, ',') && !text.IsNumber(at);
        return counted || far ? (null, end) : (given, year.End);
    }

    private static int YearOfMonth(DateText text, int first, int end, int month)
    {
        int current = text.Published.Month, year = text.Published.Year;
        if (month == current)
        {
            return year;
        }

        var tense = DateTenses.Around(text, first, end);
        bool spokenOf = text.Is(first - 1, DateKeyword.The) || text.Is(first - 1, DateKeyword.Possessive);
        bool next = month < current && !(spokenOf && current - month <= 6); // “the May accord” of a sentence that looks ahead is past.
        return tense == DateTense.Future ? (next ? year + 1 : year) : month > current ? year - 1 : year;
    }

    private static int YearOfDay(DateText text, int first, int end, int month, int day)
    {
        int year = text.Published.Year;
        int ahead = ((month - text.Published.Month) * 31) + day - text.Published.Day;
        return DateTenses.Around(text, first, end) switch
        {
            DateTense.Past => ahead > SoonDays ? year - 1 : year,
            DateTense.Future => ahead < -31 ? year + 1 : year,
            _ => ahead > 186 ? year - 1 : ahead < -186 ? year + 1 : year,
        };
    }

    private static bool Make(int end, Moment? moment, bool open, out DateReading reading)
    {
        reading = moment is { } made ? DateReading.Date(end, made, open ? DateOpen.Year : DateOpen.Nothing) : default;
        return moment is not null;
    }
}
