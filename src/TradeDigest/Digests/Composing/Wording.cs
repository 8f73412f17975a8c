using System.Globalization;
using TradeDigest.Language;

namespace TradeDigest.Digests;

/// <summary>Writes numbers, dates and periods as a digest has them, in British English with neutral notation.</summary>
internal static class Wording
{
    private static readonly CultureInfo Neutral = CultureInfo.InvariantCulture;

    /// <summary>A number with thousands separators and as many decimals as it has: <c>6,000</c>, <c>34.5</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,0.########", Neutral);

    /// <summary>A signed change: <c>+4.8%</c>, <c>-34.5%</c>.</summary>
    public static string Change(decimal percent) => (percent > 0 ? "+" : "") + Number(percent) + "%";

    /// <summary>A level in its unit: <c>$12.2 billion</c>, <c>69%</c>, <c>6 million jobs</c>.</summary>
    public static string Level(decimal value, string? unit)
    {
        string sign = value < 0 ? "-" : "";
        string number = Large(Math.Abs(value));
        return unit switch
        {
            null => sign + number,
            "%" => sign + Number(Math.Abs(value)) + "%",
            "pp" => sign + Number(Math.Abs(value)) + " percentage points",
            "bp" => sign + Number(Math.Abs(value)) + " basis points",
            "USD" => sign + "$" + number,
            "EUR" => sign + "€" + number,
            "GBP" => sign + "£" + number,
            "JPY" => sign + "¥" + number,
            { Length: 3 } when unit.All(char.IsAsciiLetterUpper) => sign + unit + " " + number,
            _ => sign + number + " " + (Math.Abs(value) == 1 || unit.Contains('/', StringComparison.Ordinal) || unit.EndsWith('s') ? unit : unit + "s"),
        };
    }

    /// <summary>A date to its precision: <c>12 May 2025</c>, <c>May 2025</c>, <c>2025</c>.</summary>
    public static string Date(PartialDate date) => date.Day > 0 ? date.First.ToString("d MMMM yyyy", Neutral)
        : date.Month > 0 ? date.First.ToString("MMMM yyyy", Neutral)
        : date.Year.ToString("0000", Neutral);

    /// <summary>A full date: <c>12 May 2025</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Neutral);

    /// <summary>A short date: <c>9 Jun</c>.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("d MMM", Neutral);

    /// <summary>A period in the notation of facts, in words: <c>May 2025</c>, <c>first quarter of 2025</c>, <c>January to May 2025</c>.</summary>
    public static string Period(string period)
    {
        int slash = period.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && PartialDate.TryParse(period.AsSpan(0, slash), out var from) && PartialDate.TryParse(period.AsSpan(slash + 1), out var to))
        {
            string start = Date(from);
            return from.Year == to.Year && from.Month > 0 ? start[..^5] + " to " + Date(to) : start + " to " + Date(to);
        }

        if (PartialDate.TryParse(period, out var date))
        {
            return Date(date);
        }

        return period.Length == 7 && period[4..6] is "-Q" or "-H" ? period[5..] + " " + period[..4]
            : period.StartsWith("FY", StringComparison.Ordinal) ? "fiscal year " + period[2..]
            : period;
    }

    /// <summary>What a change is against: <c>year on year</c>.</summary>
    public static string Basis(string basis) => basis switch
    {
        "yoy" => "year on year",
        "mom" => "month on month",
        "qoq" => "quarter on quarter",
        _ => basis,
    };

    /// <summary>A count and its noun: <c>1 story</c>, <c>5 stories</c>.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(Neutral, $"{count:#,0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>A further count: <c>7 more facts</c>.</summary>
    public static string More(int count, string one, string? many = null) => Count(count, "more " + one, "more " + (many ?? one + "s"));

    /// <summary>How far off a deadline is: <c>in 29 days</c>, <c>tomorrow</c>, <c>passed yesterday</c>; of a month or a year, <c>within 82 days</c>.</summary>
    public static string Countdown(int days, bool within) => days switch
    {
        0 => "today",
        1 when !within => "tomorrow",
        -1 => "passed yesterday",
        > 0 => string.Create(Neutral, $"{(within ? "within" : "in")} {Count(days, "day")}"),
        _ => string.Create(Neutral, $"passed {-days} days ago"),
    };

    private static string Large(decimal value) => value switch
    {
        >= 1_000_000_000_000 => Number(value / 1_000_000_000_000) + " trillion",
        >= 1_000_000_000 => Number(value / 1_000_000_000) + " billion",
        >= 1_000_000 => Number(value / 1_000_000) + " million",
        _ => Number(value),
    };
}
