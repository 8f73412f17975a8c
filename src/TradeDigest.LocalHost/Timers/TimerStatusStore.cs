using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.LocalHost.Timers;

/// <summary>Keeps a timer's schedule in storage, so that a run missed while the host was down is noticed.</summary>
internal sealed class TimerStatusStore(BlobContainerClient hosts, string hostId, string functionId)
{
    private readonly BlobClient blob = hosts.GetBlobClient($"timers/{hostId}/{functionId}/status");

    /// <summary>The stored status; null when there is none that can be read.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            var status = JsonSerializer.Deserialize<ScheduleStatus>(content.Value.Content);
            return status is null ? null : new ScheduleStatus
            {
                Last = status.Last.ToUniversalTime(),
                Next = status.Next.ToUniversalTime(),
                LastUpdated = status.LastUpdated.ToUniversalTime(),
            };
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a status.</summary>
    /// <param name="status">All times in UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WriteAsync(ScheduleStatus status, CancellationToken cancellationToken) =>
        blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
}
