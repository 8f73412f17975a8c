using System.Globalization;
using TradeDigest.Digests;

namespace TradeDigest.Pages;

/// <summary>The deadlines ahead as an iCalendar (RFC 5545) to subscribe to. A deadline that moves keeps its UID and gets a higher SEQUENCE, so that calendars move it too.</summary>
public static class DeadlineCalendar
{
    /// <summary>The calendar.</summary>
    /// <param name="deadlines">The deadlines, each with the moment when it came to its date.</param>
    /// <param name="asOf">The last digest's cut-off.</param>
    /// <param name="authority">A domain name that makes the UIDs the app's own.</param>
    /// <param name="pages">The addresses of the pages, which must be absolute.</param>
    public static string Write(IEnumerable<(StoryDeadline Deadline, DateTimeOffset Set)> deadlines, DateTimeOffset asOf, string authority, PageLinks pages)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        ArgumentNullException.ThrowIfNull(pages);
        var text = new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//TradeDigest//Deadlines//EN")
            .Line("METHOD", "PUBLISH")
            .Text("NAME", "Trade deadlines")
            .Text("X-WR-CALNAME", "Trade deadlines")
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        foreach (var (deadline, set) in deadlines)
        {
            // A date that is only a month or a year stands on its last possible day.
            string within = deadline.Date.Day == 0 ? " (in " + Wording.Date(deadline.Date) + ")" : "";
            text.Line("BEGIN", "VEVENT")
                .Line("UID", deadline.Key + "@" + authority)
                .Moment("DTSTAMP", asOf)
                .Moment("LAST-MODIFIED", set)
                .Line("SEQUENCE", deadline.Moves.ToString(CultureInfo.InvariantCulture))
                .Day("DTSTART", deadline.Date.Last)
                .Day("DTEND", deadline.Date.Last.AddDays(1))
                .Text("SUMMARY", Sentence(deadline.What) + within)
                .Text("DESCRIPTION", Description(deadline))
                .Line("URL", pages.Story(deadline.Story.Id))
                .Line("STATUS", deadline.IsContested ? "TENTATIVE" : "CONFIRMED")
                .Line("TRANSP", "TRANSPARENT")
                .Line("END", "VEVENT");
        }

        return text.Line("END", "VCALENDAR").ToString();
    }

    private static string Description(StoryDeadline deadline) => string.Join('\n', new[]
    {
        PlainText.Line(deadline.Story.Headline, 200),
        deadline.Was is { } was ? "Moved; it was " + Wording.Date(was) + "." : null,
        deadline.IsContested ? "The sources contradict each other on the date." : null,
    }.OfType<string>().Concat(deadline.Evidence.Select(e =>
        "“" + PlainText.Line(e.Text, 300) + "” " + PlainText.Line(deadline.SourceOf(e)?.Publisher ?? "publisher not named", 80))));

    private static string Sentence(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
