using TradeDigest.Facts;

namespace TradeDigest.Stories;

/// <summary>Turns the reports of one story into entries: what is reported, by whom, and whether the sources agree.</summary>
public sealed class FactLedger(SourceGroups sources)
{
    /// <summary>The entries of <paramref name="reports"/>, whose order does not matter.</summary>
    public IReadOnlyList<LedgerEntry> Entries(IEnumerable<FactReport> reports)
    {
        var entries = new List<LedgerEntry>();
        foreach (var kind in reports.GroupBy(r => r.Fact.GetType()).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            var variants = Variants(kind);
            entries.AddRange(Contested(variants).Select(Entry));
        }

        return entries;
    }

    private sealed class Draft(FactReport first)
    {
        public Fact Fact { get; } = first.Fact;

        public List<FactReport> Reports { get; } = [first];

        public List<FactReport> EarlierLevels { get; } = [];

        public bool HasRounding { get; set; }

        public bool HasLessPrecise { get; set; }

        public DateOnly First => Reports.Min(r => r.Published);

        public DateOnly Last => Reports.Max(r => r.Published);
    }

    /// <summary>Gathers the reports of one value. A report that could belong to several values is evidence for none of them, and stands for itself.</summary>
    private static List<Draft> Variants(IEnumerable<FactReport> reports)
    {
        var drafts = new List<Draft>();
        var ordered = reports.OrderByDescending(r => Precision(r.Fact)).ThenBy(r => r.Published)
            .ThenBy(r => r.ArticleId, StringComparer.Ordinal).ThenBy(r => r.Fact.Evidence.Start).ThenBy(r => r.Fact.Statement, StringComparer.Ordinal);
        foreach (var report in ordered)
        {
            var near = drafts.Select(d => (Draft: d, Relation: FactComparison.Compare(d.Fact, report.Fact)))
                .Where(x => x.Relation is FactRelation.Agree or FactRelation.Rounding or FactRelation.LessPrecise or FactRelation.EarlierLevel).ToList();
            var best = near.Where(x => x.Relation == FactRelation.Agree).Take(2).ToList();
            best = best.Count > 0 ? best : near;
            if (best.Count != 1)
            {
                drafts.Add(new Draft(report));
                continue;
            }

            var (draft, relation) = best[0];
            (relation == FactRelation.EarlierLevel ? draft.EarlierLevels : draft.Reports).Add(report);
            draft.HasRounding |= relation == FactRelation.Rounding;
            draft.HasLessPrecise |= relation == FactRelation.LessPrecise;
        }

        return drafts;
    }

    /// <summary>How many slots a fact fills; one that tells a change comes before those that give a level, and a bound counts less than a value.</summary>
    private static int Precision(Fact fact) => ComparableSlots.Of(fact).Count(s => s.Content is not null) + (fact is TariffFact { FromPercent: not null } ? 100 : 0)
        - (fact is CallFact { AtLeast: true } ? 1 : 0);

    /// <summary>Puts together the values that contradict each other, unless one source gives both on one day: then they are two things that our reading cannot tell apart.</summary>
    private List<List<Draft>> Contested(List<Draft> drafts)
    {
        var groups = drafts.Select(d => new List<Draft> { d }).ToList();
        for (int i = 0; i < drafts.Count; i++)
        {
            for (int j = i + 1; j < drafts.Count; j++)
            {
                var (a, b) = (groups.Single(g => g.Contains(drafts[i])), groups.Single(g => g.Contains(drafts[j])));
                if (a != b && FactComparison.Compare(drafts[i].Fact, drafts[j].Fact) == FactRelation.Differ && !a.Exists(x => b.Exists(y => SaidByOne(x, y))))
                {
                    a.AddRange(b);
                    groups.Remove(b);
                }
            }
        }

        return groups;
    }

    private bool SaidByOne(Draft a, Draft b) =>
        a.Reports.Exists(x => b.Reports.Exists(y => x.ArticleId == y.ArticleId || (x.Published == y.Published && sources.Of(x.ArticleId) == sources.Of(y.ArticleId))));

    private LedgerEntry Entry(List<Draft> drafts)
    {
        var live = drafts.Where(d => !IsSuperseded(d, drafts)).ToList();
        var variants = drafts.Select(d => new LedgerVariant(
                d.Fact,
                InOrder(d.Reports), sources.Count(d.Reports.Select(r => r.ArticleId)), d.HasRounding, d.HasLessPrecise) { EarlierLevels = InOrder(d.EarlierLevels), Stands = live.Contains(d) }).ToList();
        var ordered = variants.OrderByDescending(v => v.Stands).ThenByDescending(v => v.IndependentSources)
            .ThenByDescending(v => v.Reports.Max(r => r.Published)).ThenBy(v => v.Reports[0].ArticleId, StringComparer.Ordinal).ToList();
        var current = ordered[0];
        var verdict = live.Count > 1 ? FactVerdict.Conflict
            : drafts.Count > 1 ? FactVerdict.Superseded
            : current.IndependentSources < 2 ? FactVerdict.Single
            : current.HasLessPrecise ? FactVerdict.LessPrecise
            : current.HasRounding ? FactVerdict.Rounding
            : FactVerdict.Agree;
        return new LedgerEntry(ordered, verdict);
    }

    private static List<FactReport> InOrder(IEnumerable<FactReport> reports) =>
        [.. reports.OrderBy(r => r.Published).ThenBy(r => r.ArticleId, StringComparer.Ordinal).ThenBy(r => r.Fact.Evidence.Start)];

    /// <summary>A value is superseded when everybody who gave it has since given another, or, of a value that moves, when another is later.</summary>
    private bool IsSuperseded(Draft draft, List<Draft> all)
    {
        bool moves = draft.Fact is TariffFact or ForecastFact or CommitmentFact or DeadlineFact;
        if (moves && all.Exists(other => other.First > draft.Last))
        {
            return true;
        }

        return draft.Reports.TrueForAll(r => all.Exists(other => other != draft
            && other.Reports.Exists(o => o.Published > r.Published && sources.Of(o.ArticleId) == sources.Of(r.ArticleId))));
    }
}
