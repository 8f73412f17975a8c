namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the host hears that a blob is new or changed.</summary>
public enum BlobTriggerSource
{
    /// <summary>The host lists the container from time to time.</summary>
    LogsAndContainerScan,

    /// <summary>Event Grid posts to the host's webhook; the container is never listed.</summary>
    EventGrid,
}
