namespace TradeDigest.Language;

/// <summary>Units in which time is counted.</summary>
internal enum DateUnit : byte
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>Lengths of units and their letters in ISO 8601 durations.</summary>
internal static class DateUnits
{
    /// <summary>The days that a unit counts for: a month 30, a quarter 91, a year 365; a part of a day counts 0.</summary>
    public static int Days(this DateUnit unit) => unit switch
    {
        DateUnit.Day => 1,
        DateUnit.Week => 7,
        DateUnit.Fortnight => 14,
        DateUnit.Weekend => 2,
        DateUnit.Month => 30,
        DateUnit.Quarter => 91,
        DateUnit.Year => 365,
        DateUnit.Decade => 3650,
        DateUnit.Century => 36500,
        _ => 0,
    };

    /// <summary>A duration as TIMEX3 writes it: <c>P90D</c>, <c>PT24H</c>, <c>P2DE</c>; <paramref name="count"/> is a number or <c>X</c>.</summary>
    public static string Duration(this DateUnit unit, string count) => unit switch
    {
        DateUnit.Second => $"PT{count}S",
        DateUnit.Minute => $"PT{count}M",
        DateUnit.Hour => $"PT{count}H",
        DateUnit.Day => $"P{count}D",
        DateUnit.Week => $"P{count}W",
        DateUnit.Fortnight => count == "1" ? "P2W" : "PXW",
        DateUnit.Weekend => $"P{count}WE",
        DateUnit.Month => $"P{count}M",
        DateUnit.Quarter => $"P{count}Q",
        DateUnit.Year => $"P{count}Y",
        DateUnit.Decade => $"P{count}DE",
        _ => $"P{count}CE",
    };
}
