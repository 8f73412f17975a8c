using System.Runtime.CompilerServices;
using TradeDigest.Analysis;
using TradeDigest.Storage;

namespace TradeDigest.Queries;

/// <summary>A step of a walk.</summary>
/// <param name="Position">The place behind it.</param>
/// <param name="Document">An article that fits; null where the walk has read as much as it may at once and rests.</param>
/// <param name="MayGoOn">Whether there may be more.</param>
public sealed record WalkStep(ArticlePosition Position, ArticleDocument? Document, bool MayGoOn);

/// <summary>Goes through the articles that fit a filter, newest first, by the day's log: it reads an hour of the log at a time, opens the documents that may fit,
/// and no more of them than are wanted.</summary>
/// <param name="log">The log.</param>
/// <param name="summaries">The documents.</param>
/// <param name="articles">The texts, which are opened where words are searched.</param>
/// <param name="restAfterBytes">Bytes of the log after which the walk rests, at the end of an hour.</param>
/// <param name="restAfterMisses">Documents opened in vain after which it rests.</param>
public sealed class ArticleWalk(
    DayLog log, SummaryStore summaries, ArticleStore articles, long restAfterBytes = ArticleWalk.RestAfterBytes, int restAfterMisses = ArticleWalk.RestAfterMisses)
{
    /// <summary>How much of the log one request reads.</summary>
    public const long RestAfterBytes = 32 << 20;

    /// <summary>How many documents one request opens in vain.</summary>
    public const int RestAfterMisses = 500;

    private const int ReadsAtOnce = 16;

    // So short a time is listed day by day; for a longer one it is first asked which days there are.
    private const int FewDays = 3;

    /// <summary>The articles that fit <paramref name="filter"/> behind <paramref name="after"/>; from the newest where that is null.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">Where to begin.</param>
    /// <param name="wanted">How many the caller will take at most; so many are opened at once.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async IAsyncEnumerable<WalkStep> GoAsync(
        ArticleFilter filter, ArticlePosition? after, int wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        long bytes = 0;
        int misses = 0, found = 0;
        var hours = new HoursDown(await DaysAsync(filter, after, cancellationToken), log, filter, after);
        while (await hours.NextAsync(cancellationToken) is { } hour)
        {
            var entries = (await log.ReadHourAsync(hour, cancellationToken)).Where(e => (after is null || after.IsBefore(e)) && filter.MayTake(e)).ToList();
            for (int at = 0; at < entries.Count;)
            {
                var batch = entries.GetRange(at, Math.Min(Math.Clamp(wanted - found, 1, ReadsAtOnce), entries.Count - at));
                at += batch.Count;
                var opened = await Task.WhenAll(batch.Select(e => OpenAsync(e, filter, cancellationToken)));
                foreach (var (entry, document) in batch.Zip(opened))
                {
                    bool mayGoOn = entry != entries[^1] || hours.HasMore;
                    if (document is not null)
                    {
                        found++;
                        yield return new(new(entry.ReceivedAt, entry.Key), document, mayGoOn);
                    }
                    else if (++misses >= restAfterMisses && mayGoOn)
                    {
                        yield return new(new(entry.ReceivedAt, entry.Key), null, MayGoOn: true);
                        yield break;
                    }
                }
            }

            bytes += hour.Length;
            if (bytes >= restAfterBytes && hours.HasMore)
            {
                yield return new(ArticlePosition.BehindAllSince(hour.Start), null, MayGoOn: true);
                yield break;
            }
        }
    }

    /// <summary>The days of the log that may hold what is asked for, newest first.</summary>
    private async Task<IReadOnlyList<DateOnly>> DaysAsync(ArticleFilter filter, ArticlePosition? after, CancellationToken cancellationToken)
    {
        var last = Least(filter.To?.AddTicks(-1), after?.ReceivedAt) is { } to ? DateOnly.FromDateTime(to.UtcDateTime) : DateOnly.MaxValue;
        var first = filter.From is { } from ? DateOnly.FromDateTime(from.UtcDateTime) : DateOnly.MinValue;
        if (first > last)
        {
            return [];
        }

        return last.DayNumber - first.DayNumber < FewDays
            ? [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(d => last.AddDays(-d))]
            : [.. (await log.DaysDownAsync(cancellationToken)).Where(d => d >= first && d <= last)];
    }

    private static DateTimeOffset? Least(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    /// <summary>The document of an entry; null where it does not fit after all, or is gone.</summary>
    private async Task<ArticleDocument?> OpenAsync(DayEntry entry, ArticleFilter filter, CancellationToken cancellationToken)
    {
        if (await summaries.FindAsync(entry.Key, cancellationToken) is not { } document || !filter.Takes(document))
        {
            return null;
        }

        return filter.Terms is not { } terms
            || (await articles.FindReadableAsync(entry.Key, cancellationToken) is { } article && terms.OccurIn(EntryIndexer.TextsOf(article, document)))
            ? document
            : null;
    }

    /// <summary>The hours of the days, newest first; a day is listed when the walk comes to it.</summary>
    private sealed class HoursDown(IReadOnlyList<DateOnly> days, DayLog log, ArticleFilter filter, ArticlePosition? after)
    {
        private readonly Queue<LogHour> _hours = new();
        private int _day;

        /// <summary>Whether an hour or a day is left.</summary>
        public bool HasMore => _hours.Count > 0 || _day < days.Count;

        /// <summary>The next hour; null for none.</summary>
        public async Task<LogHour?> NextAsync(CancellationToken cancellationToken)
        {
            while (_hours.Count == 0 && _day < days.Count)
            {
                foreach (var hour in (await log.HoursDownAsync(days[_day++], cancellationToken)).Where(MayHold))
                {
                    _hours.Enqueue(hour);
                }
            }

            return _hours.TryDequeue(out var next) ? next : null;
        }

        private bool MayHold(LogHour hour) =>
            (filter.To is null || hour.Start < filter.To)
            && (filter.From is null || hour.Start.AddHours(1) > filter.From)
            && (after is null || hour.Start <= after.ReceivedAt);
    }
}
