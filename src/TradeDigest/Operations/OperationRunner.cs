using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using TradeDigest.Storage;

namespace TradeDigest.Operations;

/// <summary>Carries operations out over the queue <c>operations</c>, a part for each message, so that no request waits and a host that dies costs one part.</summary>
public sealed partial class OperationRunner(StorageAccount storage, IEnumerable<IOperation> operations, TimeProvider time, ILogger<OperationRunner> logger)
{
    private readonly Dictionary<OperationKind, IOperation> _operations = operations.ToDictionary(o => o.Kind);

    /// <summary>The name of a kind in addresses and ids, as JSON has it: <c>retry-quarantine</c>.</summary>
    public static string NameOf(OperationKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Begins an operation.</summary>
    /// <param name="kind">What is to be done.</param>
    /// <param name="from">The first day of receipt; null for no limit.</param>
    /// <param name="to">The last day; null for no limit.</param>
    /// <param name="cancellationToken">Ends the beginning.</param>
    public async Task<OperationRecord> StartAsync(OperationKind kind, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            string id = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMddTHHmmssfffffff}-{NameOf(kind)}");
            var record = new OperationRecord(id, kind, from, to, now);
            if (await Blob(id).TryCreateAsync(record, cancellationToken))
            {
                await storage.Operations.SendMessageAsync(id, cancellationToken);
                return record;
            }
        }
    }

    /// <summary>How an operation is; null where there is none of this id.</summary>
    public async Task<OperationRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        id.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? (await Blob(id).LookAsync(cancellationToken)).Value : null;

    /// <summary>Does the next part of an operation and sends for the one after it.</summary>
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var found = await Blob(id).LookAsync(cancellationToken);
        if (found.Value is not { State: OperationState.Running } record)
        {
            NothingToDo(id);
            return;
        }

        var part = await _operations[record.Kind].NextAsync(record, cancellationToken);
        var after = record with
        {
            State = part.Cursor is null ? OperationState.Done : OperationState.Running,
            UpdatedAt = time.GetUtcNow(),
            Seen = record.Seen + part.Seen,
            Changed = record.Changed + part.Changed,
            Failed = record.Failed + part.Failed,
            Cursor = part.Cursor,
        };
        if (!await Blob(id).TryWriteAsync(after, found, cancellationToken))
        {
            // A message that came twice: the other run has done this part and goes on.
            return;
        }

        if (after.State == OperationState.Done)
        {
            Ended(id, after.Seen, after.Changed, after.Failed);
        }
        else
        {
            // A host that dies before this gets its own message again, and goes on from the mark.
            await storage.Operations.SendMessageAsync(id, cancellationToken);
        }
    }

    private JsonBlob<OperationRecord> Blob(string id) => new(storage.Library.GetBlockBlobClient($"operations/{id}.json"), TradeDigestJson.Readable.OperationRecord);

    [LoggerMessage(EventId = 261, Level = LogLevel.Information, Message = "Operation {Id} is through: {Seen} seen, {Changed} changed, {Failed} failed.")]
    private partial void Ended(string id, int seen, int changed, int failed);

    [LoggerMessage(EventId = 263, Level = LogLevel.Warning, Message = "There is no operation {Id} under way; its message is dropped.")]
    private partial void NothingToDo(string id);
}
