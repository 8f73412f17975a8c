namespace TradeDigest.Facts;

/// <summary>Puts together what an article says more than once.</summary>
internal static class Restatements
{
    /// <summary>One fact for each thing said, with the evidence of the fullest statement of it (of equals, the first), in the order of the evidence.</summary>
    public static List<Fact> Merge(IReadOnlyList<Fact> found)
    {
        var kept = new List<(Fact Fact, object?[] Slots)>(found.Count);
        foreach (var (fact, slots) in found.Select(f => (f, FactSlots.Of(f)))
            .OrderByDescending(f => FactSlots.Filled(f.Item2)).ThenBy(f => f.f.Evidence.Start))
        {
            if (!kept.Exists(k => k.Fact.GetType() == fact.GetType() && FactSlots.Restates(slots, k.Slots)))
            {
                kept.Add((fact, slots));
            }
        }

        kept.Sort((a, b) => (a.Fact.Evidence.Start, a.Fact.Evidence.End).CompareTo((b.Fact.Evidence.Start, b.Fact.Evidence.End)));
        return kept.ConvertAll(k => k.Fact);
    }
}
