using TradeDigest.Facts;

namespace TradeDigest.Analysis.Model;

/// <summary>Puts the facts of the rules and the facts of a model that passed the gate together.</summary>
/// <remarks>The same facts in the same order, whatever the order of the model's. Where both say the same, the fuller one stands for both; where they
/// contradict each other over the same words, the rules' stands, and the model's is dropped.</remarks>
public static class FactMerge
{
    private const string ByRules = "rules";
    private static readonly string[] Rules = [ByRules];
    private static readonly string[] Model = ["model"];
    private static readonly string[] Both = ["model", ByRules];

    /// <summary>The merged facts in the order of their evidence, and how many of the model's the rules contradict.</summary>
    public static (IReadOnlyList<Fact> Facts, int Contradicted) Merge(IReadOnlyList<Fact> rules, IReadOnlyList<Fact> model)
    {
        var merged = rules.Select(f => f with { By = Rules }).ToList();
        int contradicted = 0;
        foreach (var said in model.OrderBy(f => f.Evidence.Start).ThenBy(f => f.Evidence.End).ThenBy(f => f.Statement, StringComparer.Ordinal))
        {
            int same = merged.FindIndex(f => IsSame(f, said));
            if (same >= 0)
            {
                bool fuller = FactSlots.Filled(FactSlots.Of(said)) > FactSlots.Filled(FactSlots.Of(merged[same]));
                var by = merged[same].By!.Contains(ByRules, StringComparer.Ordinal) ? Both : Model;
                merged[same] = (fuller ? said : merged[same]) with { By = by };
            }
            else if (merged.Exists(f => f.By!.Contains(ByRules, StringComparer.Ordinal) && Contradicts(f, said)))
            {
                contradicted++;
            }
            else
            {
                merged.Add(said with { By = Model });
            }
        }

        return ([.. merged.OrderBy(f => f.Evidence.Start).ThenBy(f => f.Evidence.End)], contradicted);
    }

    private static bool IsSame(Fact known, Fact said)
    {
        if (known.GetType() != said.GetType())
        {
            return false;
        }

        object?[] a = FactSlots.Of(known), b = FactSlots.Of(said);
        return FactSlots.Restates(a, b) || FactSlots.Restates(b, a);
    }

    /// <summary>Over the same words, with an amount in common or none at all, a slot has another value.</summary>
    private static bool Contradicts(Fact known, Fact said)
    {
        if (known.GetType() != said.GetType() || !known.Evidence.Span.Overlaps(said.Evidence.Span))
        {
            return false;
        }

        var amounts = Amounts(known);
        if (amounts.Count > 0 && !amounts.Overlaps(Amounts(said)))
        {
            return false;
        }

        object?[] a = FactSlots.Of(known), b = FactSlots.Of(said);
        return a.Zip(b).Any(slot => slot is { First: { } x, Second: { } y }
            && !FactSlots.Restates([x], [y]) && !FactSlots.Restates([y], [x]));
    }

    private static HashSet<decimal> Amounts(Fact fact) =>
        [.. FactClaims.Of(fact).Where(c => c.Kind == ClaimKind.Number).Select(c => Math.Abs((decimal)c.Value))];
}
