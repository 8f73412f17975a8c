using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions;

/// <summary>A dropped file becomes articles. Two ways to hear of it: one of them is switched off by <c>AzureWebJobs.{function}.Disabled</c>; with both on, nothing doubles.</summary>
public sealed class IngestFunctions(IngestStep ingest, PoisonStep poison)
{
    /// <summary>By looking into the container from time to time: local storage, and plans that allow it.</summary>
    [Function("IngestArticle")]
    public Task IngestArticle([BlobTrigger("articles/{name}")] BlobClient blob, string name, CancellationToken cancellationToken) =>
        ingest.RunAsync(name, cancellationToken);

    /// <summary>By Event Grid: at once, and the only way on Flex Consumption.</summary>
    [Function("IngestArticleOnEvent")]
    public Task IngestArticleOnEvent(
        [BlobTrigger("articles/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellationToken) =>
        ingest.RunAsync(name, cancellationToken);

    /// <summary>What could not be ingested is put into quarantine.</summary>
    [Function("QuarantineFile")]
    public Task QuarantineFile([QueueTrigger("webjobs-blobtrigger-poison")] string message, CancellationToken cancellationToken) =>
        poison.IngestAsync(message, cancellationToken);
}
