using System.Globalization;

namespace TradeDigest.Language;

/// <summary>Times of day: “9:30 a.m.”, “10 p.m. EST Friday”, “1430 GMT”, “noon”, on the day that stands with them, else the one spoken of in the sentence, else publication's.</summary>
internal static class ClockRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        if (!TryReadTime(text, at, out string time, out int end))
        {
            return false;
        }

        if (text.Is(end, DateWordClass.Zone) && text.Tokens[end].IsAllCaps)
        {
            end++;
        }

        var day = text.SentenceReference is { Grain: Grain.Day } spoken ? spoken : Moment.OfDay(text.Published);
        bool fits = WeekdayRule.TryRead(text, end, out var named) || MonthRule.TryRead(text, end, out named);
        if (fits && named is { From: { Grain: Grain.Day } own, To: null, Time: null })
        {
            (day, end) = (own, named.End);
        }

        reading = DateReading.Date(end, day) with { Time = time };
        return true;
    }

    private static bool TryReadTime(DateText text, int at, out string time, out int end)
    {
        (time, end) = ("", at + 1);
        if (text.Is(at, DateWordClass.ClockWord))
        {
            time = text.Words.Code(text.Value(at));
            return !text.IsCapitalized(at) || at == text.Floor;
        }

        if (!text.IsNumber(at) || text.IsMark(at - 1, '$'))
        {
            return false;
        }

        int hour = text.Int(at, 2), minute = 0;
        bool colon = text.IsMark(end, ':') && text.IsTight(end) && text.IsTight(end + 1) && text.Length(end + 1) == 2 && text.Int(end + 1) is >= 0 and < 60;
        if (colon)
        {
            (minute, end) = (text.Int(end + 1), end + 2);
            if (text.IsMark(end, ':') && text.IsTight(end) && text.Length(end + 1) is 2 or 5)
            {
                end += 2;
            }
        }
        else if (text.Length(at) is 4 or 5 && text.Text[text.Tokens[at].End - 3] == '.' && int.TryParse(text.Tokens[at].Span.In(text.Text)[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out hour))
        {
            minute = int.Parse(text.Tokens[at].Span.In(text.Text)[^2..], NumberStyles.None, CultureInfo.InvariantCulture);
        }
        else if (text.Length(at) == 4 && text.Is(end, DateWordClass.Zone) && text.Tokens[end].IsAllCaps && text.Int(at) is >= 0 and var military)
        {
            (hour, minute) = (military / 100, military % 100);
            return Format(hour, minute, out time);
        }

        if (text.Is(end, DateWordClass.Meridiem) && hour is >= 1 and <= 12)
        {
            bool sure = text.Length(end) > 2 || text.IsTight(end) || colon || !text.EndsClause(end - 2);
            hour = (hour % 12) + text.Value(end);
            end++;
            return sure && Format(hour, minute, out time);
        }

        if (text.Is(end, DateKeyword.Oclock) && hour is >= 1 and <= 12)
        {
            end++;
            return Format(hour, minute, out time);
        }

        bool introduced = text.Is(at - 1, DateKeyword.At) || text.Is(at - 1, DateKeyword.By) || text.Is(at - 1, DateKeyword.Until)
            || (text.Is(end, DateWordClass.Zone) && text.Tokens[end].IsAllCaps);
        return colon && introduced && Format(hour, minute, out time);
    }

    private static bool Format(int hour, int minute, out string time)
    {
        time = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
        return hour is >= 0 and <= 24 && minute is >= 0 and < 60 && (hour < 24 || minute == 0);
    }
}
