using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Operations;

/// <summary>What came of trying a quarantined file again.</summary>
/// <param name="Name">The file.</param>
/// <param name="Released">Whether it could be read: it is out of quarantine, and its articles wait for their summaries.</param>
/// <param name="Reason">Why it is in quarantine still; null where it is out.</param>
/// <param name="Message">What is wrong, and what to do; null where it is out.</param>
public sealed record RetriedFile(string Name, bool Released, string? Reason, string? Message);

/// <summary>Reads a quarantined file again.</summary>
public sealed class QuarantineRetry(QuarantineStore quarantine, IngestStep ingest)
{
    private const string GoneReason = "gone";

    /// <summary>Tries <paramref name="name"/> again; null where it is not in quarantine.</summary>
    public async Task<RetriedFile?> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (await quarantine.FindAsync(name, cancellationToken) is null)
        {
            return null;
        }

        bool isThere = BlobName.IsReachable(name) && await ingest.ReceivedAtAsync(name, cancellationToken) is not null;
        if (!isThere)
        {
            return new(name, false, GoneReason, "The file is no longer in the container articles. Drop it there again: that takes it out of quarantine once it can be read.");
        }

        await ingest.RunAsync(name, cancellationToken);
        return await quarantine.FindAsync(name, cancellationToken) is { } still ? new(name, false, still.Reason, still.Message) : new(name, true, null, null);
    }
}
