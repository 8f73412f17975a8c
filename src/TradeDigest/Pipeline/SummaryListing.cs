using TradeDigest.Analysis;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>The summaries of a day.</summary>
public sealed class SummaryListing(DayLog log, SummaryStore summaries, DigestSchedule schedule)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The documents of what was received on <paramref name="day"/> in the digest's time zone, newest first.</summary>
    public async Task<IReadOnlyList<ArticleDocument>> OfDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var entries = await log.ReadReceivedAsync(schedule.StartOf(day), schedule.StartOf(day.AddDays(1)), cancellationToken);
        var ids = entries.Where(e => e.Kind == DayEntryKind.Article)
            .OrderByDescending(e => e.ReceivedAt).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Key);
        return await ReadAsync(ids, cancellationToken);
    }

    /// <summary>The documents of <paramref name="ids"/>, in their order; ids without a document are left out.</summary>
    public async Task<IReadOnlyList<ArticleDocument>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var documents = new List<ArticleDocument>();
        foreach (var batch in ids.Chunk(ReadsAtOnce))
        {
            var read = await Task.WhenAll(batch.Select(id => summaries.FindAsync(id, cancellationToken)));
            documents.AddRange(read.OfType<ArticleDocument>());
        }

        return documents;
    }
}
