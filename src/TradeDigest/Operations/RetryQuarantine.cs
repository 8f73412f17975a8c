using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Operations;

/// <summary>Tries all files in quarantine again: after an upgrade that reads more, or a raised limit.</summary>
public sealed class RetryQuarantine(StorageAccount storage, QuarantineStore quarantine, QuarantineRetry retry, DigestSchedule schedule, BlobParts parts) : IOperation
{
    /// <inheritdoc/>
    public OperationKind Kind => OperationKind.RetryQuarantine;

    /// <inheritdoc/>
    public Task<OperationPart> NextAsync(OperationRecord record, CancellationToken cancellationToken) => parts.NextAsync(
        storage.Quarantine,
        "",
        record.Cursor,
        async blob =>
        {
            var file = await quarantine.ReadStoredAsync(blob.Name, cancellationToken);
            return file is null || !record.Covers(schedule.DayOf(file.ReceivedAt)) ? null : (await retry.RunAsync(file.Name, cancellationToken))?.Released;
        },
        cancellationToken);
}
