using Azure;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>How the app is.</summary>
/// <param name="Storage">Whether storage answers; where it does not, the rest is null.</param>
/// <param name="Waiting">About how many articles wait for their summary.</param>
/// <param name="Quarantined">How many files are in quarantine.</param>
/// <param name="LastDigest">Id of the last digest; null before the first.</param>
/// <param name="LastDigestAt">The last digest's cut-off (UTC); null before the first.</param>
public sealed record HealthReport(bool Storage, int? Waiting, int? Quarantined, string? LastDigest, DateTimeOffset? LastDigestAt);

/// <summary>Asks storage how the app is.</summary>
public sealed class HealthCheck(StorageAccount storage, QuarantineStore quarantine, DigestStore digests)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The present state. A storage that does not answer within five seconds counts as one that does not answer.</summary>
    public async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var waiting = await storage.ToSummarize.GetPropertiesAsync(patience.Token);
            int quarantined = await quarantine.CountAsync(patience.Token);
            var state = (await digests.State.ReadAsync(patience.Token))?.Value;
            return new(true, waiting.Value.ApproximateMessagesCount, quarantined, state?.Last, state?.Last is null ? null : state.Since);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(false, null, null, null, null);
        }
    }
}
