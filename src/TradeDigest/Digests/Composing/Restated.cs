using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Leaves out of a story the measures that say what a tariff of the same story says with its figures.</summary>
internal static class Restated
{
    private static readonly IReadOnlySet<string> TariffWords = ContentWords.Of("tariff tariffs duty duties levy levies");

    /// <summary>The entries without those that another one tells better.</summary>
    public static IReadOnlyList<ChangedEntry> LeftOut(IReadOnlyList<ChangedEntry> entries)
    {
        var tariffs = entries.Select(e => e.Entry.Current.Fact).OfType<TariffFact>().ToList();
        return tariffs.Count == 0 ? entries : [.. entries.Where(e => e.Entry.Current.Fact is not MeasureFact measure || !tariffs.Exists(t => Says(t, measure)))];
    }

    /// <summary>Whether the tariff is of the same imposer, towards the same target, on the same goods and of the same date, as far as both speak of it, and the measure is one on a tariff.</summary>
    private static bool Says(TariffFact tariff, MeasureFact measure)
    {
        if (measure is not { Actor: { } actor, Object: { } named } || tariff.Imposer != actor
            || measure.Action is MeasureAction.Threaten or MeasureAction.Investigate or MeasureAction.Complain or MeasureAction.Legislate or MeasureAction.Retaliate
            || (measure.DurationDays is { } days && tariff.DurationDays != days))
        {
            return false;
        }

        var words = ContentWords.Of(named);
        return words.Overlaps(TariffWords)
            && (tariff.Goods is null ? words.All(TariffWords.Contains) || tariff.Target is not null : ContentWords.Of(tariff.Goods).IsSubsetOf(words))
            && (measure.Target is null || tariff.Target is null || measure.Target == tariff.Target)
            && Compatible(measure.Date, tariff.Date);
    }

    private static bool Compatible(PartialDate? a, PartialDate? b) => a is not { } x || b is not { } y || x.Includes(y) || y.Includes(x);
}
