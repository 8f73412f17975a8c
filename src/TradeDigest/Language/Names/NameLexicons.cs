using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>States, blocs and organisations that act in trade (<c>English/parties.json</c>).</summary>
internal sealed record PartyLexicon(IReadOnlyList<PartyEntry> Parties);

/// <summary>The names of one party, by what they can do in a sentence.</summary>
internal sealed record PartyEntry
{
    /// <summary>ISO 3166-1 alpha-2 code, <c>EU</c>, or an organisation's usual short name.</summary>
    public required string Code { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public IReadOnlyList<string>? Adjectives { get; init; }

    public IReadOnlyList<string>? People { get; init; }

    public IReadOnlyList<string>? Capitals { get; init; }

    public IReadOnlyList<string>? Governments { get; init; }

    public IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>Words that mean it behind “the” once the article has named it: <c>the Commission</c>.</summary>
    public IReadOnlyList<string>? Short { get; init; }
}

/// <summary>People whose party is known without a word about it (<c>English/leaders.json</c>).</summary>
internal sealed record LeaderLexicon
{
    public required string About { get; init; }

    /// <summary>Full names by the code of their party.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Leaders { get; init; }
}

/// <summary>Titles and offices of people (<c>English/titles.json</c>).</summary>
internal sealed record TitleLexicon
{
    public required HonorificLexicon Honorifics { get; init; }

    /// <summary>The nouns that a role ends in or begins with: <c>minister</c>, <c>economist</c>.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Heads of a role that two people share, with the role of one: <c>Presidents X and Y</c>.</summary>
    public required IReadOnlyDictionary<string, string> PluralHeads { get; init; }

    /// <summary>Words that narrow a role: <c>deputy</c>, <c>chief</c>, <c>former</c>.</summary>
    public required IReadOnlyList<string> Modifiers { get; init; }

    /// <summary>What ministries, departments and offices are for: <c>commerce</c>, <c>agriculture</c>.</summary>
    public required IReadOnlyList<string> Portfolios { get; init; }

    /// <summary>Offices that only one party has, or that in English news without a country are this party's.</summary>
    public required IReadOnlyDictionary<string, string> Offices { get; init; }

    /// <summary>Offices that several parties have: its holder is of the one that the article names most, the first where it names none.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> SharedOffices { get; init; }

    /// <summary>People who speak for themselves, whatever country or city stands before them: <c>a Chicago trader</c>.</summary>
    public required IReadOnlyList<string> Private { get; init; }

    /// <summary>Offices of state whose holder, in an article that names one state, is that state's.</summary>
    public required IReadOnlyList<string> National { get; init; }

    /// <summary>Nouns for unnamed people and papers that speak for an organisation or party.</summary>
    public required IReadOnlyList<string> Spokespeople { get; init; }
}

/// <summary>Words before a surname, by the sex that they tell.</summary>
internal sealed record HonorificLexicon(IReadOnlyList<string> Male, IReadOnlyList<string> Female, IReadOnlyList<string> Either);

/// <summary>Organisations and the words that make a name one (<c>English/organizations.json</c>).</summary>
internal sealed record OrganizationLexicon
{
    public required IReadOnlyList<string> CompanySuffixes { get; init; }

    /// <summary>Capitalised nouns that make a run of capitalised words an organisation.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Those of them that, with a party or a portfolio, are an agency of a party.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Those that are agencies in lower case too: <c>the commerce ministry</c>.</summary>
    public required IReadOnlyList<string> StrongAgencies { get; init; }

    /// <summary>Common nouns that stand before the name of a company or body: <c>consultancy</c>, <c>lobby group</c>.</summary>
    public required IReadOnlyList<string> NounsBefore { get; init; }

    /// <summary>Verbs that show an unknown name behind which they stand to be a forecaster or company.</summary>
    public required IReadOnlyList<string> Forecasting { get; init; }

    /// <summary>Institutions that many parties have, each with the party meant where the text tells none.</summary>
    public required IReadOnlyDictionary<string, string?> Institutions { get; init; }

    /// <summary>News agencies, newspapers, banks, companies, associations and institutes that news names without more ado.</summary>
    public required IReadOnlyList<string> Known { get; init; }

