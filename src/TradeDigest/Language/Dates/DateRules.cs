namespace TradeDigest.Language;

/// <summary>The rules in the order in which they are tried at a token; the first that reads something has it.</summary>
internal static class DateRules
{
    /// <summary>What begins at a token.</summary>
    /// <param name="text">The text at hand.</param>
    /// <param name="at">The token.</param>
    /// <param name="counted">Whether a number there is part of an amount with a unit.</param>
    /// <param name="reading">What was read.</param>
    public static bool TryRead(DateText text, int at, bool counted, out DateReading reading) =>
        TryReadVague(text, at, out reading)
        || RecurringRule.TryRead(text, at, out reading)
        || PhaseRule.TryRead(text, at, out reading)
        || SpanRule.TryRead(text, at, out reading)
        || DurationRule.TryRead(text, at, out reading)
        || TryReadRange(text, at, counted, out reading)
        || text.Has(at, DateWordTraits.StartsVague) && TryReadWord(text, at, out reading);

    /// <summary>A date, with none of what may stand before it.</summary>
    public static bool TryReadPoint(DateText text, int at, out DateReading reading) => TryReadPoint(text, at, false, out reading);

    private static bool TryReadPoint(DateText text, int at, bool counted, out DateReading reading) =>
        NumericDateRule.TryRead(text, at, out reading)
        || ClockRule.TryRead(text, at, out reading)
        || MonthRule.TryRead(text, at, out reading)
        || QuarterRule.TryRead(text, at, out reading)
        || WeekdayRule.TryRead(text, at, out reading)
        || DecadeRule.TryRead(text, at, out reading)
        || RelativeRule.TryRead(text, at, out reading)
        || YearRule.TryRead(text, at, counted, out reading);

    private static bool TryReadRange(DateText text, int at, bool counted, out DateReading reading)
    {
        if (!TryReadPoint(text, at, counted, out reading))
        {
            return text.Is(at, DateKeyword.The) && text.Is(at + 1, DateWordClass.Month) && TryReadPeriodOfMonths(text, at + 1, counted, out reading);
        }

        reading = DateRanges.Extend(text, at, reading, TryReadPoint);
        return true;
    }

    /// <summary>“the April-June quarter”, “the April-January period”: the article belongs to the mention.</summary>
    private static bool TryReadPeriodOfMonths(DateText text, int at, bool counted, out DateReading reading)
    {
        if (!TryReadRange(text, at, counted, out reading))
        {
            return false;
        }

        if (reading.To is not null && text.Is(reading.End, DateWordClass.Period))
        {
            reading = reading with { End = reading.End + 1 };
            return true;
        }

        return reading is { From.Grain: Grain.Quarter };
    }

    /// <summary>Phrases of several words go first: “the past”, “now that”.</summary>
    private static bool TryReadVague(DateText text, int at, out DateReading reading)
    {
        reading = default;
        return text.Has(at, DateWordTraits.StartsVague) && text.Words.Vague.TryMatch(text.Text, text.Tokens, at, out string? value, out int length)
            && length > 1 && value is not null && at + length <= text.Limit && IsAlone(text, at + length) && Vague(at + length, value, out reading);
    }

    private static bool TryReadWord(DateText text, int at, out DateReading reading)
    {
        reading = default;
        return text.Words.Vague.TryMatch(text.Text, text.Tokens, at, out string? value, out int length)
            && value is not null && at + length <= text.Limit && Vague(at + length, value, out reading);
    }

    /// <summary>“the future” but not “the future prime minister” or “the past year”.</summary>
    private static bool IsAlone(DateText text, int end) =>
        text.EndsClause(end) || text.Class(end) is DateWordClass.Keyword or DateWordClass.Direction || text.Has(end, DateWordTraits.Past | DateWordTraits.Present | DateWordTraits.Future)
        || text.Reads(end, "of");

    private static bool Vague(int end, string value, out DateReading reading)
    {
        reading = DateReading.Vague(end, value);
        return true;
    }
}
