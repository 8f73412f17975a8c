using System.Collections.Frozen;
using TradeDigest.Language;

namespace TradeDigest.Queries;

/// <summary>Finds the code of a party by what someone calls it: its code, or one of its names (<c>English/parties.json</c>).</summary>
public sealed class PartyFinder
{
    private readonly FrozenDictionary<string, string> _codes;

    /// <summary>Reads the lexicon.</summary>
    public PartyFinder()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var parties = LexiconFile.Load("English/parties.json", NameLexiconJson.Default.PartyLexicon).Parties;
        foreach (var party in parties)
        {
            codes.TryAdd(SearchText.Fold(party.Code), party.Code);
        }

        foreach (var party in parties)
        {
            foreach (string name in party.Names)
            {
                codes.TryAdd(SearchText.Fold(name), party.Code);
            }
        }

        _codes = codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The party's code; what was given, folded, where no lexicon has it: people and companies go by their names.</summary>
    public string Find(string party)
    {
        string folded = SearchText.Fold(party.Trim());
        return _codes.TryGetValue(folded, out string? code) ? code : folded;
    }
}