    /// <summary>Capitalised words and phrases that name neither people nor organisations.</summary>
    public required IReadOnlyList<string> NotNames { get; init; }
}

/// <summary>Places (<c>English/places.json</c>).</summary>
internal sealed record PlaceLexicon
{
    /// <summary>Cities that are no capitals, by the code of their party.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cities { get; init; }

    /// <summary>Provinces, states, parts of countries, by the code of their party.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Regions { get; init; }

    public required IReadOnlyList<string> Waters { get; init; }

    public required IReadOnlyList<string> Continents { get; init; }

    /// <summary>What a building's name ends in: <c>House</c>, <c>Palace</c>.</summary>
    public required IReadOnlyList<string> VenueHeads { get; init; }

    /// <summary>What a street's, water's or region's name ends in.</summary>
    public required IReadOnlyList<string> StreetHeads { get; init; }

    /// <summary>Names that begin with a party's and are something else: <c>Organization</c>, <c>Place</c> or <c>None</c>.</summary>
    public required IReadOnlyDictionary<string, string> NonParties { get; init; }

    /// <summary>Names of parties, places and companies that are surnames too, and are so behind a given name.</summary>
    public required IReadOnlyList<string> AlsoSurnames { get; init; }
}

/// <summary>Given names by the sex that they tell, and surnames that stand first (<c>English/given-names.json</c>).</summary>
internal sealed record GivenNameLexicon(
    IReadOnlyList<string> Male, IReadOnlyList<string> Female, IReadOnlyList<string> Either, IReadOnlyList<string> EastAsianSurnames);

/// <summary>Verbs that report speech (<c>English/verbs-of-saying.json</c>).</summary>
/// <param name="Verbs">All of them.</param>
/// <param name="Strong">Those that do so without a quotation too.</param>
/// <param name="Judging">Those that give what they speak of a name: <c>called it “illegal”</c>.</param>
/// <param name="Naming">Words before the title of a work or another name in marks: <c>a report titled “…”</c>.</param>
internal sealed record SayingLexicon(
    IReadOnlyList<string> Verbs, IReadOnlyList<string> Strong, IReadOnlyList<string> Judging, IReadOnlyList<string> Naming);

/// <summary>Words that tell where a name begins and ends (<c>English/name-words.json</c>).</summary>
internal sealed record NameWordLexicon
{
    public required IReadOnlyList<string> Calendar { get; init; }

    /// <summary>Words that begin sentences and are no names, however they are written.</summary>
    public required IReadOnlyList<string> Function { get; init; }

    /// <summary>Words behind a party's name that show it to be a noun: verbs, prepositions, conjunctions.</summary>
    public required IReadOnlyList<string> FiniteVerbs { get; init; }

    /// <summary>Lower-case words within a person's name: <c>von</c>, <c>de</c>.</summary>
    public required IReadOnlyList<string> Particles { get; init; }

    /// <summary>Words that govern the noun behind them, which then is no subject.</summary>
    public required IReadOnlyList<string> Prepositions { get; init; }

    /// <summary>Prepositions that join a role with those for whom one has it: <c>spokesman for</c>.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    public required IReadOnlyList<string> Determiners { get; init; }

    public required IReadOnlyList<string> Copulas { get; init; }

    /// <summary>Irregular plurals that own organisations: <c>People's Bank</c>.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    public required IReadOnlyList<string> GenerationSuffixes { get; init; }

    /// <summary>Words that, capitalised, are no part of a person's name.</summary>
    public required IReadOnlyList<string> NotInNames { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PartyLexicon))]
[JsonSerializable(typeof(TitleLexicon))]
[JsonSerializable(typeof(LeaderLexicon))]
[JsonSerializable(typeof(OrganizationLexicon))]
[JsonSerializable(typeof(PlaceLexicon))]
[JsonSerializable(typeof(GivenNameLexicon))]
[JsonSerializable(typeof(SayingLexicon))]
[JsonSerializable(typeof(NameWordLexicon))]
internal sealed partial class NameLexiconJson : JsonSerializerContext;
