using System.Globalization;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>The lines that every rendering has in common, so that the renderings say the same and the gate can hold each against the digest.</summary>
internal static class Phrases
{
    /// <summary>Date and as-of time: <c>Tuesday 10 June 2025, 07:00 Europe/London</c>.</summary>
    public static string Dateline(Digest digest) =>
        digest.Date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture) + ", " + Time(digest.To) + " " + digest.TimeZone;

    /// <summary>The counts: <c>12 articles from 9 sources · 3 stories · 20 new facts · 1 conflict · 2 copies · 1 unreadable</c>.</summary>
    public static string Figures(DigestFigures f) => string.Join(" · ",
        Wording.Count(f.Articles, "article") + " from " + Wording.Count(f.Sources, "source"), Wording.Count(f.Stories, "story", "stories"),
        Wording.Count(f.NewFacts, "new fact") + (f.ChangedFacts > 0 ? string.Create(CultureInfo.InvariantCulture, $", {f.ChangedFacts} changed") : ""), Wording.Count(f.Conflicts, "conflict"), Wording.Count(f.Copies, "copy", "copies"),
        f.Unreadable.ToString("#,0", CultureInfo.InvariantCulture) + " unreadable");

    /// <summary>A story's sources and age: <c>5 sources · day 2</c>.</summary>
    public static string Standing(DigestStory story) =>
        Wording.Count(story.IndependentSources, "source") + (story.Day > 1 ? string.Create(CultureInfo.InvariantCulture, $" · day {story.Day}") : " · new");

    /// <summary>References to sources: <c>[1][3]</c>.</summary>
    public static string References(IReadOnlyList<int> sources) => string.Concat(sources.Select(n => string.Create(CultureInfo.InvariantCulture, $"[{n}]")));

    /// <summary>The verdict that heads the values of a difference.</summary>
    public static string Verdict(FactVerdict verdict) => verdict switch
    {
        FactVerdict.Conflict => "the sources contradict each other",
        FactVerdict.Superseded => "a later value has replaced an earlier one",
        FactVerdict.Rounding => "the same value, rounded",
        FactVerdict.LessPrecise => "compatible, less precise elsewhere",
        _ => "agreed",
    };

    /// <summary>The date of an event of a timeline; empty where the event before has the same.</summary>
    public static string When(IReadOnlyList<DigestEvent> timeline, int index) =>
        index > 0 && timeline[index - 1].When == timeline[index].When ? "" : timeline[index].When;

    /// <summary>A deadline's subject, with the date that it had before.</summary>
    public static string Deadline(DigestDeadline deadline) => deadline.What + (deadline.Was is { } was ? " (was " + was + ")" : "");

    /// <summary>Who reports a value: the references, or the day of the earlier reports.</summary>
    public static string Reported(DigestVariant variant) =>
        variant.Sources.Count > 0 ? References(variant.Sources) : "(reported " + Wording.Date(variant.Since) + ")";

    /// <summary>Who said it: <c>Mary Holt, chief economist</c>.</summary>
    public static string Speaker(DigestQuote quote) =>
        (quote.Speaker ?? "speaker not named") + (quote.Role is null ? "" : ", " + quote.Role);

    /// <summary>A person and the office: <c>Mary Holt (Trade Minister)</c>.</summary>
    public static string Person(DigestPerson person) => person.Name + (person.Role is null ? "" : " (" + person.Role + ")");

    /// <summary>Publisher, date and standing of a source: <c>The Example, 9 June 2025, credits Reuters, and 49 copies</c>.</summary>
    public static string Imprint(DigestSource source) => string.Join(", ", new[]
    {
        source.Publisher ?? "publisher not named", Wording.Date(source.PublishedAt), source.Wire is null || string.Equals(source.Wire, source.Publisher, StringComparison.OrdinalIgnoreCase) ? null : "credits " + source.Wire,
        source.Copies == 0 ? null : "and " + Wording.Count(source.Copies, "copy", "copies"),
    }.OfType<string>());

    /// <summary>The time covered: <c>Covers 9 June 2025 07:00 to 10 June 2025 07:00, Europe/London.</c></summary>
    public static string Covers(Digest digest) => "Covers " + Moment(digest.From) + " to " + Moment(digest.To) + ", " + digest.TimeZone + ".";

    /// <summary>How many are folded: <c>and 7 more facts</c>; empty for none.</summary>
    public static string More(int count, string one, string? many = null) => count > 0 ? "and " + Wording.More(count, one, many) : "";

    /// <summary>A file that could not be read and why.</summary>
    public static string Unreadable(UnreadableFile file) => file.Name + " (" + file.Reason + ")";

    private static string Moment(DateTimeOffset at) => Wording.Date(DateOnly.FromDateTime(at.DateTime)) + " " + Time(at);

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
