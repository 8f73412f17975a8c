using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>A reader who wants no more mail.</summary>
/// <param name="At">Since when (UTC).</param>
/// <param name="Recipient">Where the reader was set then.</param>
/// <param name="Note">How to take it back.</param>
public sealed record Unsubscription(DateTimeOffset At, string Recipient, string Note);

/// <summary>Who has unsubscribed: <c>unsubscribed/{key}.json</c> of the recipients' container. It stands beside the recipients and not in them,
/// so that whoever uploads those again does not subscribe anybody anew.</summary>
public sealed class Unsubscriptions(BlobContainerClient recipients, TimeProvider time)
{
    /// <summary>The folder.</summary>
    public const string Folder = "unsubscribed/";

    /// <summary>The key of the recipient whom a blob's name unsubscribes.</summary>
    public static string KeyOf(string blob) => blob[Folder.Length..].Split('.')[0];

    /// <summary>Notes that a recipient wants no more mail. Safe to repeat: the first time stands.</summary>
    /// <returns>Whether it was the first time.</returns>
    public Task<bool> AddAsync(Recipient recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var blob = new JsonBlob<Unsubscription>(Blob(recipient.Key), TradeDigestJson.Readable.Unsubscription);
        return blob.TryCreateAsync(
            new Unsubscription(time.GetUtcNow(), recipient.Source, "The reader has unsubscribed. To send the digest again, at the reader's wish, delete this file."), cancellationToken);
    }

    /// <summary>Whether the recipient with this key wants no more mail.</summary>
    public async Task<bool> HasAsync(string key, CancellationToken cancellationToken) => await Blob(key).ExistsAsync(cancellationToken);

    private BlockBlobClient Blob(string key) => recipients.GetBlockBlobClient($"{Folder}{key}.json");
}
