using TradeDigest.Articles;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Pipeline;

/// <summary>Composes the digest of a week from the articles of its daily digests: one account of each story, and what changed since the week before.</summary>
/// <remarks>It is stored before it is sent, as <c>{last day}.week-{hash}/digest.json</c>, so that trying again sends the same.</remarks>
public sealed class WeekIssue(
    DigestStore digests, ArticleStore articles, ArticleDocuments documents, DigestComposer composer, RenderableDigest renderable, DigestSchedule schedule)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The id of the digest of some daily digests.</summary>
    public static string IdOf(IReadOnlyList<string> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        return $"{digests[^1]}.week-{BlobName.Key(string.Join(' ', digests))[..8]}";
    }

    /// <summary>The digest of a week; null where none of its daily digests is there any more.</summary>
    /// <param name="issue">Its daily digests.</param>
    /// <param name="previous">The digest before them; null for none.</param>
    /// <param name="cancellationToken">Ends it; it can be begun again.</param>
    public async Task<Digest?> MakeAsync(DueIssue issue, string? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var blob = digests.Digest(IdOf(issue.Digests));
        var found = await blob.LookAsync(cancellationToken);
        if (found.Value is not null)
        {
            return found.Value;
        }

        if (await ComposeAsync(issue.Digests, previous, cancellationToken) is not { } digest)
        {
            return null;
        }

        await blob.TryWriteAsync(digest, found, cancellationToken);
        return (await blob.ReadAsync(cancellationToken))?.Value;
    }

    private async Task<Digest?> ComposeAsync(IReadOnlyList<string> ids, string? previous, CancellationToken cancellationToken)
    {
        var plans = new List<DigestPlan>();
        foreach (string id in ids)
        {
            plans.AddRange((await digests.Plan(id).LookAsync(cancellationToken)).Value is { } plan ? [plan] : []);
        }

        if (plans.Count == 0)
        {
            return null;
        }

        var members = new List<Article>();
        foreach (string[] batch in plans.SelectMany(p => p.Articles).Distinct(StringComparer.Ordinal).Chunk(ReadsAtOnce))
        {
            members.AddRange((await Task.WhenAll(batch.Select(id => articles.FindReadableAsync(id, cancellationToken)))).OfType<Article>());
        }

        var read = await documents.OfAsync([.. members.Select(m => m.Id)], cancellationToken);
        var earlier = previous is null ? null : (await digests.Archive(previous).LookAsync(cancellationToken)).Value;
        var composition = await renderable.OfAsync(composer.Compose(new DigestRequest
        {
            Date = plans[^1].Day,
            From = plans.Min(p => p.From),
            To = plans.Max(p => p.CutOff),
            Zone = schedule.Zone,
            Articles = [.. members.Select(m => new DigestArticle(read[m.Id], m.Text))],
            Unreadable = [.. plans.SelectMany(p => p.Unreadable).Select(e => new UnreadableFile(e.Name ?? e.Key, e.Reason ?? ""))],
            Earlier = earlier ?? StoryArchive.Empty,
        }));
        return composition.Digest;
    }
}
