using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeDigest.Articles.Recognition;

/// <summary>Reads a date of publication in the forms that pages, feeds and mails write it in.</summary>
internal static partial class PublicationDate
{
    private const int EarliestYear = 1900;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day as written, in the writer's own time zone; null where the text holds no whole date, or one
    /// more than a day after <paramref name="received"/> (a date that lies ahead is not one of publication).</summary>
    public static DateOnly? Parse(string? text, DateTimeOffset received)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = text.Length > 200 ? text[..200] : text;
        var day = Numeric(text) ?? Compact(text) ?? Worded(text) ?? UnixTime(text);
        return day is { } d && d.Year >= EarliestYear && d <= DateOnly.FromDateTime(received.UtcDateTime).AddDays(1) ? d : null;
    }

    /// <summary>The latest day not after <paramref name="received"/> that has the month and day of the month.</summary>
    public static DateOnly? Latest(string month, int dayOfMonth, DateTimeOffset received)
    {
        int number = MonthOf(month);
        var today = DateOnly.FromDateTime(received.UtcDateTime).AddDays(1);
        for (int year = today.Year; number > 0 && year >= today.Year - 4; year--)
        {
            if (Day(year, number, dayOfMonth) is { } day && day <= today)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? Numeric(string text)
    {
        var match = IsoDate().Match(text);
        return match.Success ? Day(Int(match, "y"), Int(match, "m"), Int(match, "d")) : null;
    }

    private static DateOnly? Compact(string text)
    {
        var match = CompactDate().Match(text);
        return match.Success ? Day(Int(match, "y"), Int(match, "m"), Int(match, "d")) : null;
    }

    private static DateOnly? Worded(string text)
    {
        var match = DayMonthYear().Match(text);
        if (!match.Success)
        {
            match = MonthDayYear().Match(text);
        }

        return match.Success && MonthOf(match.Groups["m"].Value) is > 0 and var month ? Day(Int(match, "y"), month, Int(match, "d")) : null;
    }

    private static DateOnly? UnixTime(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds is > 100_000_000 and < 100_000_000_000_000
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(seconds < 100_000_000_000 ? seconds * 1000 : seconds).UtcDateTime)
            : null;

    private static int MonthOf(string word) => word.Length < 3 ? 0 : Array.IndexOf(Months, word[..3].ToLowerInvariant()) + 1;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"\b(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^\s*(?<y>(19|20)[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})(T?[0-9]{4,6}Z?)?\s*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CompactDate();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})(st|nd|rd|th)?[ -](of )?(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -](?<y>[0-9]{4})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"\b(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?<d>[0-9]{1,2})(st|nd|rd|th)?,? (?<y>[0-9]{4})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex MonthDayYear();
}
