using Azure;
using Microsoft.Extensions.Options;
using TradeDigest.Analysis.Model;
using TradeDigest.Delivery;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>How the app is.</summary>
/// <param name="Storage">Whether storage answers; where it does not, the rest is null.</param>
/// <param name="WaitingToIngest">About how many files wait to be read.</param>
/// <param name="Waiting">About how many articles wait for their summary.</param>
/// <param name="Poisoned">About how many messages failed too often and wait to be seen to, by the queue that they failed in.</param>
/// <param name="Quarantined">How many files are in quarantine.</param>
/// <param name="LastDigest">Id of the last digest; null before the first.</param>
/// <param name="LastDigestAt">The last digest's cut-off (UTC); null before the first.</param>
/// <param name="LastDigestAgeSeconds">How long ago that was, in seconds; null before the first.</param>
/// <param name="Analyst">Who analyses articles.</param>
/// <param name="Deliveries">What waits or failed in the delivery.</param>
public sealed record HealthReport(
    bool Storage,
    int? WaitingToIngest,
    int? Waiting,
    PoisonHealth? Poisoned,
    int? Quarantined,
    string? LastDigest,
    DateTimeOffset? LastDigestAt,
    long? LastDigestAgeSeconds,
    AnalystHealth? Analyst,
    DeliveryHealth? Deliveries);

/// <summary>About how many messages failed too often; what files and articles are about goes into quarantine, so that those should not stay.</summary>
/// <param name="Ingest">Files that could not be read in.</param>
/// <param name="Summarize">Articles that could not be summarised.</param>
/// <param name="Operations">Operations that stand still; they are begun again by asking for them again.</param>
public sealed record PoisonHealth(int Ingest, int Summarize, int Operations);

/// <summary>Who analyses articles, and what it cost today (UTC).</summary>
/// <param name="Name"><c>local</c>, or <c>azure-openai</c> where a model is set up.</param>
/// <param name="Model">The model's deployment; null for the rules alone.</param>
/// <param name="Articles">Answers of the model paid for today.</param>
/// <param name="Tokens">Tokens spent today, those set aside for requests under way included.</param>
/// <param name="TokensPerDay">The day's budget; null without one. Past it the rules work alone.</param>
/// <param name="Cost">What today's tokens cost, at the prices of the settings.</param>
public sealed record AnalystHealth(string Name, string? Model, int Articles, long Tokens, long? TokensPerDay, decimal Cost);

/// <summary>Asks storage how the app is.</summary>
public sealed class HealthCheck(
    StorageAccount storage, QuarantineStore quarantine, DigestStore digests, ITokenLedger ledger, DeliveryReports deliveries, IOptions<ModelOptions> model,
    TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The present state. A storage that does not answer within five seconds counts as one that does not answer.</summary>
    public async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var summarize = await storage.DepthsAsync(StorageAccount.SummarizeQueue, patience.Token);
            var ingest = await storage.DepthsAsync(StorageAccount.HostQueues, patience.Token);
            var poison = await storage.DepthsAsync(StorageAccount.HostPoisonQueue, patience.Token);
            var operations = await storage.DepthsAsync(StorageAccount.OperationsQueue, patience.Token);
            int quarantined = await quarantine.CountAsync(patience.Token);
            var state = (await digests.State.LookAsync(patience.Token)).Value;
            DateTimeOffset? last = state?.Last is null ? null : state.Since;
            return new(
                true,
                ingest.Values.Sum(),
                summarize.GetValueOrDefault(StorageAccount.SummarizeQueue),
                new(
                    poison.GetValueOrDefault(StorageAccount.HostPoisonQueue),
                    summarize.GetValueOrDefault(StorageAccount.SummarizeQueue + "-poison"),
                    operations.GetValueOrDefault(StorageAccount.OperationsQueue + "-poison")),
                quarantined,
                state?.Last,
                last,
                last is { } at ? (long)(time.GetUtcNow() - at).TotalSeconds : null,
                await AnalystAsync(patience.Token),
                await deliveries.HealthAsync(patience.Token));
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(false, null, null, null, null, null, null, null, null, null);
        }
    }

    private async Task<AnalystHealth> AnalystAsync(CancellationToken cancellationToken)
    {
        if (!model.Value.IsSet)
        {
            return new("local", null, 0, 0, null, 0);
        }

        var spent = await ledger.ReadAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        long? budget = model.Value.TokensPerDay > 0 ? model.Value.TokensPerDay : null;
        return new("azure-openai", model.Value.Deployment, spent.Articles, spent.Total, budget, spent.Cost(model.Value));
    }
}
