using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Puts a story's dated facts in order of time.</summary>
internal static class StoryTimeline
{
    private const int EventsAtMost = 12;

    /// <summary>The events that the values tell, oldest first; none where fewer than two are dated.</summary>
    /// <param name="values">The values that stand.</param>
    /// <param name="numbers">Gives the numbers of the articles of reports.</param>
    /// <param name="most">How many at most: those that most sources have.</param>
    public static IReadOnlyList<DigestEvent> Of(IEnumerable<LedgerVariant> values, Func<IEnumerable<FactReport>, IReadOnlyList<int>> numbers, int most = EventsAtMost)
    {
        var events = values
            .Select(v => (Variant: v, Date: Date(StoryTeller.Told(v)), What: What(StoryTeller.Told(v))))
            .Where(e => e.Date is not null && e.What.Length > 0)
            .OrderByDescending(e => e.Variant.IndependentSources).ThenByDescending(e => e.Date).ThenBy(e => e.What, StringComparer.Ordinal)
            .Take(most)
            .OrderBy(e => e.Date).ThenBy(e => e.What, StringComparer.Ordinal)
            .Select(e => new DigestEvent(e.Date!.Value.ToString(), Wording.Date(e.Date.Value), e.What, numbers(e.Variant.Reports), StoryTeller.Evidence(e.Variant)))
            .DistinctBy(e => (e.Date, e.What)).ToList();
        return events.Count < 2 ? [] : events;
    }

    private static PartialDate? Date(Fact fact) => fact switch
    {
        TariffFact f => f.Date,
        MeasureFact f => f.Date,
        AgreementFact f => f.Date,
        MeetingFact f => f.Start,
        CallFact f => f.Date,
        DeadlineFact f => f.Date,
        CommitmentFact f => f.Date,
        _ => null,
    };

    private static string What(Fact fact) => fact switch
    {
        TariffFact f => FactWording.Label(f) + ": " + FactWording.Value(f with { Date = null }),
        MeasureFact f => FactWording.Label(f) + ": " + FactWording.Value(f with { Date = null }),
        AgreementFact f => FactWording.Label(f) + Value(f with { Date = null }),
        MeetingFact f => FactWording.Label(f) + Value(f with { Start = null, End = null }),
        CallFact f => FactWording.Label(f) + Value(f with { Date = null }),
        DeadlineFact { Subject: null or "deadline" } => "",
        DeadlineFact f => FactWording.Label(f),
        CommitmentFact f => FactWording.Label(f) + Value(f with { Date = null }),
        _ => "",
    };

    private static string Value(Fact fact) => FactWording.Value(fact) is { Length: > 0 } value ? ": " + value : "";
}
