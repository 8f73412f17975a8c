using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Invocations;
using TradeDigest.LocalHost.Storage;

namespace TradeDigest.LocalHost.Blobs;

/// <summary>Runs the function that a work item names on the blob that it names, if both are still there.</summary>
internal sealed class BlobWork(IReadOnlyDictionary<string, Function> functions, StorageAccounts accounts, FunctionInvoker invoker, ILogger log)
{
    /// <summary>Handles a message of the work queue.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Asks the function to stop.</param>
    /// <exception cref="Exception">Whatever the function throws: the message is to be tried again.</exception>
    public async Task HandleAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var item = BlobWorkItem.Parse(message.Body);
        if (!functions.TryGetValue(item.FunctionId, out var function) || function is not { IsDisabled: false, Trigger: BlobTrigger trigger })
        {
            HostLog.BlobDropped(log, item.ContainerName, item.BlobName, item.FunctionId, "the function is gone or switched off");
            return;
        }

        var blob = accounts.Blobs(trigger.Connection).GetBlobContainerClient(item.ContainerName).GetBlobClient(item.BlobName);
        if (!IsAddressable(item.BlobName))
        {
            // No request can be made for it: the function gets the name and has to decide.
            await RunAsync(function, trigger, item, blob, metadata: null, cancellationToken);
            return;
        }

        BlobVersion? version;
        try
        {
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            version = new BlobVersion(found.ETag.ToString("H"), new Dictionary<string, string>(found.Metadata, StringComparer.OrdinalIgnoreCase));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            HostLog.BlobDropped(log, item.ContainerName, item.BlobName, item.FunctionId, "the blob is gone");
            return;
        }

        if (trigger.Source == BlobTriggerSource.LogsAndContainerScan && version.ETag != item.ETag)
        {
            HostLog.BlobDropped(log, item.ContainerName, item.BlobName, item.FunctionId, "the blob has changed, and its new version is found by the next scan");
            return;
        }

        await RunAsync(function, trigger, item, blob, version.Metadata, cancellationToken);
    }

    /// <summary>An address loses the parts of a name that are <c>.</c> or <c>..</c>, and then means another blob.</summary>
    private static bool IsAddressable(string name) => !name.Split('/').Any(part => part is "." or "..");

    private async Task RunAsync(
        Function function, BlobTrigger trigger, BlobWorkItem item, BlobClient blob, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["blobTrigger"] = $"{item.ContainerName}/{item.BlobName}",
            ["uri"] = blob.Uri,
            ["metadata"] = metadata ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        };
        foreach (var (name, value) in trigger.Path.Match(item.BlobName) ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            data[name] = value;
        }

        await invoker.RunAsync(function, new Occasion($"New blob detected({trigger.Source}): {item.ContainerName}/{item.BlobName}", blob, data), cancellationToken);
    }

    private sealed record BlobVersion(string ETag, IDictionary<string, string> Metadata);
}
