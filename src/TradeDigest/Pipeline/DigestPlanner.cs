using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Settles what the next digest covers: all that the day's log holds and no earlier digest has.</summary>
public sealed class DigestPlanner(DayLog log, DigestStore digests, ErasedArticles erased, DigestSchedule schedule)
{
    /// <summary>The plan of a digest of <paramref name="day"/> that ends at <paramref name="now"/>. Nothing is written.</summary>
    public async Task<DigestPlan> PlanAsync(DigestState state, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (read, cursor) = await log.ReadSinceAsync(state.Log, cancellationToken);
        var entries = await NotYetToldAsync(read, cancellationToken);
        int edition = (await digests.EditionsOfAsync(day, cancellationToken)).DefaultIfEmpty(0).Max() + 1;
        var articles = Of(entries, DayEntryKind.Article);
        return new DigestPlan(
            DigestStore.IdOf(day, edition), day, edition, Begin(state, entries), now, [.. articles.Select(e => e.Key)], Of(entries, DayEntryKind.Quarantined), cursor)
        {
            Erased = Of(entries, DayEntryKind.Erased),
            Traces = [.. articles.Where(e => e.Trace is not null).Select(e => KeyValuePair.Create(e.Key, e.Trace!))],
        };
    }

    /// <summary>A line may be written again after its article was told, by a run that died before it could say that it was done.</summary>
    private async Task<IReadOnlyList<DayEntry>> NotYetToldAsync(IReadOnlyList<DayEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return entries;
        }

        // An article is told after it is received; the day's margin is for clocks that disagree.
        var from = schedule.DayOf(entries.Min(e => e.ReceivedAt)).AddDays(-1);
        var told = await digests.ToldSinceAsync(from, cancellationToken);
        var gone = await erased.IdsAsync(cancellationToken);
        return [.. entries.Where(e => !told.Contains(e.Key) && !(e.Kind == DayEntryKind.Article && gone.Contains(e.Key)))];
    }

    /// <summary>The first digest has no earlier cut-off to begin at: it begins with the first file.</summary>
    private static DateTimeOffset Begin(DigestState state, IReadOnlyList<DayEntry> entries) =>
        state.Last is null && entries.Count > 0 && entries.Min(e => e.ReceivedAt) is var first && first < state.Since ? first : state.Since;

    private static List<DayEntry> Of(IReadOnlyList<DayEntry> entries, DayEntryKind kind) =>
        [.. entries.Where(e => e.Kind == kind).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Key, StringComparer.Ordinal)];
}
