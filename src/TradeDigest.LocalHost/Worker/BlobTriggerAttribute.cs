namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for each new or changed blob. The parameter may be a Stream, string, byte[] or BlobClient.</summary>
/// <param name="blobPath">Container and pattern, such as <c>inbox/{name}</c>; <c>%Setting%</c> is replaced by the app setting.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>Container and pattern; names in braces match parts of the blob's name and bind to parameters of that name.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The app setting that holds the connection string; <c>AzureWebJobsStorage</c> when null.</summary>
    public string? Connection { get; set; }

    /// <summary>How the host hears of changes.</summary>
    public BlobTriggerSource Source { get; set; }
}
