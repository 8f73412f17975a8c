using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>Keeps <see cref="OpenDeliveries"/> in <c>deliveries.json</c> of the digests.</summary>
public sealed class OpenDeliveryIndex(BlobContainerClient digests)
{
    private readonly JsonBlob<OpenDeliveries> _blob = new(digests.GetBlockBlobClient("deliveries.json"), TradeDigestJson.Compact.OpenDeliveries);

    /// <summary>The index; null where there is none, or a damaged one.</summary>
    public async Task<OpenDeliveries?> ReadAsync(CancellationToken cancellationToken) => (await _blob.LookAsync(cancellationToken)).Value;

    /// <summary>Changes the index as it is at that moment.</summary>
    public async Task ChangeAsync(Func<OpenDeliveries, OpenDeliveries> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var found = await _blob.LookAsync(cancellationToken);
            var changed = change(found.Value ?? OpenDeliveries.None);
            if ((found.Value is { } before && ReferenceEquals(before, changed)) || await _blob.TryWriteAsync(changed, found, cancellationToken))
            {
                return;
            }
        }
    }
}
