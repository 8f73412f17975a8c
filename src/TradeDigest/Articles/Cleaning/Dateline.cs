using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using TradeDigest.Articles.Recognition;

namespace TradeDigest.Articles.Cleaning;

/// <summary>The dateline with which a report begins: <c>NAIROBI, March 4 (Reuters) - </c>.</summary>
/// <param name="Place">The place as written; null where only a wire service is named.</param>
/// <param name="Month">The month's name; null where no day is given.</param>
/// <param name="Day">The day of the month; 0 where none is given.</param>
/// <param name="Year">The year, where given; else 0.</param>
/// <param name="Credit">The words in brackets.</param>
internal sealed partial record Dateline(string? Place, string? Month, int Day, int Year, string? Credit)
{
    /// <summary>Words that stand before a dash or colon, in capitals or before a day, and name no place.</summary>
    private static readonly FrozenSet<string> NoPlaces = ("On By In From Since Until As At Update Updated Breaking Exclusive Analysis Explainer Opinion Watch Live Factbox Note Editor Editorial Correction Corrected Wrapup Refile "
        + "Summary Interview Feature Insight Comment Column Review Highlights Timeline Preview Press News Media Published Posted Read Photo Photos Video Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Date Dated Source Sources "
        + "Mercosur Brics Asean Unctad Opec Key Question Answer What Why How Background Topic Subject Attention Warning Immediate For Table Figure Chart Part Chapter Annex Article Section").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Marks of which every dateline holds one; the search saves most sentences from the pattern.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("-–—:/)");

    /// <summary>How many characters of the paragraph it takes, with the dash.</summary>
    public int Length { get; private init; }

    /// <summary>The dateline at the beginning of a paragraph; null where it has none.</summary>
    public static Dateline? In(string paragraph)
    {
        string head = paragraph.Length > 160 ? paragraph[..160] : paragraph;
        if (!head.AsSpan().ContainsAny(Ends))
        {
            return null;
        }

        var match = Form().Match(head);
        if (!match.Success)
        {
            return null;
        }

        string? place = Value(match, "place");
        string? credit = Value(match, "credit");
        string? month = Value(match, "month") ?? MonthName(Number(match, "number"));
        string? dash = Value(match, "dash");
        bool dated = month is not null;
        bool shouts = place is not null && place.Length > 2 && !place.TakeWhile(c => c != ',').Any(char.IsLower);
        bool isPlace = place is not null && !NoPlaces.Contains(FirstWord(place));

        // A colon also stands behind labels, so that alone it asks for more letters than an abbreviation has.
        bool certain = dash is null ? dated && credit is not null && isPlace
            : place is null ? credit is not null
            : isPlace && (dated || credit is not null || (shouts && (dash != ":" || place.Length >= 6)));
        return certain ? new Dateline(place, month, Number(match, "day"), Number(match, "year"), credit) { Length = match.Length } : null;
    }

    /// <summary>The day it gives, taken for the latest one before the article was received where the year is left out.</summary>
    public DateOnly? On(DateTimeOffset received) => Month is null ? null
        : Year > 0 ? PublicationDate.Parse(string.Create(CultureInfo.InvariantCulture, $"{Day} {Month} {Year}"), received)
        : PublicationDate.Latest(Month, Day, received);

    private static string? MonthName(int number) => number is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(number) : null;

    private static string FirstWord(string place) => place.Split([' ', ',', '-'], 2)[0];

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value : null;

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out int n) ? n : 0;

    // The time is the clock's: a loaded machine may hold a thread for a second, and the head of a paragraph takes microseconds.
    // Place, then a day in words or digits (a dotted or ISO date has one reading, a slashed one two), the agency in brackets, and a dash.
    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{L}\p{M}.'’]*([ /-](\p{Lu}[\p{L}\p{M}.'’]*|de|do|da|dos|of|el|la|le|les|del|di)){0,4}(, \p{Lu}[\p{L}.]*( \p{Lu}[\p{L}.]*)?)?)?( \[\p{Lu}[\p{L} ]{2,30}\])?(,| ?[—–-]{1,2})? ?"
        + @"((?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*)\.? (?<day>[0-9]{1,2})(,? (?<year>[0-9]{4}))?(,|\.(?= /))? ?"
        + @"|(?<day>[0-9]{1,2})(st|nd|rd|th)?\.? (?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?(,? (?<year>[0-9]{4}))?,? ?"
        + @"|(?<day>[0-9]{1,2})\.(?<number>[0-9]{1,2})\.(?<year>[0-9]{4})|(?<year>[0-9]{4})-(?<number>[0-9]{2})-(?<day>[0-9]{2}))? ?"
        + @"(\((?<credit>[\p{L} ./-]{2,60})\)|/(?<credit>\p{L}{2,20})/)?( ?(?<dash>(?<=/)\.(?= )|--|\.-|[-–—:])(?![\p{L}0-9])|(?<dash>(?<=\))--)|(?<=\)) )", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Form();
}
