using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts;

/// <summary>Measured figures of an economy.</summary>
/// <remarks>
/// Covers “exports to X rose 4.8% year-on-year in May”, “exports of goods amounted to €2.5bn in Q1, up 3.1%”, “the deficit widened to $15.7 bn in February from $12.3 bn”,
/// “a 3% fall in imports”, “posted a trade surplus of”, “inflation was 3.4%”, “exported 2.9 mln tonnes of sugar”, and clauses that leave out what the one before gives
/// (“exports rose 4.8% while imports fell 3.4%”, “those of steel dropped”). What is expected, proposed, asked for or denied is no statistic.
/// </remarks>
internal sealed class StatisticRule : IFactRule
{
    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        foreach (var figure in text.Figures)
        {
            if (figure.Expected || figure is { Name: "price" or "sales" or "stocks" or "production" or "consumption", Goods: null, Area: null }
                || (figure.Name == "reserves" && figure.Change is null && figure.Unit is not { Length: 3 }))
            {
                continue;
            }

            found.Add(new StatisticFact
            {
                Metric = figure.Name,
                Area = figure.Area ?? (figure.World ? "world" : null),
                Partner = figure.Partner,
                Goods = figure.Goods,
                ChangePercent = figure.Change,
                Value = figure.Value,
                Unit = figure.Unit,
                Period = figure.Period,
                Basis = figure.Change is null ? null : figure.Basis,
                Record = figure.Record,
                Evidence = text.Evidence(figure.First, figure.End),
            });
        }
    }
}
