using Microsoft.Extensions.Logging;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Pipeline;

/// <summary>Carries a digest's plan out: composes the digest, stores it in all its forms and delivers it. Every part is safe to repeat,
/// and what a first run has stored the next one goes on with.</summary>
public sealed partial class DigestMaker(
    DigestStore digests, ArticleStore articles, SummaryStore summaries, CopySettlement copies, DigestComposer composer, RenderableDigest renderable, DigestForms forms,
    DigestDelivery delivery, DigestSchedule schedule, ILogger<DigestMaker> logger)
{
    private const int ReadsAtOnce = 16;

    /// <summary>Makes and delivers the digest of <paramref name="plan"/>.</summary>
    /// <param name="plan">What it covers.</param>
    /// <param name="previous">Id of the digest before; null for none.</param>
    /// <param name="cancellationToken">Ends the making; it can be begun again.</param>
    public async Task MakeAsync(DigestPlan plan, string? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await digests.Plan(plan.Id).TryCreateAsync(plan, cancellationToken);
        if (await digests.Digest(plan.Id).ReadAsync(cancellationToken) is null)
        {
            var composition = await ComposeAsync(plan, previous, cancellationToken);
            await digests.Archive(plan.Id).TryCreateAsync(composition.Archive, cancellationToken);
            await digests.Digest(plan.Id).TryCreateAsync(composition.Digest, cancellationToken);
        }

        if (await digests.Digest(plan.Id).ReadAsync(cancellationToken) is { Value: var digest })
        {
            await forms.StoreAsync(plan.Id, digest, cancellationToken);
            await delivery.DeliverAsync(plan.Id, digest, cancellationToken);
        }
    }

    private async Task<DigestComposition> ComposeAsync(DigestPlan plan, string? previous, CancellationToken cancellationToken)
    {
        var members = await ReadAsync(plan.Articles, articles.FindAsync, cancellationToken);
        await copies.SettleAsync(plan, members, cancellationToken);
        var documents = (await ReadAsync(plan.Articles, summaries.FindAsync, cancellationToken)).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var earlier = previous is null ? null : await digests.Archive(previous).ReadAsync(cancellationToken);
        var composition = await renderable.OfAsync(composer.Compose(new DigestRequest
        {
            Date = plan.Day,
            From = plan.From,
            To = plan.CutOff,
            Zone = schedule.Zone,
            Articles = [.. members.Where(m => documents.ContainsKey(m.Id)).Select(m => new DigestArticle(documents[m.Id], m.Text))],
            Unreadable = [.. plan.Unreadable.Select(e => new UnreadableFile(e.Name ?? e.Key, e.Reason ?? ""))],
            Earlier = earlier?.Value ?? StoryArchive.Empty,
        }));
        foreach (var stopped in composition.Stopped)
        {
            Stopped(plan.Id, stopped.Stage, stopped.ArticleId);
        }

        return composition;
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        IReadOnlyList<string> ids, Func<string, CancellationToken, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        var found = new List<T>(ids.Count);
        foreach (string[] batch in ids.Chunk(ReadsAtOnce))
        {
            found.AddRange((await Task.WhenAll(batch.Select(id => find(id, cancellationToken)))).OfType<T>());
        }

        return found;
    }

    [LoggerMessage(EventId = 241, Level = LogLevel.Warning, Message = "Digest {Digest}: a {Stage} of article {Article} does not trace and was left out.")]
    private partial void Stopped(string digest, string stage, string? article);
}
