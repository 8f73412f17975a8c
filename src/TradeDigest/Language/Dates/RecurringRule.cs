namespace TradeDigest.Language;

/// <summary>Recurring times: “every Monday”, “each year”, “per day”, “every two weeks”, “annually”, “monthly”, “once a week”, “90,000 barrels a day”.</summary>
internal static class RecurringRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        switch (text.Class(at))
        {
            case DateWordClass.Frequency:
                return !(text.IsCapitalized(at) && at > text.Floor && !text.Tokens[at].IsAllCaps) && !(text.IsCapitalized(at) && text.IsCapitalized(at + 1))
                    && Make(at + 1, text.Words.Code(text.Value(at)), out reading);
            case DateWordClass.Every:
                return TryReadEvery(text, at, out reading);
            case DateWordClass.Keyword when text.Is(at, DateKeyword.A) && text.Is(at + 1, DateWordClass.Unit) && IsRate(text, at):
                return !text.Is(at + 2, DateWordClass.Direction) && Make(at + 2, text.Unit(at + 1).Duration("1"), out reading);
            default:
                return false;
        }
    }

    private static bool TryReadEvery(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int next = text.Is(at + 1, DateKeyword.Other) ? at + 2 : at + 1;
        switch (text.Class(next))
        {
            case DateWordClass.Weekday:
                return Make(next + 1, $"XXXX-WXX-{text.Value(next)}", out reading);
            case DateWordClass.Month when text.IsCapitalized(next):
                return Make(next + 1, $"XXXX-{text.Value(next):00}", out reading);
            case DateWordClass.Unit:
                return Make(next + 1, text.Unit(next).Duration(next > at + 1 ? "2" : "1"), out reading);
            case DateWordClass.Season:
                return Make(next + 1, $"XXXX-{(text.Value(next) switch { 0 => "SP", 1 => "SU", 2 => "FA", _ => "WI" })}", out reading);
            case DateWordClass.DayPart:
                return Make(next + 1, $"XXXX-XX-XXT{DateWords.PartCode(text.Value(next))}", out reading);
        }

        return !text.Reads(at, "per") && DateNumbers.TryRead(text, next, out var count) && text.Class(count.End) is DateWordClass.Units
            && Make(count.End + 1, text.Unit(count.End).Duration(count.Text), out reading);
    }

    /// <summary>An amount stands within three words before: “90,000 barrels a day”, “two million tonnes a year”, “once a week”, “$20 a month”.</summary>
    private static bool IsRate(DateText text, int at)
    {
        if (text.Is(at - 1, DateKeyword.Once))
        {
            return true;
        }

        if (text.EndsClause(at - 1) || text.Class(at - 1) == DateWordClass.Keyword || text.Is(at - 1, DateWordClass.Direction) || text.Reads(at - 1, "than"))
        {
            return false;
        }

        for (int i = at - 1; i >= text.Floor && i >= at - 4; i--)
        {
            if (text.IsNumber(i) || text.Is(i, DateWordClass.Number) || text.Reads(i, "million") || text.Reads(i, "billion"))
            {
                return true;
            }

            if (text.EndsClause(i) || text.Class(i) == DateWordClass.Keyword && !text.Reads(i, "of"))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Make(int end, string value, out DateReading reading)
    {
        reading = new(end, DateKind.Recurring) { Value = value };
        return true;
    }
}
