using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Operations;

/// <summary>Reads files again, as if they had just been dropped. Nothing doubles by it: an article that a digest has told is not told again.</summary>
public sealed class Replay(StorageAccount storage, IngestStep ingest, DigestSchedule schedule, BlobParts parts) : IOperation
{
    /// <inheritdoc/>
    public OperationKind Kind => OperationKind.Replay;

    /// <inheritdoc/>
    public Task<OperationPart> NextAsync(OperationRecord record, CancellationToken cancellationToken) => parts.NextAsync(
        storage.Articles,
        "",
        record.Cursor,
        async blob =>
        {
            if (blob.Properties.LastModified is not { } received || !record.Covers(schedule.DayOf(received)))
            {
                return null;
            }

            await ingest.RunAsync(blob.Name, cancellationToken);
            return true;
        },
        cancellationToken);
}
