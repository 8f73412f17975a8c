using System.Globalization;
using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Puts together the figures of a story that can be compared: those of one metric, in one unit and, of changes, against the same basis.</summary>
internal static class ComparableFigures
{
    private const int MetricsAtMost = 8;
    private const int RowsAtMost = 16;

    /// <summary>The figures, a metric at a time, those with most rows first; a figure that nothing can be compared with is left to the ledger.</summary>
    public static IReadOnlyList<StoryFigures> Of(IEnumerable<(LedgerEntry Entry, string Label)> entries, Func<IEnumerable<FactReport>, IReadOnlyList<int>> numbers) =>
        [.. entries.SelectMany(e => Metrics(e.Entry, numbers).Select(m => (m.Metric, m.Unit, Row: new FigureRow(Label(e.Entry.Current.Fact, e.Label), Contested(m.Points), m.Points), e.Entry.Current.IndependentSources)))
            .GroupBy(r => (r.Metric, r.Unit))
            .Where(g => g.Sum(r => r.Row.Points.Count) > 1)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Metric, StringComparer.Ordinal).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .Take(MetricsAtMost)
            .Select(g => new StoryFigures(g.Key.Metric, g.Key.Unit, [.. g
                .OrderByDescending(r => r.IndependentSources).ThenBy(r => r.Row.Label, StringComparer.Ordinal).Take(RowsAtMost)
                .Select(r => r.Row).OrderBy(r => r.Label, StringComparer.Ordinal)]))];

    /// <summary>What was measured; of a tariff, whose label has no time, also from when and whether it is only planned.</summary>
    private static string Label(Fact fact, string label) => fact is not TariffFact tariff
        ? label
        : label + (FactWording.Value(new TariffFact { Status = tariff.Status, Date = tariff.Date, Evidence = tariff.Evidence }) is { Length: > 0 } time ? ", " + time : "");

    private static bool Contested(List<FigurePoint> points) => points.Where(p => p.Stands).DistinctBy(p => p.Value).Count() > 1;

    private static IEnumerable<(string Metric, string Unit, List<FigurePoint> Points)> Metrics(LedgerEntry entry, Func<IEnumerable<FactReport>, IReadOnlyList<int>> numbers) =>
        entry.Variants.SelectMany(v => Figures(v.Fact).Select(f => (f.Metric, f.Unit, Point: new FigurePoint(
                f.Value, f.Text, f.Stands && (v.Stands || ReferenceEquals(v, entry.Current)), numbers(v.Reports), StoryTeller.Evidence(v)))))
            .GroupBy(f => (f.Metric, f.Unit))
            .Select(g => (g.Key.Metric, g.Key.Unit, g.Select(f => f.Point).OrderByDescending(p => p.Stands).DistinctBy(p => (p.Value, p.Stands)).ToList()));

    private static IEnumerable<(string Metric, string Unit, decimal Value, string Text, bool Stands)> Figures(Fact fact)
    {
        switch (fact)
        {
            case TariffFact f:
                const string Tariffs = "Tariffs";
                if (f.ToPercent is { } to)
                {
                    yield return (Tariffs, "%", to, FactWording.Hedged(f, to, Wording.Number(to) + "%"), true);
                }

                if (f.FromPercent is { } from)
                {
                    yield return (Tariffs, "%", from, Wording.Number(from) + "%", f.ToPercent is null);
                }

                break;
            case StatisticFact { Metric: { } measured } f:
                if (f.ChangePercent is { } change)
                {
                    yield return (Name(measured) + ", change" + (f.Basis is null ? "" : " " + Wording.Basis(f.Basis)), "%", change, FactWording.Hedged(f, change, Wording.Change(change)), true);
                }

                if (f is { Value: { } level, Unit: { } measure })
                {
                    yield return (Name(measured), measure, level, FactWording.Hedged(f, level, Wording.Level(level, measure)), true);
                }

                break;
            case ShareFact { Percent: { } percent } f:
                yield return ("Shares" + (f.Activity is null ? "" : " of " + f.Activity), "%", percent, FactWording.Hedged(f, percent, Wording.Number(percent) + "%"), true);
                break;
            case ForecastFact { Metric: { } metric, Value: { } expected, Unit: { } unit } f:
                yield return (Name(metric) + ", forecasts", unit, expected, FactWording.Hedged(f, expected, Wording.Level(expected, unit)), true);
                break;
            default:
                break;
        }
    }

    private static string Name(string metric) => metric switch
    {
        "gdp" or "gnp" => metric.ToUpperInvariant(),
        _ => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(metric[0])}{metric[1..].Replace('-', ' ')}"),
    };
}
