using System.Collections.Frozen;
using TradeDigest.Language;

namespace TradeDigest.Digests;

/// <summary>The names under which a digest calls a party: the lexicon's, and for a few the short ones that readers of trade news expect.</summary>
internal static class PartyLabels
{
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["US"] = "US", ["GB"] = "UK", ["EU"] = "EU", ["AE"] = "UAE", ["CD"] = "DR Congo", ["UN"] = "UN",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WithArticle =
        new[] { "US", "UK", "EU", "UAE", "UN", "Netherlands", "Philippines", "Czech Republic", "eurozone", "world", "Soviet Union", "Dominican Republic" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Name, string? Adjective)> Lexicon =
        LexiconFile.Load("English/parties.json", NameLexiconJson.Default.PartyLexicon).Parties
            .ToFrozenDictionary(p => p.Code, p => (p.Names[0], p.Adjectives is [var first, ..] ? first : null), StringComparer.Ordinal);

    /// <summary>The name of what has something: <c>Chile's</c>, <c>the refiners'</c>.</summary>
    public static string Possessive(string code) => Of(code) is var label && label.EndsWith('s') ? label + "'" : label + "'s";

    /// <summary>The name of a party's code: <c>UK</c>, <c>China</c>; a name that is no code stays as it is.</summary>
    public static string Of(string party) =>
        Short.TryGetValue(party, out string? name) ? name : Lexicon.TryGetValue(party, out var known) ? known.Name : party;

    /// <summary>The name with its article inside a phrase: <c>the UK</c>, <c>China</c>.</summary>
    public static string Inside(string party) => Of(party) is var name && WithArticle.Contains(name) ? "the " + name : name;

    /// <summary>The word before a noun: <c>US</c>, <c>Chinese</c>, <c>OECD</c>; <c>global</c> for the world.</summary>
    public static string Adjective(string party) =>
        party == "world" ? "global" : Short.TryGetValue(party, out string? name) ? name : Lexicon.TryGetValue(party, out var known) ? known.Adjective ?? known.Name : party;

    /// <summary>The names of several parties: <c>US, China and EU</c>.</summary>
    public static string Of(IReadOnlyList<string> parties) => parties.Count switch
    {
        0 => "",
        1 => Of(parties[0]),
        _ => string.Join(", ", parties.Take(parties.Count - 1).Select(Of)) + " and " + Of(parties[^1]),
    };
}
