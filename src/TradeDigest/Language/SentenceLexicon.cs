using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>Words that decide where a sentence ends (<c>English/sentences.json</c>).</summary>
internal sealed record SentenceLexicon
{
    /// <summary>Abbreviations by what their dot may mean, without that dot; one that is written here with a capital counts only with one (<c>Ill</c>, but not <c>ill</c>).</summary>
    public required IReadOnlyDictionary<AbbreviationClass, IReadOnlyList<string>> Abbreviations { get; init; }

    /// <summary>Function words that, capitalised, begin a sentence.</summary>
    public required IReadOnlyList<string> Starters { get; init; }

    /// <summary>Common nouns and adjectives that begin a sentence when capitalised behind an abbreviation, unless it is one of <see cref="CountryInitials"/>.</summary>
    public required IReadOnlyList<string> NounStarters { get; init; }

    /// <summary>Dotted names that stand before nouns as adjectives do (<c>U.S. Police</c> is no new sentence; <c>D.C. Police</c> is).</summary>
    public required IReadOnlyList<string> CountryInitials { get; init; }

    /// <summary>Words that old wires capitalise behind a country's initials in mid-sentence.</summary>
    public required IReadOnlyList<string> Joiners { get; init; }

    /// <summary>Words that cannot be the last of a sentence: a line that ends in one goes on.</summary>
    public required IReadOnlyList<string> OpenLineEnds { get; init; }

    /// <summary>What follows <c>a.m.</c> and <c>p.m.</c> within a sentence, besides weekdays and months.</summary>
    public required IReadOnlyList<string> TimeZones { get; init; }

    public required IReadOnlyList<string> Weekdays { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Verbs that attribute a quotation: <c>“Why?” Smith asked</c> is one sentence.</summary>
    public required IReadOnlyList<string> ReportingVerbs { get; init; }

    /// <summary>Names written with an exclamation mark.</summary>
    public required IReadOnlyList<string> NamesWithMark { get; init; }

    /// <summary>Words that, alone on a line, mark the end of a dispatch.</summary>
    public required IReadOnlyList<string> EndMarks { get; init; }
}

/// <summary>What the dot of an abbreviation may mean.</summary>
internal enum AbbreviationClass : byte
{
    /// <summary>No abbreviation.</summary>
    None,

    /// <summary>Stands before a person's name and never ends a sentence.</summary>
    Title,

    /// <summary>Stands before a name (<c>St. Louis</c>) or behind one (<c>Wall St.</c>).</summary>
    BeforeName,

    /// <summary>Ends no sentence when a number follows (<c>No. 5</c>, <c>Jan. 3</c>).</summary>
    BeforeNumber,

    /// <summary>Never ends a sentence (<c>vs.</c>, <c>e.g.</c>).</summary>
    Inner,

    /// <summary>May end a sentence (<c>Inc.</c>, <c>Calif.</c>).</summary>
    MayEnd,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SentenceLexicon))]
internal sealed partial class SentenceLexiconJson : JsonSerializerContext;
