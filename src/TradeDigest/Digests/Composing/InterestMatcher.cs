using System.Collections.Frozen;
using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Digests;

/// <summary>Says how many of a reader's interests a story meets.</summary>
internal sealed class InterestMatcher
{
    private static readonly FrozenDictionary<string, PartyEntry> Parties =
        LexiconFile.Load("English/parties.json", NameLexiconJson.Default.PartyLexicon).Parties
            .SelectMany(p => p.Names.Append(p.Code).Select(n => (Name: n, Party: p)))
            .DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(n => n.Name, n => n.Party, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, GoodsEntry> Goods =
        LexiconFile.Load("English/goods.json", GoodsLexiconJson.Default.GoodsLexicon).Goods
            .SelectMany(g => g.Words.Append(g.Id).Select(w => (Word: w, Goods: g)))
            .DistinctBy(w => w.Word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(w => w.Word, w => w.Goods, StringComparer.OrdinalIgnoreCase);

    private readonly List<(string Code, IReadOnlyList<string> Words)> _parties;
    private readonly List<IReadOnlyList<string>> _commodities;
    private readonly IReadOnlyList<string> _kinds;

    public InterestMatcher(ReaderInterests interests)
    {
        _parties = [.. interests.Parties.Select(p => Parties.TryGetValue(p, out var known)
            ? (known.Code, (IReadOnlyList<string>)[.. known.Names, .. known.Adjectives ?? []])
            : (p, [p]))];
        _commodities = [.. interests.Commodities.Select(c => Goods.TryGetValue(c, out var known) ? known.Words : [c])];
        _kinds = interests.Kinds;
    }

    /// <summary>How many interests a story meets.</summary>
    public int Score(DigestStory story, bool hasDeadline)
    {
        var facts = story.Facts.SelectMany(f => f.Evidence).Select(e => e.Fact).ToList();
        string[] lines = [story.Headline.Text, .. story.Facts.Select(f => f.Label + ": " + f.Value)];
        var kinds = story.Facts.Select(f => f.Kind).Concat(story.Quotes.Count > 0 ? ["quote"] : []).Concat(story.Delegations.Count > 0 ? ["delegate"] : [])
            .Concat(hasDeadline ? ["deadline"] : []).ToHashSet(StringComparer.Ordinal);
        return _parties.Count(p => facts.Exists(f => Acts(f, p.Code)) || Stand(p.Words, story.Headline.Text))
            + _commodities.Count(c => lines.Any(l => Stand(c, l)))
            + _kinds.Count(kinds.Contains);
    }

    /// <summary>How many interests a story meets of which there is a line only.</summary>
    public int Score(DigestBrief brief) => _parties.Count(p => Stand(p.Words, brief.Headline.Text)) + _commodities.Count(c => Stand(c, brief.Headline.Text));

    private static bool Acts(Fact fact, string party) => PartiesOf(fact).Any(p => string.Equals(p, party, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string?> PartiesOf(Fact fact) => fact switch
    {
        TariffFact f => [f.Imposer, f.Target],
        StatisticFact f => [f.Area, f.Partner],
        ShareFact f => [f.Holder],
        ForecastFact f => [f.Area, f.Forecaster],
        MeasureFact f => [f.Actor, f.Target],
        CommitmentFact f => [f.Actor, f.Counterparty],
        AgreementFact f => (IReadOnlyList<string?>?)f.Parties ?? [],
        MeetingFact f => (IReadOnlyList<string?>?)f.Parties ?? [],
        CallFact f => (IReadOnlyList<string?>?)f.Participants ?? [],
        DelegateFact f => [f.Side],
        _ => [],
    };

    /// <summary>Whether one of the words stands in the text, whole. Words in capitals (<c>US</c>) are no others in small letters.</summary>
    private static bool Stand(IReadOnlyList<string> words, string text) => words.Any(w => Stands(w, text));

    private static bool Stands(string word, string text)
    {
        var comparison = word.All(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (int at = text.IndexOf(word, comparison); at >= 0; at = text.IndexOf(word, at + 1, comparison))
        {
            int end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
