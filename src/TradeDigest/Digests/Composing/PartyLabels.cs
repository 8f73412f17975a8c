using System.Collections.Frozen;
using System.Globalization;

namespace TradeDigest.Digests;

/// <summary>The name under which a digest calls a party.</summary>
internal static class PartyLabels
{
    /// <summary>Names that readers of trade news expect, where the usual English name is longer or the state is gone.</summary>
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["US"] = "US", ["GB"] = "UK", ["EU"] = "EU", ["CN"] = "China", ["HK"] = "Hong Kong", ["MO"] = "Macau", ["TW"] = "Taiwan", ["KR"] = "South Korea",
        ["KP"] = "North Korea", ["AE"] = "UAE", ["RU"] = "Russia", ["TR"] = "Turkey", ["CI"] = "Ivory Coast", ["CZ"] = "Czech Republic", ["MM"] = "Myanmar",
        ["CD"] = "DR Congo", ["CG"] = "Congo", ["SU"] = "Soviet Union", ["DD"] = "East Germany", ["YU"] = "Yugoslavia", ["CS"] = "Czechoslovakia",
        ["world"] = "world",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a party's code; a name that is no code stays as it is.</summary>
    public static string Of(string party)
    {
        if (Short.TryGetValue(party, out string? name))
        {
            return name;
        }

        if (party.Length != 2 || !char.IsAsciiLetterUpper(party[0]) || !char.IsAsciiLetterUpper(party[1]))
        {
            return party;
        }

        try
        {
            return new RegionInfo(party).EnglishName;
        }
        catch (ArgumentException)
        {
            return party;
        }
    }

    /// <summary>The names of several parties: <c>US, China and EU</c>.</summary>
    public static string Of(IReadOnlyList<string> parties) => parties.Count switch
    {
        0 => "",
        1 => Of(parties[0]),
        _ => string.Join(", ", parties.Take(parties.Count - 1).Select(Of)) + " and " + Of(parties[^1]),
    };
}
