using TradeDigest.Articles;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Pipeline;

/// <summary>Finds the ledgers of stories in what the digests left. The last digest's archive has those that go on; one that is over is in the archive of an earlier digest.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class StoryArchives(DigestStore digests, SummaryStore summaries, DigestSchedule schedule)
{
    private const string Prefix = "story-";

    // The archive of a finished digest does not change, and it may be large.
    private (string Id, StoryArchive Archive)? _latest;

    /// <summary>The archive of the last digest; an empty one before the first.</summary>
    public async Task<StoryArchive> LatestAsync(CancellationToken cancellationToken)
    {
        if ((await digests.State.LookAsync(cancellationToken)).Value?.Last is not { } last)
        {
            return StoryArchive.Empty;
        }

        if (_latest is { } known && known.Id == last)
        {
            return known.Archive;
        }

        var archive = await OfAsync(last, cancellationToken);
        _latest = (last, archive);
        return archive;
    }

    /// <summary>A story as its last digest left it; null where no digest told it.</summary>
    public async Task<StoryLedger?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (await LatestAsync(cancellationToken)).Stories.FirstOrDefault(s => s.Id == id)
            ?? (id.StartsWith(Prefix, StringComparison.Ordinal) ? await EarlierAsync(id[Prefix.Length..], s => s.Id == id, cancellationToken) : null);
    }

    /// <summary>The story that has an article; null where no digest has told it.</summary>
    public async Task<StoryLedger?> OfArticleAsync(string articleId, CancellationToken cancellationToken)
    {
        bool Has(StoryLedger story) => story.Sources.Any(s => s.ArticleId == articleId);
        return (await LatestAsync(cancellationToken)).Stories.FirstOrDefault(Has) ?? await EarlierAsync(articleId, Has, cancellationToken);
    }

    /// <summary>The story in the last archive that has it. From the digest of its article on, archives have it without a gap until they drop it, so that the last is found by halving.</summary>
    private async Task<StoryLedger?> EarlierAsync(string articleId, Func<StoryLedger, bool> isIt, CancellationToken cancellationToken)
    {
        if (!ArticleIds.IsOne(articleId) || await summaries.FindAsync(articleId, cancellationToken) is not { } document)
        {
            return null;
        }

        var ids = (await digests.AllAsync(cancellationToken)).Where(id => DigestStore.TryParseId(id, out var day, out _) && day >= schedule.DayOf(document.Article.ReceivedAt)).ToList();
        int first = 0;
        while (first < ids.Count && (await digests.Plan(ids[first]).LookAsync(cancellationToken)).Value?.Articles.Contains(articleId, StringComparer.Ordinal) != true)
        {
            first++;
        }

        StoryLedger? found = null;
        for (int low = first, high = ids.Count - 1; low <= high;)
        {
            int middle = found is null ? first : (low + high) / 2;
            var story = (await OfAsync(ids[middle], cancellationToken)).Stories.FirstOrDefault(isIt);
            if (story is null && found is null)
            {
                return null;
            }

            (found, low, high) = story is null ? (found, low, middle - 1) : (story, middle + 1, high);
        }

        return found;
    }

    private async Task<StoryArchive> OfAsync(string id, CancellationToken cancellationToken) =>
        (await digests.Archive(id).LookAsync(cancellationToken)).Value ?? StoryArchive.Empty;
}
