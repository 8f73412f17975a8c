using TradeDigest.Facts;

namespace TradeDigest.Stories;

/// <summary>An entry and what has become of it since the digest before.</summary>
/// <param name="Entry">The entry as it is now.</param>
/// <param name="Change">What has become of it.</param>
/// <param name="Before">The report of the value that stood before; null where the entry is new.</param>
/// <param name="BeforeEdition">Date of the last digest that had that value reported.</param>
public sealed record ChangedEntry(LedgerEntry Entry, FactChange Change, FactReport? Before, DateOnly? BeforeEdition);

/// <summary>Compares a story's entries with those of the digest before.</summary>
public static class FactChanges
{
    /// <summary>The entries of <paramref name="reports"/> on <paramref name="today"/>, each compared with what the earlier reports alone had given.</summary>
    public static IReadOnlyList<ChangedEntry> Of(FactLedger ledger, IReadOnlyList<FactReport> reports, DateOnly today)
    {
        var before = ledger.Entries(reports.Where(r => r.Edition < today));
        return [.. ledger.Entries(reports).Select(now => Of(now, before, today))];
    }

    private static ChangedEntry Of(LedgerEntry now, IReadOnlyList<LedgerEntry> before, DateOnly today)
    {
        var old = now.Reports.Where(r => r.Edition < today).ToHashSet();
        if (old.Count == 0)
        {
            return new ChangedEntry(now, FactChange.New, null, null);
        }

        // The earlier entry that holds most of the same reports: entries can merge or part when a further report comes.
        var then = before.OrderByDescending(e => e.Reports.Count(old.Contains)).First();
        var was = then.Current;
        bool stands = now.Current.Reports.Any(r => was.Reports.Contains(r));
        var change = now.Verdict == FactVerdict.Conflict
                ? then.Verdict == FactVerdict.Conflict ? FactChange.Unchanged : FactChange.Disputed
            : then.Verdict == FactVerdict.Conflict ? FactChange.Resolved
            : !stands || FactComparison.MovesValue(was.Fact, now.Current.Fact) ? FactChange.Changed
            : now.Current.IndependentSources > was.IndependentSources ? FactChange.Confirmed
            : HasPassed(now.Current.Fact, today) ? FactChange.Expired
            : FactChange.Unchanged;
        return new ChangedEntry(now, change, was.Reports.First(r => ReferenceEquals(r.Fact, was.Fact)), was.Reports.Max(r => r.Edition));
    }

    private static bool HasPassed(Fact fact, DateOnly today) => fact is DeadlineFact { Date: { } date } && date.Last < today;
}
