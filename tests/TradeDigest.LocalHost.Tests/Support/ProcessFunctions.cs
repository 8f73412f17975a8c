using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace TradeDigest.LocalHost.Tests.Support;

/// <summary>The functions that run when this assembly is started as a process.</summary>
public sealed class ProcessFunctions(IConfiguration configuration)
{
    private BlobContainerClient Results => new(configuration["AzureWebJobsStorage"], $"{configuration["Names"]}-results");

    [Function("CopyInCapitals")]
    public async Task CopyAsync([BlobTrigger("%Names%-inbox/{name}")] string text, string name, CancellationToken cancellationToken)
    {
        if (text.Contains("unreadable", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Fails on purpose.");
        }

        await Results.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await Results.GetBlobClient(name).UploadAsync(BinaryData.FromString(text.ToUpperInvariant()), overwrite: true, cancellationToken);
    }

    [Function("Collect")]
    public async Task<IActionResult> CollectAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "collected")] HttpRequest request)
    {
        var texts = new List<string>();
        await foreach (var blob in Results.GetBlobsAsync(cancellationToken: request.HttpContext.RequestAborted))
        {
            texts.Add($"{blob.Name}={(await Results.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
        }

        return new ContentResult { Content = $"{request.Headers.Accept.ToString().Split(',')[0]}: {string.Join("; ", texts)}", ContentType = "text/plain" };
    }

    /// <summary>Says that it has begun, and ends once it is told to.</summary>
    [Function("Slow")]
    public async Task SlowAsync([QueueTrigger("%Names%-slow")] string text)
    {
        await Results.CreateIfNotExistsAsync();
        await Results.GetBlobClient("begun").UploadAsync(BinaryData.FromString(text), overwrite: true);
        await RunningHost.Until(async () => await Results.GetBlobClient("go").ExistsAsync());
        await Results.GetBlobClient("done").UploadAsync(BinaryData.FromString(text), overwrite: true);
    }
}
