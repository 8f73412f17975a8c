using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Digests;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Pipeline;

/// <summary>Composes the digest as it would be if it were made now, and stores nothing: neither the digest nor how far the log is read, nor what is a copy.</summary>
public sealed class DigestPreview(
    DigestStore digests, DigestPlanner planner, DigestRecovery recovery, ArticleStore articles, SummaryStore summaries, IAnalyst analyst, CopySettlement copies,
    DigestComposer composer, RenderableDigest renderable, DigestSchedule schedule, TimeProvider time)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The digest of what has come since the last one; null while a digest is being made, whose articles are settled and whose story is not.</summary>
    public async Task<Digest?> ComposeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = (await digests.State.LookAsync(cancellationToken)).Value
            ?? await recovery.StateAsync(cancellationToken)
            ?? new DigestState(DayLogCursor.Start, now, schedule.LatestDue(now), null, null);
        if (state.Pending is not null)
        {
            return null;
        }

        var plan = await planner.PlanAsync(state, schedule.DayOf(now), now, cancellationToken);
        var members = await MembersAsync(plan, cancellationToken);
        var earlier = state.Last is { } last ? (await digests.Archive(last).LookAsync(cancellationToken)).Value : null;
        var composition = await renderable.OfAsync(composer.Compose(new DigestRequest
        {
            Date = plan.Day,
            From = plan.From,
            To = plan.CutOff,
            Zone = schedule.Zone,
            Articles = members,
            Unreadable = [.. plan.Unreadable.Select(e => new UnreadableFile(e.Name ?? e.Key, e.Reason ?? ""))],
            Earlier = earlier ?? StoryArchive.Empty,
        }));
        return composition.Digest;
    }

    /// <summary>The articles that are there, with what is a copy as the digest would settle it.</summary>
    private async Task<IReadOnlyList<DigestArticle>> MembersAsync(DigestPlan plan, CancellationToken cancellationToken)
    {
        var found = new List<(Article Article, ArticleDocument Document)>();
        foreach (string[] batch in plan.Articles.Chunk(ReadsAtOnce))
        {
            found.AddRange((await Task.WhenAll(batch.Select(id => FindAsync(id, cancellationToken)))).OfType<(Article, ArticleDocument)>());
        }

        var copyOf = (await copies.FindAsync(plan, [.. found.Select(f => f.Article)], cancellationToken)).ToDictionary(c => c.Article.Id, c => c.CopyOf, StringComparer.Ordinal);
        return [.. found.Select(f => new DigestArticle(
            f.Document with { Article = f.Document.Article with { CopyOf = copyOf.GetValueOrDefault(f.Article.Id, f.Document.Article.CopyOf) } }, f.Article.Text))];
    }

    private async Task<(Article Article, ArticleDocument Document)?> FindAsync(string id, CancellationToken cancellationToken) =>
        await articles.FindReadableAsync(id, cancellationToken) is { } article
            ? (article, await summaries.FindAsync(id, cancellationToken) ?? await analyst.AnalyzeAsync(article, cancellationToken))
            : null;
}
