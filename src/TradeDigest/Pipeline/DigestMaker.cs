using Microsoft.Extensions.Logging;
using TradeDigest.Digests;
using TradeDigest.Storage;
using TradeDigest.Telemetry;
using TradeDigest.Stories;

namespace TradeDigest.Pipeline;

/// <summary>Carries a digest's plan out: composes the digest, stores it in all its forms and opens it for delivery. Every part is safe to repeat,
/// and what a first run has stored the next one goes on with.</summary>
public sealed partial class DigestMaker(
    DigestStore digests, DigestRollCall rollCall, ArticleDocuments documents, CopySettlement copies, DigestComposer composer,
    RenderableDigest renderable, DigestForms forms, DeliveryOpening delivery, DigestSchedule schedule, PipelineMetrics metrics,
    ILogger<DigestMaker> logger)
{
    /// <summary>Makes the digest of <paramref name="plan"/>.</summary>
    /// <param name="plan">What it covers.</param>
    /// <param name="previous">Id of the digest before; null for none.</param>
    /// <param name="cancellationToken">Ends the making; it can be begun again.</param>
    public async Task MakeAsync(DigestPlan plan, string? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var found = await digests.Digest(plan.Id).LookAsync(cancellationToken);
        if (found.Value is null)
        {
            var composition = await ComposeAsync(plan, previous, cancellationToken);
            var archive = digests.Archive(plan.Id);
            if (await archive.LookAsync(cancellationToken) is { Value: null } lost)
            {
                await archive.TryWriteAsync(composition.Archive, lost, cancellationToken);
            }

            await digests.Digest(plan.Id).TryWriteAsync(composition.Digest, found, cancellationToken);
        }

        if (await digests.Digest(plan.Id).ReadAsync(cancellationToken) is { Value: var digest })
        {
            await forms.StoreAsync(plan.Id, digest, cancellationToken);
            await delivery.OpenAsync(plan, previous, cancellationToken);
        }
    }

    private async Task<DigestComposition> ComposeAsync(DigestPlan plan, string? previous, CancellationToken cancellationToken)
    {
        (plan, var members) = await rollCall.CallAsync(plan, cancellationToken);
        await copies.SettleAsync(plan, members, cancellationToken);
        var read = await documents.OfAsync(plan.Articles, cancellationToken);
        var earlier = previous is null ? StoryArchive.Empty : (await digests.Archive(previous).LookAsync(cancellationToken)).Value;
        if (earlier is null)
        {
            ArchiveLost(plan.Id, previous);
        }

        var composition = await renderable.OfAsync(composer.Compose(new DigestRequest
        {
            Date = plan.Day,
            From = plan.From,
            To = plan.CutOff,
            Zone = schedule.Zone,
            Articles = [.. members.Select(m => new DigestArticle(read[m.Id], m.Text))],
            Unreadable = [.. plan.Unreadable.Select(e => new UnreadableFile(e.Name ?? e.Key, e.Reason ?? ""))],
            Erased = [.. plan.Erased.Select(e => new Erasure(DigestStore.DaysOf(e.Digests ?? [])))],
            Earlier = earlier ?? StoryArchive.Empty,
        }));
        foreach (var stopped in composition.Stopped)
        {
            metrics.Stopped(stopped.Stage);
            Stopped(plan.Id, stopped.Stage, stopped.ArticleId);
        }

        return composition;
    }

    [LoggerMessage(EventId = 241, Level = LogLevel.Warning, Message = "Digest {Digest}: a {Stage} of article {Article} does not trace and was left out.")]
    private partial void Stopped(string digest, string stage, string? article);

    [LoggerMessage(EventId = 242, Level = LogLevel.Warning, Message = "Digest {Digest}: what {Previous} left for it ({Previous}/archive.json) is gone or damaged; it tells every story and fact as new.")]
    private partial void ArchiveLost(string digest, string? previous);
}
