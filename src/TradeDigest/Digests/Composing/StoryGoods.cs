using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Finds the goods of a fact that has no slot for them (<c>steel output</c> in a forecast): goods that other facts of its story name, and that stand in its own evidence.</summary>
internal static class StoryGoods
{
    private static readonly string[] OfGoods = ["production", "exports", "imports"];

    /// <summary>The one kind of goods that the fact's evidence names; null where there is none, or more than one.</summary>
    public static string? In(IReadOnlyList<ChangedEntry> story, Fact fact)
    {
        if (fact is not (ShareFact { Commodity: null } or ForecastFact { Metric: not null }) || (fact is ForecastFact f && !OfGoods.Contains(f.Metric)))
        {
            return null;
        }

        var named = story.SelectMany(e => Goods(e.Entry.Current.Fact)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(g => Stands(fact.Evidence.Text, g)).ToList();

        // "refined palm oil" and "palm oil" are one: the longer says more.
        var widest = named.Where(g => !named.Exists(o => o.Length > g.Length && o.Contains(g, StringComparison.OrdinalIgnoreCase))).ToList();
        return widest.Count == 1 ? widest[0] : null;
    }

    private static IEnumerable<string> Goods(Fact fact) => fact switch
    {
        StatisticFact { Goods: { } goods } => [goods],
        TariffFact { Goods: { } goods } => [goods],
        ShareFact { Commodity: { } goods } => [goods],
        _ => [],
    };

    private static bool Stands(string evidence, string goods)
    {
        int at = evidence.IndexOf(goods, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(evidence[at - 1])) && (at + goods.Length == evidence.Length || !char.IsLetter(evidence[at + goods.Length]));
    }
}
