using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace TradeDigest.LocalHost.Blobs;

/// <summary>Up to what time of modification a container was looked through, kept in storage over restarts.</summary>
/// <param name="hosts">The hosts' container.</param>
/// <param name="path">Where the position lies.</param>
internal sealed class ScanPosition(BlobContainerClient hosts, string path)
{
    private readonly BlobClient blob = hosts.GetBlobClient(path);

    /// <summary>The position; null when the container was never looked through.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize<Stored>(content.Value.Content)?.LatestScan;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // Looking at every blob again costs time and does no harm: the receipts know what was done.
            return null;
        }
    }

    /// <summary>Keeps a position.</summary>
    /// <param name="position">No older blob is looked at again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WriteAsync(DateTimeOffset position, CancellationToken cancellationToken) =>
        blob.UploadAsync(BinaryData.FromObjectAsJson(new Stored(position)), overwrite: true, cancellationToken);

    private sealed record Stored(DateTimeOffset LatestScan);
}
