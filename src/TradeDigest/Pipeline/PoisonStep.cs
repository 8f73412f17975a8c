using System.Text.Json;
using Azure;
using Microsoft.Extensions.Logging;
using TradeDigest.Storage;
using TradeDigest.Telemetry;

namespace TradeDigest.Pipeline;

/// <summary>A message of the Functions host about a blob that its function could not take.</summary>
/// <param name="ContainerName">The blob's container.</param>
/// <param name="BlobName">The blob's name.</param>
public sealed record PoisonBlob(string? ContainerName, string? BlobName);

/// <summary>What happens to a message that failed too often. It is tried once more, as it may only have been in the hands of processes that died;
/// what fails again is quarantined. While storage itself does not answer nothing is judged: the message stays.</summary>
public sealed partial class PoisonStep(
    IngestStep ingest, SummarizeStep summarize, ArticleStore articles, QuarantineStore quarantine, PipelineMetrics metrics, TimeProvider time, ILogger<PoisonStep> logger)
{
    /// <summary>Sees to a blob that could not be ingested.</summary>
    /// <param name="message">The JSON of a <see cref="PoisonBlob"/>.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public async Task IngestAsync(string message, CancellationToken cancellationToken)
    {
        var blob = Read(message);
        if (blob is not { ContainerName: StorageAccount.ArticlesContainer, BlobName: { } name })
        {
            NotOurs(blob?.ContainerName);
            return;
        }

        try
        {
            await ingest.RunAsync(name, cancellationToken);
        }
        catch (Exception e) when (IsLasting(e))
        {
            var receivedAt = await ingest.ReceivedAtAsync(name, cancellationToken) ?? time.GetUtcNow();
            await PutAsync(name, "not-ingested", "The file could not be read", e, receivedAt, cancellationToken);
        }
    }

    /// <summary>Sees to an article that could not be summarised.</summary>
    /// <param name="message">The queue's message: see <see cref="ArticleMessage"/>.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public async Task SummarizeAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            await summarize.RunAsync(message, cancellationToken);
        }
        catch (Exception e) when (IsLasting(e))
        {
            string id = ArticleMessage.Read(message).Id;

            // The stored article may be damaged, which may be what the trouble is.
            var article = await articles.FindReadableAsync(id, cancellationToken);
            await PutAsync(article?.Names[0] ?? id, "not-summarised", "The article could not be summarised", e, article?.ReceivedAt ?? time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>The message's blob; null where it is no message of the host.</summary>
    private static PoisonBlob? Read(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, TradeDigestJson.Compact.PoisonBlob);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task PutAsync(string name, string reason, string what, Exception why, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        string message = $"{what}, after several tries ({why.GetType().Name}: {why.Message}). Please report it with the file. "
            + "To try again, drop the file once more, changed or under another name.";
        await quarantine.PutAsync(new(name, reason, message, receivedAt, time.GetUtcNow()), cancellationToken);
        metrics.Quarantined(reason);
        string shown = BlobName.Safe(name);
        GivenUp(why, shown, reason);
    }

    private static bool IsLasting(Exception e) => e is not (OperationCanceledException or RequestFailedException or AggregateException or IOException or HttpRequestException);

    [LoggerMessage(EventId = 231, Level = LogLevel.Error, Message = "Gave {Name} up: {Reason}.")]
    private partial void GivenUp(Exception why, string name, string reason);

    [LoggerMessage(EventId = 232, Level = LogLevel.Warning, Message = "A poison message is about a blob of container {Container}, which is not this app's; it is dropped.")]
    private partial void NotOurs(string? container);
}
