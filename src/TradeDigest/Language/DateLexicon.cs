using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>The words of time (<c>English/dates.json</c>). A word has one class, that of the first list that holds it, and any number of traits.</summary>
internal sealed record DateLexicon
{
    public required IReadOnlyDictionary<string, short> Months { get; init; }

    public required IReadOnlyDictionary<string, short> MonthAbbreviations { get; init; }

    /// <summary>Months that are also given names or other words: they need more evidence.</summary>
    public required IReadOnlyList<string> MonthsThatAreAlsoNames { get; init; }

    public required IReadOnlyDictionary<string, short> Weekdays { get; init; }

    public required IReadOnlyDictionary<string, short> WeekdayAbbreviations { get; init; }

    public required IReadOnlyDictionary<DateUnit, IReadOnlyList<string>> Units { get; init; }

    public required IReadOnlyDictionary<DateUnit, IReadOnlyList<string>> UnitPlurals { get; init; }

    public required IReadOnlyList<string> Centuries { get; init; }

    /// <summary>Words for a period that the text has named (“the same period”).</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    public required IReadOnlyDictionary<string, short> Numbers { get; init; }

    public required IReadOnlyList<string> VagueNumbers { get; init; }

    /// <summary>Ordinals; -1 is the last.</summary>
    public required IReadOnlyDictionary<string, short> Ordinals { get; init; }

    public required IReadOnlyList<string> OrdinalSuffixes { get; init; }

    public required IReadOnlyDictionary<string, short> Decades { get; init; }

    /// <summary>Seasons by their code in TIMEX3.</summary>
    public required IReadOnlyDictionary<string, string> Seasons { get; init; }

    /// <summary>Parts of a day by their code in TIMEX3.</summary>
    public required IReadOnlyDictionary<string, string> DayParts { get; init; }

    public required IReadOnlyDictionary<string, string> ClockWords { get; init; }

    /// <summary>Halves of the day and the hours they add.</summary>
    public required IReadOnlyDictionary<string, short> Meridiems { get; init; }

    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Days named from the day of publication, and how many after it they are.</summary>
    public required IReadOnlyDictionary<string, short> Days { get; init; }

    public required IReadOnlyDictionary<string, short> Nights { get; init; }

    public required IReadOnlyDictionary<string, DateRelative> Relatives { get; init; }

    /// <summary>Words before a date that take a part of it, and the modifier of TIMEX3.</summary>
    public required IReadOnlyDictionary<string, string> Phases { get; init; }

    /// <summary>The same as nouns: “the end of”.</summary>
    public required IReadOnlyDictionary<string, string> PhaseNouns { get; init; }

    /// <summary>Adverbs and adjectives of frequency, and their value in TIMEX3.</summary>
    public required IReadOnlyDictionary<string, string> Frequencies { get; init; }

    public required IReadOnlyList<string> Everies { get; init; }

    public required IReadOnlyList<string> Fiscal { get; init; }

    public required IReadOnlyList<string> Calendar { get; init; }

    public required IReadOnlyList<string> Halves { get; init; }

    public required IReadOnlyDictionary<string, DateDirection> Directions { get; init; }

    /// <summary>Hedges before a length of time, and the modifier of TIMEX3.</summary>
    public required IReadOnlyDictionary<string, string> Hedges { get; init; }

    /// <summary>Words for no certain time, and their value in TIMEX3.</summary>
    public required IReadOnlyDictionary<string, string> Vague { get; init; }

    /// <summary>Phrases that hold such a word and mean no time.</summary>
    public required IReadOnlyList<string> NeverVague { get; init; }

    public required IReadOnlyDictionary<string, DateKeyword> Keywords { get; init; }

    /// <summary>Words after which a bare number of four digits is a year.</summary>
    public required IReadOnlyList<string> BeforeYear { get; init; }

    /// <summary>Words before which it is a count.</summary>
    public required IReadOnlyList<string> NotAfterYear { get; init; }

    /// <summary>Words after which it is a number or name of something.</summary>
    public required IReadOnlyList<string> NotBeforeYear { get; init; }

    /// <summary>Words before which a number behind a month is no day.</summary>
    public required IReadOnlyList<string> NotAfterDay { get; init; }

    /// <summary>Words before which a season's name is another word.</summary>
    public required IReadOnlyList<string> NotAfterSeason { get; init; }

    public required IReadOnlyList<string> TitlesBeforeNames { get; init; }

    public required IReadOnlyList<string> AfterPersonalNames { get; init; }

    /// <summary>Verbs that say what happened; any word in <c>-ed</c> counts as well.</summary>
    public required IReadOnlyList<string> Past { get; init; }

    /// <summary>Verbs of saying, whose tense is not that of what they report.</summary>
    public required IReadOnlyList<string> Reporting { get; init; }

    /// <summary>Words that say what is to happen.</summary>
    public required IReadOnlyList<string> Future { get; init; }

    public required IReadOnlyList<string> Present { get; init; }

    /// <summary>Verbs that move something from one date to another, which is no range.</summary>
    public required IReadOnlyList<string> Postponing { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DateLexicon))]
internal sealed partial class DateLexiconJson : JsonSerializerContext;
