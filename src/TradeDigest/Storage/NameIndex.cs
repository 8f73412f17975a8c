using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace TradeDigest.Storage;

/// <summary>Which articles a blob of the user held when it was last read.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="Ids">The ids of its articles.</param>
/// <param name="ReceivedAt">When that version of the blob was written (UTC).</param>
public sealed record NameRecord(string Name, IReadOnlyList<string> Ids, DateTimeOffset ReceivedAt);

/// <summary>What each of the user's blobs held last, so that a changed one is known to replace its earlier article: <c>names/{key}.json</c> of the library.</summary>
public sealed class NameIndex(BlobContainerClient library)
{
    /// <summary>What <paramref name="name"/> held last; null where it is new, or the note of it is damaged.</summary>
    public async Task<NameRecord?> FindAsync(string name, CancellationToken cancellationToken) => (await Blob(name).LookAsync(cancellationToken)).Value;

    /// <summary>Notes what a blob holds now, unless a later version of it was noted already.</summary>
    public async Task NoteAsync(NameRecord record, CancellationToken cancellationToken)
    {
        var blob = Blob(record.Name);
        Found<NameRecord> found;
        do
        {
            found = await blob.LookAsync(cancellationToken);
            if (found.Value is { } known && (known.ReceivedAt > record.ReceivedAt || known.Ids.SequenceEqual(record.Ids, StringComparer.Ordinal)))
            {
                return;
            }
        }
        while (!await blob.TryWriteAsync(record, found, cancellationToken));
    }

    private JsonBlob<NameRecord> Blob(string name) =>
        new(library.GetBlockBlobClient($"names/{BlobName.Key(name)}.json"), TradeDigestJson.Compact.NameRecord);
}
