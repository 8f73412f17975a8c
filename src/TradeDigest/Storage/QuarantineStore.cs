using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace TradeDigest.Storage;

/// <summary>What was put aside, with the reason: <c>{name}.json</c> of the quarantine container.</summary>
public sealed class QuarantineStore(BlobContainerClient quarantine, DayLog log)
{
    /// <summary>Puts a file aside and tells the day's log. Safe to repeat.</summary>
    public async Task PutAsync(QuarantineRecord record, CancellationToken cancellationToken)
    {
        await KeepAsync(record, cancellationToken);
        await log.AppendAsync(record.ToEntry(), cancellationToken);
    }

    /// <summary>Puts a file aside that a digest tells of by itself, without a line in the day's log. Safe to repeat.</summary>
    public async Task KeepAsync(QuarantineRecord record, CancellationToken cancellationToken)
    {
        var blob = Blob(record.Name);
        while (!await blob.TryWriteAsync(record, await blob.LookAsync(cancellationToken), cancellationToken))
        {
        }
    }

    /// <summary>Takes a name out of quarantine, once a version of the file could be read.</summary>
    public Task ReleaseAsync(string name, CancellationToken cancellationToken) =>
        quarantine.GetBlobClient(Path(name)).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    /// <summary>What a name was put aside for; null where it was not.</summary>
    public async Task<QuarantineRecord?> FindAsync(string name, CancellationToken cancellationToken) => (await Blob(name).ReadAsync(cancellationToken))?.Value;

    /// <summary>What is in a blob of the container; null where there is no such blob.</summary>
    /// <param name="blob">The blob's name, as a listing of the container has it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="System.Text.Json.JsonException">The blob holds something else.</exception>
    public async Task<QuarantineRecord?> ReadStoredAsync(string blob, CancellationToken cancellationToken) => (await Stored(blob).ReadAsync(cancellationToken))?.Value;

    /// <summary>What a name was put aside for; null where it was not, or where that cannot be read.</summary>
    public async Task<QuarantineRecord?> FindReadableAsync(string name, CancellationToken cancellationToken) => (await Blob(name).LookAsync(cancellationToken)).Value;

    /// <summary>The plain names put aside that begin with <paramref name="prefix"/>.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
        await quarantine.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken).Select(b => b.Name[..^".json".Length]).ToListAsync(cancellationToken);

    /// <summary>The next files in the order of the names that their records have in storage, and where to go on; null behind the last.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Where to go on: what the call before gave; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<QuarantineRecord> Files, string? Next)> PageAsync(int limit, string? after, CancellationToken cancellationToken)
    {
        var files = new List<QuarantineRecord>();
        string? last = null;
        await foreach (var blob in quarantine.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (after is not null && string.CompareOrdinal(blob.Name, after) <= 0)
            {
                continue;
            }

            if (files.Count == limit)
            {
                return (files, last);
            }

            if ((await Stored(blob.Name).LookAsync(cancellationToken)).Value is { } record)
            {
                files.Add(record);
            }

            last = blob.Name;
        }

        return (files, null);
    }

    /// <summary>How many files are in quarantine.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => await quarantine.GetBlobsAsync(cancellationToken: cancellationToken).CountAsync(cancellationToken);

    private static string Path(string name) => $"{BlobName.Safe(name)}.json";

    private JsonBlob<QuarantineRecord> Blob(string name) => Stored(Path(name));

    private JsonBlob<QuarantineRecord> Stored(string blob) => new(quarantine.GetBlockBlobClient(blob), TradeDigestJson.Readable.QuarantineRecord);
}
