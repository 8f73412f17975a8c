using System.Text.Json;

namespace TradeDigest.LocalHost.Blobs;

/// <summary>A blob for a function, as it lies in the work queue and, given up, in the poison queue: the real host's shape.</summary>
/// <param name="Type">Always <c>BlobTrigger</c>.</param>
/// <param name="FunctionId">Such as <c>Host.Functions.Ingest</c>.</param>
/// <param name="BlobType">Such as <c>BlockBlob</c>.</param>
/// <param name="ContainerName">The container.</param>
/// <param name="BlobName">The name within it.</param>
/// <param name="ETag">Which version was seen, in quotation marks.</param>
internal sealed record BlobWorkItem(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    /// <summary>Where given-up work items go.</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>The work queue of a host.</summary>
    /// <param name="hostId">The host's id.</param>
    public static string QueueOf(string hostId) => $"azure-webjobs-blobtrigger-{hostId}";

    /// <summary>Reads a message.</summary>
    /// <param name="body">JSON.</param>
    /// <exception cref="JsonException">It is no work item.</exception>
    public static BlobWorkItem Parse(BinaryData body) =>
        JsonSerializer.Deserialize<BlobWorkItem>(body) is { FunctionId: not null, ContainerName: not null, BlobName: not null } item
            ? item
            : throw new JsonException("The message names no function, container and blob.");

    /// <summary>The message.</summary>
    public BinaryData ToBody() => BinaryData.FromObjectAsJson(this);
}
