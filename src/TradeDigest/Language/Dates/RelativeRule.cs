namespace TradeDigest.Language;

/// <summary>Units of the calendar from publication or from a date spoken of: “last week”, “this year”, “next month”, “the following day”, “that year”,
/// “the latest quarter”, “the year-earlier period”, “last May”, “last summer”, “the summer of 2024”, “this morning”, “last night”, “the weekend”, “for the year”.</summary>
internal static class RelativeRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        int first = text.Is(at, DateKeyword.The) ? at + 1 : at;
        bool article = first > at;
        if (text.Is(first, DateKeyword.Most) && text.Is(first + 1, DateRelative.Recent))
        {
            return TryReadPlaced(text, at, first + 2, DateRelative.Latest, article, out reading);
        }

        if (text.Is(first, DateWordClass.Relative))
        {
            return TryReadPlaced(text, at, first + 1, (DateRelative)text.Value(first), article, out reading);
        }

        return TryReadYearEarlier(text, text.Is(at, DateKeyword.A) ? at + 1 : first, out reading)
            || TryReadSeason(text, at, first, out reading)
            || (article && TryReadDefinite(text, at, first, out reading))
            || (article && TryReadBeside(text, first, out reading));
    }

    private static bool TryReadPlaced(DateText text, int at, int word, DateRelative relative, bool article, out DateReading reading)
    {
        reading = default;
        bool fiscal = text.Is(word, DateWordClass.Fiscal);
        int unit = fiscal || text.Is(word, DateWordClass.Calendar) ? word + 1 : word;
        switch (text.Class(unit))
        {
            case DateWordClass.Unit when relative is not DateRelative.Recent:
                relative = article && relative == DateRelative.Next ? DateRelative.Following : relative;
                return !(text.IsDash(unit + 1) && text.IsTight(unit + 1) && relative is DateRelative.That) && OfUnit(text, unit, relative, fiscal, out reading);
            case DateWordClass.Period when relative == DateRelative.Same && text.Reference is { } spoken:
                return Compared(text, unit + 1, spoken, out reading) && reading.End > unit + 1;
            case DateWordClass.Month or DateWordClass.MonthAbbreviation when !article && Side(relative) is { } side && text.IsCapitalized(unit):
                return OfMonth(text, unit, side, out reading);
            case DateWordClass.Season when Side(relative) is { } side:
                return Make(unit + 1, SeasonFrom(text.Published, text.Value(unit), side), out reading);
            case DateWordClass.DayPart:
                return OfDayPart(text, unit, relative, article, out reading);
            default:
                return at == word - 1 && WeekdayRule.TryRead(text, at, out reading);
        }
    }

    /// <summary>-1, 0 or 1 for words that count from publication; null for others.</summary>
    private static int? Side(DateRelative relative) => relative switch
    {
        DateRelative.Last or DateRelative.Past or DateRelative.Latest => -1,
        DateRelative.This => 0,
        DateRelative.Next or DateRelative.Coming => 1,
        _ => null,
    };

    private static bool OfUnit(DateText text, int at, DateRelative relative, bool fiscal, out DateReading reading)
    {
        var unit = text.Unit(at);
        if (unit < DateUnit.Day || unit == DateUnit.Century && relative != DateRelative.This && relative != DateRelative.Last)
        {
            reading = default;
            return false;
        }

        if (Side(relative) is { } side)
        {
            var moment = fiscal && unit == DateUnit.Year ? Moment.OfYear(text.Published.Year + side, fiscal: true)
                : unit == DateUnit.Day && side == 0 ? Moment.OfDay(text.Published)
                : unit == DateUnit.Weekend ? Weekend(text.Published, side)
                : Moment.Around(text.Published, unit, side);
            return Make(at + 1, moment, out reading);
        }

        var basis = text.Reference?.First ?? text.Published;
        int shift = relative switch { DateRelative.Previous => -1, DateRelative.Following => 1, _ => 0 };
        if (relative is DateRelative.Same && Moment.Around(basis, unit) is { } same)
        {
            return Compared(text, at + 1, same, out reading);
        }

        return Make(at + 1, Moment.Around(basis, unit, shift), out reading);
    }

    private static Moment? Weekend(DateOnly published, int side)
    {
        int back = published.DayOfWeek == DayOfWeek.Sunday ? 6 : (int)published.DayOfWeek - 1;
        bool ahead = side >= 0 || back >= 5;
        return Moment.Add(published, ahead ? 7 * Math.Max(side, 0) : -7) is { } day ? Moment.OfWeek(day, weekend: true) : null;
    }

    /// <summary>“the same period” and what it is compared with: “last year”, “a year earlier”, “of 1989”.</summary>
    private static bool Compared(DateText text, int end, Moment same, out DateReading reading)
    {
        int at = text.Reads(end, "of") || text.Is(end, DateKeyword.In) ? end + 1 : end;
        if (YearRule.TryReadCompleting(text, at, out var year) && year.From is { } of)
        {
            return Make(year.End, same.AddYears(of.Year - same.Year), out reading);
        }

        bool earlier = text.Is(end, DateKeyword.A) && text.IsUnit(end + 1, DateUnit.Year) && text.Is(end + 2, DateDirection.Before);
        return earlier ? Make(end + 3, same.AddYears(-1), out reading) : Make(end, same, out reading);
    }

    /// <summary>“last May” lies before publication's month, “next May” after it, “this May” in its year.</summary>
    private static bool OfMonth(DateText text, int at, int side, out DateReading reading)
    {
        int month = text.Value(at), current = text.Published.Month;
        int end = text.Is(at, DateWordClass.MonthAbbreviation) && text.IsMark(at + 1, '.') ? at + 2 : at + 1;
        int day = text.Int(end, 2);
        bool hasDay = day is >= 1 and <= 31 && !text.Has(end + 1, DateWordTraits.NotAfterDay);
        if (text.Length(end) == 4 && text.IsNumber(end))
        {
            reading = default;
            return false;
        }

        int today = text.Published.Day;
        bool before = month < current || (hasDay && month == current && day < today);
        bool after = month > current || (hasDay && month == current && day > today);
        int year = text.Published.Year + (side < 0 && !before ? -1 : side > 0 && !after ? 1 : 0);
        return Make(hasDay ? end + 1 : end, hasDay ? Moment.OfDay(year, month, day) : Moment.OfMonth(year, month), out reading);
    }

    private static bool OfDayPart(DateText text, int at, DateRelative relative, bool article, out DateReading reading)
    {
        reading = default;
        var spoken = text.Reference is { Grain: Grain.Day } day ? day.First : text.Published;
        var on = relative switch
        {
            DateRelative.This => text.Published,
            DateRelative.Last when !article => Moment.Add(text.Published, -1),
            DateRelative.That or DateRelative.Same => spoken,
            DateRelative.Previous => Moment.Add(spoken, -1),
            DateRelative.Following => Moment.Add(spoken, 1),
            DateRelative.Next when article => Moment.Add(spoken, 1),
            _ => null,
        };
        if (on is not { } found)
        {
            return false;
        }

        reading = DateReading.Date(at + 1, Moment.OfDay(found)) with { Time = "T" + DateWords.PartCode(text.Value(at)) };
        return true;
    }

    /// <summary>“year-earlier”, “a year-ago quarter”: the time spoken of, a year back.</summary>
    private static bool TryReadYearEarlier(DateText text, int at, out DateReading reading)
    {
        reading = default;
        if (!text.Is(at, DateWordClass.Unit) || text.Unit(at) is not (DateUnit.Year or DateUnit.Month or DateUnit.Week) || !text.IsDash(at + 1)
            || !text.Is(at + 2, DateDirection.Before) || text.Reads(at + 2, "before"))
        {
            return false;
        }

        var unit = text.Unit(at);
        var basis = text.Reference ?? Moment.OfDay(text.Published);
        int end = at + 3;
        Moment? moment;
        if (text.Is(end, DateWordClass.Unit) && text.Unit(end) is DateUnit.Quarter or DateUnit.Month)
        {
            moment = unit == DateUnit.Year ? Moment.Around(basis.First, text.Unit(end))?.AddYears(-1) : Moment.Around(basis.First, text.Unit(end), -1);
            end++;
        }
        else
        {
            moment = unit == DateUnit.Year && text.Is(end, DateWordClass.Period) && basis.Grain is not Grain.Day ? basis.AddYears(-1) : Moment.Around(basis.First, unit, -1);
            end = text.Is(end, DateWordClass.Period) ? end + 1 : end;
        }

        return Make(end, moment, out reading);
    }

    private static bool TryReadSeason(DateText text, int at, int first, out DateReading reading)
    {
        reading = default;
        if (!text.Is(first, DateWordClass.Season))
        {
            return false;
        }

        int year = text.Reads(first + 1, "of") ? first + 2 : first + 1;
        if (YearRule.TryReadCompleting(text, year, out var given) && given.From is { Grain: Grain.Year } of && !text.Has(given.End, DateWordTraits.NotAfterYear))
        {
            return Make(given.End, Moment.OfSeason(of.Year, text.Value(first)), out reading);
        }

        bool introduced = text.Is(at - 1, DateKeyword.In) || text.Is(at - 1, DateKeyword.By) || text.Is(at - 1, DateKeyword.During) || text.Is(at - 1, DateKeyword.Over)
            || text.Is(at - 1, DateKeyword.Until) || text.Is(at - 1, DateKeyword.Since) || text.Is(at - 1, DateDirection.Before) || text.Is(at - 1, DateDirection.After)
            || text.Is(at - 1, DateWordClass.Phase) || text.Is(at - 1, DateKeyword.For) || text.Reads(at - 1, "this");
        bool fall = text.Reads(first, "fall");
        if (!introduced || (fall && first == at) || text.Has(first + 1, DateWordTraits.NotAfterSeason) || text.Reads(first + 1, "of") || text.IsDash(first + 1)
            || (text.Reads(first, "spring") && first == at && !text.Is(at - 1, DateKeyword.In)))
        {
            return false;
        }

        int side = DateTenses.Around(text, at, first + 1) == DateTense.Future ? 1 : -1;
        return Make(first + 1, SeasonAround(text.Published, text.Value(first), side), out reading);
    }

    /// <summary>The season before (-1), in (0) or after (1) the time of publication; that of publication itself is neither before nor after.</summary>
    private static Moment? SeasonFrom(DateOnly published, int season, int side)
    {
        int current = SeasonOf(published);
        int year = published.Month <= 2 ? published.Year - 1 : published.Year;
        return side switch
        {
            0 => Moment.OfSeason(season == 3 && current == 3 ? year : published.Year, season),
            < 0 => Moment.OfSeason(season < current ? year : year - 1, season),
            _ => Moment.OfSeason(season > current ? year : year + 1, season),
        };
    }

    private static Moment? SeasonAround(DateOnly published, int season, int side) =>
        SeasonFrom(published, season, SeasonOf(published) == season ? 0 : side);

    private static int SeasonOf(DateOnly day) => ((day.Month + 9) % 12) / 3;

    /// <summary>“the weekend”, “in the quarter”, “for the year”: the one spoken of in the sentence, else publication's (of a quarter, the last that ended).</summary>
    private static bool TryReadDefinite(DateText text, int at, int first, out DateReading reading)
    {
        reading = default;
        if (!text.Is(first, DateWordClass.Unit) || (text.IsDash(first + 1) && text.IsTight(first + 1)))
        {
            return false;
        }

        var unit = text.Unit(first);
        bool introduced = text.Is(at - 1, DateKeyword.For) || text.Is(at - 1, DateKeyword.In) || text.Is(at - 1, DateKeyword.During) || text.Is(at - 1, DateKeyword.Over)
            || text.Reads(at - 1, "throughout") || text.Is(at - 1, DateKeyword.By) || text.Is(at - 1, DateWordClass.PhaseNoun)
            || (text.Reads(at - 1, "of") && text.Is(at - 2, DateWordClass.PhaseNoun));
        if (text.Reads(first + 1, "of") || (unit != DateUnit.Weekend && (!introduced || unit is DateUnit.Century or DateUnit.Decade or < DateUnit.Day)))
        {
            return false;
        }

        if (unit == DateUnit.Weekend)
        {
            return Make(first + 1, Weekend(text.Published, DateTenses.Around(text, at, first + 1) == DateTense.Future ? 0 : -1), out reading);
        }

        var basis = text.SentenceReference?.First ?? (text.Reference is { Grain: Grain.Quarter } quarter && unit == DateUnit.Quarter ? quarter.First : null as DateOnly?);
        return Make(first + 1, Moment.Around(basis ?? text.Published, unit, basis is null && unit == DateUnit.Quarter ? -1 : 0), out reading);
    }

    /// <summary>“the day before”, “the week after”, “the year earlier”, where nothing follows that they are counted from.</summary>
    private static bool TryReadBeside(DateText text, int first, out DateReading reading)
    {
        reading = default;
        bool night = text.Is(first, DateWordClass.DayPart);
        if ((!text.Is(first, DateWordClass.Unit) && !night) || !text.Is(first + 1, DateWordClass.Direction) || !text.EndsClause(first + 2))
        {
            return false;
        }

        int sign = text.Is(first + 1, DateDirection.Before) ? -1 : text.Is(first + 1, DateDirection.After) ? 1 : 0;
        var basis = text.Reference?.First ?? text.Published;
        bool made = sign != 0 && Make(first + 2, Moment.Around(basis, night ? DateUnit.Day : text.Unit(first), sign), out reading);
        if (made && night)
        {
            reading = reading with { Time = "T" + DateWords.PartCode(text.Value(first)) };
        }

        return made;
    }

    private static bool Make(int end, Moment? moment, out DateReading reading)
    {
        reading = moment is { } made ? DateReading.Date(end, made) : default;
        return moment is not null;
    }
}
