using TradeDigest.Analysis;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Operations;

/// <summary>Makes documents anew that other rules or another prompt made (<c>analyst.version</c>). Digests that were sent stay as they are.</summary>
public sealed class Reanalyse(StorageAccount storage, SummaryStore summaries, SummarizeStep summarize, IAnalyst analyst, DigestSchedule schedule, BlobParts parts) : IOperation
{
    /// <inheritdoc/>
    public OperationKind Kind => OperationKind.Reanalyse;

    /// <inheritdoc/>
    public Task<OperationPart> NextAsync(OperationRecord record, CancellationToken cancellationToken) => parts.NextAsync(
        storage.Library,
        "summaries/",
        record.Cursor,
        async blob =>
        {
            string id = Path.GetFileNameWithoutExtension(blob.Name);
            var document = await summaries.FindAsync(id, cancellationToken);
            if (document is not null && !record.Covers(schedule.DayOf(document.Article.ReceivedAt)))
            {
                return null;
            }

            if (document is not null && analyst.IsCurrent(document.Analyst))
            {
                return false;
            }

            await summarize.ReanalyseAsync(id, cancellationToken);
            return true;
        },
        cancellationToken);
}
