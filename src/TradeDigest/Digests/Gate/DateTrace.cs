using System.Globalization;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Tells whether a text supports a date: a second, simpler reading beside the one that resolved it.</summary>
internal static class DateTrace
{
    private static readonly string[] Relative =
    [
        "today", "yesterday", "tomorrow", "tonight", "overnight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "next", "this",
        "earlier", "later", "ago", "week", "month", "quarter", "year", "day", "weekend", "now", "current", "recent", "spring", "summer", "autumn", "winter", "fall",
    ];

    /// <summary>Whether <paramref name="evidence"/> (or, where it names no date at all, the whole <paramref name="text"/>) can mean <paramref name="date"/>.</summary>
    public static bool Supports(string evidence, string text, PartialDate date)
    {
        var named = Named(evidence);
        bool relative = Claims.Words(evidence).Any(w => Relative.Contains(w.ToLowerInvariant().TrimEnd('s')) || Relative.Contains(w.ToLowerInvariant()));
        return named.Exists(n => Fits(n, date)) || relative || (named.Count == 0 && (Named(text).Exists(n => Fits(n, date)) || Years(evidence, date)));
    }

    private static bool Years(string text, PartialDate date) => date.Month == 0 && NumbersInText.Of(text).Exists(n => n.Value == date.Year || n.Value == date.Year % 100);

    private static bool Fits((int Month, int Day) named, PartialDate date) =>
        date.Month == 0 || (named.Month == date.Month && (date.Day == 0 || named.Day == 0 || named.Day == date.Day));

    /// <summary>The months that a text names, each with the day beside it, or 0.</summary>
    private static List<(int Month, int Day)> Named(string text)
    {
        var named = new List<(int, int)>();
        var numbers = NumbersInText.Of(text);
        var months = CultureInfo.InvariantCulture.DateTimeFormat;
        for (int month = 1; month <= 12; month++)
        {
            string name = months.GetMonthName(month);
            foreach (string form in new[] { name, name[..3] + ".", name[..3] + " " })
            {
                for (int at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
                {
                    var days = numbers.Where(n => n.Value is >= 1 and <= 31 && ((n.Start >= at && n.Start - (at + form.Length) is >= -1 and <= 1) || (at - n.End is >= 0 and <= 7 && n.End <= at)))
                        .Select(n => (month, (int)n.Value)).ToList();
                    named.AddRange(days.Count > 0 ? days : [(month, 0)]);
                }
            }

            int iso = text.IndexOf(string.Create(CultureInfo.InvariantCulture, $"-{month:00}-"), StringComparison.Ordinal);
            if (iso >= 4)
            {
                named.Add((month, 0));
            }
        }

        return named;
    }
}
