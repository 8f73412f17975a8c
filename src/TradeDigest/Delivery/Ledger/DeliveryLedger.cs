using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>The lines of the delivery ledger, beside the digest that they are of: <c>{digest}/deliveries/{recipient key}.json</c>.</summary>
/// <remarks>The state stands in the blob's metadata too, so that a listing is enough to count.</remarks>
public sealed class DeliveryLedger(BlobContainerClient digests)
{
    private const string StateTag = "state";

    /// <summary>The line of a digest and a recipient.</summary>
    public JsonBlob<DeliveryRecord> Line(string digest, string key) => new(
        digests.GetBlockBlobClient($"{Folder(digest)}{key}.json"),
        TradeDigestJson.Readable.DeliveryRecord,
        line => new Dictionary<string, string>(StringComparer.Ordinal) { [StateTag] = line.State.ToString().ToLowerInvariant() });

    /// <summary>The states of a digest's lines by the recipients' keys. Lines without metadata, as earlier versions wrote them, are read.</summary>
    public async Task<IReadOnlyDictionary<string, DeliveryState>> StatesAsync(string digest, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, DeliveryState>(StringComparer.Ordinal);
        await foreach (var blob in digests.GetBlobsAsync(BlobTraits.Metadata, prefix: Folder(digest), cancellationToken: cancellationToken))
        {
            string key = blob.Name[Folder(digest).Length..].Split('.')[0];
            if (blob.Metadata.TryGetValue(StateTag, out string? tag) && Enum.TryParse<DeliveryState>(tag, ignoreCase: true, out var known))
            {
                states[key] = known;
            }
            else if ((await Line(digest, key).LookAsync(cancellationToken)).Value is { } line)
            {
                states[key] = line.State;
            }
        }

        return states;
    }

    private static string Folder(string digest) => $"{digest}/deliveries/";
}
