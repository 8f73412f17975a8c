using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Operations;

/// <summary>Makes the day's log anew where lines of it are lost: from the library's articles, and summaries where those are lost too, then from the quarantine.</summary>
public sealed class Rebuild(
    StorageAccount storage, ArticleStore articles, QuarantineStore quarantine, SummarizeStep summarize, DayLog log, DigestSchedule schedule, BlobParts parts) : IOperation
{
    private const string ArticlePrefix = "articles/";
    private const string QuarantinePhase = "quarantine:";

    /// <inheritdoc/>
    public OperationKind Kind => OperationKind.Rebuild;

    /// <inheritdoc/>
    public async Task<OperationPart> NextAsync(OperationRecord record, CancellationToken cancellationToken)
    {
        var logged = new LoggedKeys(log);
        if (record.Cursor?.StartsWith(QuarantinePhase, StringComparison.Ordinal) is true)
        {
            string place = record.Cursor[QuarantinePhase.Length..];
            var part = await parts.NextAsync(storage.Quarantine, "", place.Length == 0 ? null : place, blob => PutBackAsync(blob.Name, record, logged, cancellationToken), cancellationToken);
            return part with { Cursor = part.Cursor is null ? null : QuarantinePhase + part.Cursor };
        }

        var done = await parts.NextAsync(
            storage.Library, ArticlePrefix, record.Cursor, blob => PutBackArticleAsync(Path.GetFileNameWithoutExtension(blob.Name), record, logged, cancellationToken), cancellationToken);
        return done with { Cursor = done.Cursor ?? QuarantinePhase };
    }

    private async Task<bool?> PutBackArticleAsync(string id, OperationRecord record, LoggedKeys logged, CancellationToken cancellationToken)
    {
        var article = await articles.FindAsync(id, cancellationToken);
        if (article is null || !record.Covers(schedule.DayOf(article.ReceivedAt)))
        {
            return null;
        }

        if (await logged.HasAsync(id, article.ReceivedAt, cancellationToken) && !await summarize.IsMissingAsync(id, cancellationToken))
        {
            return false;
        }

        await summarize.RunAsync(id, cancellationToken);
        return true;
    }

    private async Task<bool?> PutBackAsync(string blob, OperationRecord record, LoggedKeys logged, CancellationToken cancellationToken)
    {
        var file = await quarantine.ReadStoredAsync(blob, cancellationToken);
        if (file is null || !record.Covers(schedule.DayOf(file.ReceivedAt)))
        {
            return null;
        }

        if (await logged.HasAsync(file.Key, file.ReceivedAt, cancellationToken))
        {
            return false;
        }

        await log.AppendAsync(file.ToEntry(), cancellationToken);
        return true;
    }

    /// <summary>The keys in the log, an hour at a time.</summary>
    private sealed class LoggedKeys(DayLog log)
    {
        private readonly Dictionary<DateTimeOffset, HashSet<string>> _hours = [];

        public async Task<bool> HasAsync(string key, DateTimeOffset receivedAt, CancellationToken cancellationToken)
        {
            var hour = new DateTimeOffset(receivedAt.UtcTicks - (receivedAt.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
            if (!_hours.TryGetValue(hour, out var keys))
            {
                keys = [.. (await log.ReadReceivedAsync(hour, hour.AddHours(1), cancellationToken)).Select(e => e.Key)];
                _hours.Add(hour, keys);
            }

            return keys.Contains(key);
        }
    }
}
