using System.Globalization;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Writes dates and periods as people read them: <c>2 April 2024</c>, <c>the first quarter of 2025</c>.</summary>
internal static class PlainDates
{
    private static readonly string[] s_ordinals = ["first", "second", "third", "fourth"];

    /// <summary>The date as precise as it is given: <c>2 April 2024</c>, <c>April 2024</c>, <c>2024</c>.</summary>
    public static string Of(PartialDate date) =>
        date.Day > 0 ? string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Month(date.Month)} {date.Year}")
        : date.Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Month(date.Month)} {date.Year}")
        : date.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The date behind its preposition: <c>on 2 April 2024</c>, <c>in April 2024</c>.</summary>
    public static string At(PartialDate date) => $"{(date.Day > 0 ? "on" : "in")} {Of(date)}";

    /// <summary>A period of <see cref="StatisticFact.Period"/>: <c>August 2024</c>, <c>the first half of 2025</c>, <c>fiscal 2025</c>, <c>April to August 2024</c>; as it stands where it is none of these.</summary>
    public static string Period(string period)
    {
        int range = period.IndexOf('/', StringComparison.Ordinal);
        if (range > 0)
        {
            return PartialDate.TryParse(period.AsSpan(0, range), out var from) && PartialDate.TryParse(period.AsSpan(range + 1), out var to)
                ? $"{(from.Year == to.Year && from.Month > 0 ? Short(from) : Of(from))} to {Of(to)}"
                : period;
        }

        if (period.StartsWith("FY", StringComparison.Ordinal))
        {
            return $"fiscal {period[2..]}";
        }

        if (period.Length == 7 && period[5] is 'Q' or 'H' && period[6] is >= '1' and <= '4')
        {
            return $"the {s_ordinals[period[6] - '1']} {(period[5] == 'Q' ? "quarter" : "half")} of {period[..4]}";
        }

        return PartialDate.TryParse(period, out var date) ? Of(date) : period;
    }

    private static string Short(PartialDate date) => date.Day > 0 ? string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Month(date.Month)}") : Month(date.Month);

    private static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
