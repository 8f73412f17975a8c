using TradeDigest.Articles;
using TradeDigest.Digests;
using TradeDigest.Language;
using TradeDigest.Pipeline;
using TradeDigest.Queries;
using TradeDigest.Storage;

namespace TradeDigest.Pages;

/// <summary>The pages for people, made of what is stored.</summary>
public sealed class ReadingRoom(
    DigestStore digests, DigestQuery query, StoryArchives stories, SummaryStore summaries, ArticleStore articles, DigestSchedule schedule, TimeProvider time)
{
    private const int DigestsListed = 30;

    /// <summary>The latest digest; null where there is none yet.</summary>
    public async Task<string?> TodayAsync(PageLinks links, CancellationToken cancellationToken) =>
        (await digests.State.LookAsync(cancellationToken)).Value?.Last is { } last ? await DigestAsync(last, links, isToday: true, cancellationToken) : null;

    /// <summary>A digest: a day's last edition (<c>2026-03-02</c>), or one edition (<c>2026-03-02.1</c>); null where there is none.</summary>
    public async Task<string?> DigestAsync(string id, PageLinks links, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!DigestStore.TryParseId(id, out var day, out int edition))
        {
            return null;
        }

        string? known = id.Contains('.', StringComparison.Ordinal) ? DigestStore.IdOf(day, edition) : await digests.LatestOfAsync(day, cancellationToken);
        return known is null ? null : await DigestAsync(known, links, isToday: false, cancellationToken);
    }

    /// <summary>The digests before one, latest first, or all.</summary>
    public async Task<string> DigestsAsync(string? before, PageLinks links, CancellationToken cancellationToken)
    {
        var (items, next) = await query.PageAsync(null, null, DigestsListed, before, cancellationToken);
        return await PageRenderer.DigestListAsync(items, next is not null, links);
    }

    /// <summary>The stories that go on, the latest first.</summary>
    public async Task<string> StoriesAsync(PageLinks links, CancellationToken cancellationToken)
    {
        var archive = await stories.LatestAsync(cancellationToken);
        return await PageRenderer.StoryListAsync([.. archive.Stories.OrderByDescending(s => s.LastEdition).ThenByDescending(s => s.Sources.Count).ThenBy(s => s.Id, StringComparer.Ordinal)], links);
    }

    /// <summary>A story; null where no digest has told it.</summary>
    public async Task<string?> StoryAsync(string id, PageLinks links, CancellationToken cancellationToken) =>
        await stories.FindAsync(id, cancellationToken) is { } story ? await PageRenderer.StoryAsync(StoryHistory.Of(story), links) : null;

    /// <summary>An article; null where there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="sought">The words that the reader came for; null for none.</param>
    /// <param name="links">The addresses of the pages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<string?> ArticleAsync(string id, TextSpan? sought, PageLinks links, CancellationToken cancellationToken)
    {
        if (!ArticleIds.IsOne(id) || await summaries.FindAsync(id, cancellationToken) is not { } document)
        {
            return null;
        }

        var article = await articles.FindReadableAsync(id, cancellationToken);
        return await PageRenderer.ArticleAsync(new ArticleView(document, article?.Text, await stories.OfArticleAsync(id, cancellationToken)) { Sought = sought }, links);
    }

    /// <summary>The deadlines ahead of today.</summary>
    public async Task<string> DeadlinesAsync(PageLinks links, CancellationToken cancellationToken)
    {
        var today = schedule.DayOf(time.GetUtcNow());
        return await PageRenderer.DeadlinesAsync(StoryDeadline.Ahead(await stories.LatestAsync(cancellationToken), today), today, links);
    }

    private async Task<string?> DigestAsync(string id, PageLinks links, bool isToday, CancellationToken cancellationToken)
    {
        if ((await digests.Digest(id).LookAsync(cancellationToken)).Value is not { } digest)
        {
            return null;
        }

        var ids = await FinishedAsync(cancellationToken);
        int at = ids.IndexOf(id);
        return await PageRenderer.DigestAsync(digest, links, (at > 0 ? ids[at - 1] : null, at >= 0 && at + 1 < ids.Count ? ids[at + 1] : null), isToday);
    }

    /// <summary>The ids of the digests that are done, in their order.</summary>
    private async Task<List<string>> FinishedAsync(CancellationToken cancellationToken)
    {
        string? pending = (await digests.State.LookAsync(cancellationToken)).Value?.Pending?.Id;
        return [.. (await digests.AllAsync(cancellationToken)).Where(id => id != pending)];
    }
}
