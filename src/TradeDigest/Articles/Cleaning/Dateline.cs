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
    /// <summary>The dateline at the beginning of a paragraph; null where it has none.</summary>
    public static Dateline? In(string paragraph)
    {
        string head = paragraph.Length > 160 ? paragraph[..160] : paragraph;
        var match = Form().Match(head);
        if (!match.Success)
        {
            return null;
        }

        string? place = Value(match, "place");
        string? month = Value(match, "month");
        string? credit = Value(match, "credit");
        bool shouts = place is not null && place.Length > 2 && !place.Any(char.IsLower);
        bool certain = (month is not null && (shouts || credit is not null)) || credit is not null || (shouts && Value(match, "dash") is "-" or "--" or "—" or "–");
        if (!certain || (place is null && credit is null))
        {
            return null;
        }

        return new Dateline(place, month, Number(match, "day"), Number(match, "year"), credit);
    }

    /// <summary>The day it gives, taken for the latest one before the article was received where the year is left out.</summary>
    public DateOnly? On(DateTimeOffset received) => Month is null ? null
        : Year > 0 ? PublicationDate.Parse(string.Create(CultureInfo.InvariantCulture, $"{Day} {Month} {Year}"), received)
        : PublicationDate.Latest(Month, Day, received);

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value : null;

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out int n) ? n : 0;

    [GeneratedRegex(@"^((?<place>\p{Lu}[\p{L}\p{M}.'’-]*([ /]\p{Lu}?[\p{L}\p{M}.'’-]*){0,4}(, \p{Lu}[\p{L}.]*( \p{Lu}[\p{L}.]*)?)?))?,? ?((?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*)\.? (?<day>[0-9]{1,2})(,? (?<year>[0-9]{4}))?,? ?|(?<day>[0-9]{1,2}) (?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?(,? (?<year>[0-9]{4}))?,? ?)?(\((?<credit>[\p{L} ./-]{2,60})\))? ?(?<dash>--|[-–—:])( |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
