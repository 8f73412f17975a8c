using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace TradeDigest.Storage;

/// <summary>The index of what was received: append blobs <c>days/{yyyy-MM-dd}/{HH}.jsonl</c> of the library, by day and hour (UTC) of receipt.</summary>
/// <remarks>It can be rebuilt from the summaries. A blob that is full goes on as <c>{HH}.2.jsonl</c>, <c>{HH}.3.jsonl</c>, …</remarks>
/// <param name="library">The container.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where damaged lines are told.</param>
/// <param name="longestPart">Bytes after which a blob is full. The service takes at most 50,000 lines a blob, whatever their length; where that comes first it says so.</param>
public sealed partial class DayLog(BlobContainerClient library, TimeProvider time, ILogger<DayLog> logger, long longestPart = 32 << 20)
{
    /// <summary>How long after its hour a blob may still grow without a second line under the present hour.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <summary>How far behind the newest day of the log a cursor goes on looking: <see cref="Late"/>, and two days for clocks that disagree.</summary>
    private const int DaysLookedBack = 3;

    private const string Prefix = "days/";

    /// <summary>Adds a line under the hour of receipt; where that is long past, under the present hour too, so that every reader finds it.</summary>
    public async Task AppendAsync(DayEntry entry, CancellationToken cancellationToken)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, TradeDigestJson.Compact.DayEntry), (byte)'\n'];
        var hour = entry.ReceivedAt;
        await AppendAsync(hour, line, cancellationToken);
        while (time.GetUtcNow() is var now && now - hour > Late)
        {
            hour = now;
            await AppendAsync(hour, line, cancellationToken);
        }
    }

    /// <summary>The lines that were added since <paramref name="cursor"/>, one per key, and the cursor behind them.</summary>
    public async Task<(IReadOnlyList<DayEntry> Entries, DayLogCursor Cursor)> ReadSinceAsync(DayLogCursor cursor, CancellationToken cancellationToken)
    {
        var days = await DaysAsync(cancellationToken);
        var newest = days.Where(d => d <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).DefaultIfEmpty(DateOnly.MinValue).Max();
        var keepFrom = newest.DayNumber > DaysLookedBack ? newest.AddDays(-DaysLookedBack) : newest;
        keepFrom = keepFrom > cursor.From ? keepFrom : cursor.From;
        var read = new Dictionary<string, long>(StringComparer.Ordinal);
        var entries = new Dictionary<string, DayEntry>(StringComparer.Ordinal);
        foreach (var day in days.Where(d => d >= cursor.From))
        {
            await foreach (var blob in library.GetBlobsAsync(prefix: DayPrefix(day), cancellationToken: cancellationToken))
            {
                long from = cursor.Read.GetValueOrDefault(blob.Name), to = blob.Properties.ContentLength ?? 0;
                await ReadAsync(blob.Name, from, to, entries, cancellationToken);
                if (day >= keepFrom)
                {
                    read[blob.Name] = to;
                }
            }
        }

        return ([.. entries.Values], new DayLogCursor(keepFrom, read));
    }

    /// <summary>The lines of what was received in [<paramref name="from"/>, <paramref name="to"/>), one per key, in no order.</summary>
    public async Task<IReadOnlyList<DayEntry>> ReadReceivedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, DayEntry>(StringComparer.Ordinal);
        for (var day = from.UtcDateTime.Date; day < to.UtcDateTime; day = day.AddDays(1))
        {
            await foreach (var blob in library.GetBlobsAsync(prefix: DayPrefix(DateOnly.FromDateTime(day)), cancellationToken: cancellationToken))
            {
                await ReadAsync(blob.Name, 0, blob.Properties.ContentLength ?? 0, entries, cancellationToken);
            }
        }

        return [.. entries.Values.Where(e => e.ReceivedAt >= from && e.ReceivedAt < to)];
    }

    /// <summary>The days (UTC) that have lines, newest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysDownAsync(CancellationToken cancellationToken) => [.. (await DaysAsync(cancellationToken)).OrderDescending()];

    /// <summary>The hours of a day (UTC) that have lines, newest first.</summary>
    public async Task<IReadOnlyList<LogHour>> HoursDownAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var parts = new List<(int Hour, string Blob, long Length)>();
        string prefix = DayPrefix(day);
        await foreach (var blob in library.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
        {
            if (int.TryParse(blob.Name.AsSpan(prefix.Length, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour < 24)
            {
                parts.Add((hour, blob.Name, blob.Properties.ContentLength ?? 0));
            }
        }

        return [.. parts.GroupBy(p => p.Hour).OrderByDescending(g => g.Key)
            .Select(g => new LogHour(new DateTimeOffset(day, new TimeOnly(g.Key, 0), TimeSpan.Zero), [.. g.OrderBy(p => p.Blob.Length).ThenBy(p => p.Blob, StringComparer.Ordinal).Select(p => (p.Blob, p.Length))]))];
    }

    /// <summary>What was received in an hour, one entry per key, newest first. Of several lines of a key the last one holds.</summary>
    /// <remarks>What was received in an hour has its line there, however late; lines of other hours that stand there too are left to those.</remarks>
    public async Task<IReadOnlyList<DayEntry>> ReadHourAsync(LogHour hour, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hour);
        var entries = new Dictionary<string, DayEntry>(StringComparer.Ordinal);
        foreach (var (blob, length) in hour.Parts)
        {
            await foreach (var entry in LinesAsync(blob, 0, length, cancellationToken))
            {
                entries[entry.Key] = entry;
            }
        }

        return [.. entries.Values.Where(e => e.ReceivedAt >= hour.Start && e.ReceivedAt < hour.Start.AddHours(1))
            .OrderByDescending(e => e.ReceivedAt).ThenBy(e => e.Key, StringComparer.Ordinal)];
    }

    private async Task AppendAsync(DateTimeOffset hour, byte[] line, CancellationToken cancellationToken)
    {
        for (int part = 1; ; part++)
        {
            var blob = library.GetAppendBlobClient(PartName(hour, part));
            if (await TryAppendAsync(blob, line, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> TryAppendAsync(AppendBlobClient blob, byte[] line, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var content = new MemoryStream(line, writable: false);
                var conditions = new AppendBlobRequestConditions { IfMaxSizeLessThanOrEqual = longestPart };
                await blob.AppendBlockAsync(content, new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                await blob.CreateIfNotExistsAsync(
                    new AppendBlobCreateOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/x-ndjson; charset=utf-8" } }, cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == "BlockCountExceedsLimit")
            {
                return false;
            }
        }
    }

    private async Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken)
    {
        var days = new List<DateOnly>();
        await foreach (var item in library.GetBlobsByHierarchyAsync(delimiter: "/", prefix: Prefix, cancellationToken: cancellationToken))
        {
            if (item.IsPrefix && DateOnly.TryParseExact(item.Prefix[Prefix.Length..^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private async Task ReadAsync(string name, long from, long to, Dictionary<string, DayEntry> entries, CancellationToken cancellationToken)
    {
        await foreach (var entry in LinesAsync(name, from, to, cancellationToken))
        {
            entries.TryAdd(entry.Key, entry);
        }
    }

    private async IAsyncEnumerable<DayEntry> LinesAsync(string name, long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (to <= from)
        {
            yield break;
        }

        using var content = (await library.GetBlobClient(name)
            .DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(from, to - from) }, cancellationToken)).Value;
        using var reader = new StreamReader(content.Content);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Entry(line) is { } entry)
            {
                yield return entry;
            }
            else
            {
                DamagedLine(name);
            }
        }
    }

    /// <summary>The entry of a line; null where it is none.</summary>
    private static DayEntry? Entry(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TradeDigestJson.Compact.DayEntry) is { Key.Length: > 0 } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string DayPrefix(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day:yyyy-MM-dd}/");

    private static string PartName(DateTimeOffset hour, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{DayPrefix(DateOnly.FromDateTime(hour.UtcDateTime))}{hour.UtcDateTime:HH}{(part == 1 ? "" : $".{part}")}.jsonl");

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "A line of {Blob} is no entry and was passed over. Have the files of that day taken again (azurite.md, Replay): what a digest has told is not told again.")]
    private partial void DamagedLine(string blob);
}
