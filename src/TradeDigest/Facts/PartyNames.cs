using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>How statements call a party: by its shortest usual name and its adjective (<c>English/parties.json</c>).</summary>
internal sealed class PartyNames
{
    private readonly Dictionary<string, (string Name, string Adjective)> _parties = new(StringComparer.Ordinal);

    public PartyNames()
    {
        foreach (var party in LexiconFile.Load("English/parties.json", NameLexiconJson.Default.PartyLexicon).Parties)
        {
            string name = party.Code is "US" or "EU" or "UN" or "GB" ? (party.Code == "GB" ? "UK" : party.Code) : party.Names.Count > 0 ? party.Names[0] : party.Code;
            string adjective = party.Code is "US" or "EU" or "UN" or "GB" || party.Adjectives is not { Count: > 0 } ? name : party.Adjectives[0];
            _parties.TryAdd(party.Code, (name, adjective));
        }
    }

    /// <summary>The party's name; the words themselves for people, companies and codes that no lexicon has.</summary>
    public string Name(string party) => _parties.TryGetValue(party, out var known) ? known.Name : party;

    /// <summary>The party's adjective (<c>Chinese</c>, <c>US</c>).</summary>
    public string Adjective(string party) => _parties.TryGetValue(party, out var known) ? known.Adjective : party;

    /// <summary>The names of several parties: “US, China and India”.</summary>
    public string List(IReadOnlyList<string> parties) => parties.Count switch
    {
        0 => "",
        1 => Name(parties[0]),
        _ => $"{string.Join(", ", parties.Take(parties.Count - 1).Select(Name))} and {Name(parties[^1])}",
    };
}
