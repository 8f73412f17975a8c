using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging.Abstractions;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Storage;

[Collection(Azurite.Collection)]
public sealed class DayLogTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 30, 0, TimeSpan.Zero);

    private readonly TestClock _clock = new(Morning);

    private BlobContainerClient Library => new(azurite.ConnectionString, "library");

    public async Task InitializeAsync()
    {
        await azurite.ClearAsync();
        await Library.CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_line_is_read_once()
    {
        var log = Log();
        await log.AppendAsync(Entry("a"), CancellationToken.None);
        await log.AppendAsync(Entry("a"), CancellationToken.None);

        var (first, cursor) = await log.ReadSinceAsync(DayLogCursor.Start, CancellationToken.None);
        var (second, _) = await log.ReadSinceAsync(cursor, CancellationToken.None);

        Assert.Equal(["a"], first.Select(e => e.Key));
        Assert.Empty(second);
    }

    [Fact]
    public async Task A_line_that_is_added_to_an_hour_that_was_read_is_read_next_time()
    {
        var log = Log();
        await log.AppendAsync(Entry("a"), CancellationToken.None);
        var (_, cursor) = await log.ReadSinceAsync(DayLogCursor.Start, CancellationToken.None);
        _clock.Now = Morning.AddHours(5);

        await log.AppendAsync(Entry("b"), CancellationToken.None);

        var (entries, _) = await log.ReadSinceAsync(cursor, CancellationToken.None);
        Assert.Equal(["b"], entries.Select(e => e.Key));
        Assert.Equal(["days/2026-03-02/08.jsonl"], await TestPipeline.NamesAsync(Library));
    }

    [Fact]
    public async Task A_line_of_a_day_long_past_is_found_by_a_cursor_that_looks_there_no_more()
    {
        var log = Log();
        _clock.Now = Morning.AddDays(20);
        await log.AppendAsync(Entry("recent", _clock.Now), CancellationToken.None);
        var (_, cursor) = await log.ReadSinceAsync(DayLogCursor.Start, CancellationToken.None);
        Assert.True(cursor.From > DateOnly.FromDateTime(Morning.Date));

        await log.AppendAsync(Entry("late"), CancellationToken.None);

        var (entries, _) = await log.ReadSinceAsync(cursor, CancellationToken.None);
        Assert.Equal(["late"], entries.Select(e => e.Key));
    }

    [Fact]
    public async Task What_was_received_on_a_day_is_listed_however_late_it_was_logged()
    {
        var log = Log();
        _clock.Now = Morning.AddDays(20);
        await log.AppendAsync(Entry("late"), CancellationToken.None);

        var ofTheDay = await log.ReadReceivedAsync(Morning.AddHours(-8), Morning.AddHours(16), CancellationToken.None);
        var ofToday = await log.ReadReceivedAsync(_clock.Now.AddHours(-8), _clock.Now.AddHours(16), CancellationToken.None);

        Assert.Equal(["late"], ofTheDay.Select(e => e.Key));
        Assert.Empty(ofToday);
    }

    [Fact]
    public async Task A_full_blob_goes_on_in_another()
    {
        var log = Log(longestPart: 250);
        foreach (int i in Enumerable.Range(0, 6))
        {
            await log.AppendAsync(Entry($"key-{i}"), CancellationToken.None);
        }

        var (entries, _) = await log.ReadSinceAsync(DayLogCursor.Start, CancellationToken.None);

        Assert.Equal(6, entries.Count);
        Assert.Contains("days/2026-03-02/08.2.jsonl", await TestPipeline.NamesAsync(Library));
    }

    [Fact]
    public async Task Lines_written_at_once_are_all_kept()
    {
        var log = Log();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => log.AppendAsync(Entry($"key-{i}"), CancellationToken.None)));

        var (entries, _) = await log.ReadSinceAsync(DayLogCursor.Start, CancellationToken.None);
        Assert.Equal(40, entries.Count);
    }

    [Fact]
    public async Task A_damaged_line_takes_no_other_with_it()
    {
        var log = Log();
        await log.AppendAsync(Entry("a"), CancellationToken.None);
        var blob = Library.GetAppendBlobClient("days/2026-03-02/08.jsonl");
        await blob.AppendBlockAsync(new MemoryStream("{\"kind\":\n"u8.ToArray()), new AppendBlobAppendBlockOptions());
        await log.AppendAsync(Entry("b"), CancellationToken.None);

        var (entries, _) = await log.ReadSinceAsync(DayLogCursor.Start, CancellationToken.None);

        Assert.Equal(["a", "b"], entries.Select(e => e.Key));
    }

    private DayLog Log(long longestPart = 1 << 20) => new(Library, _clock, NullLogger<DayLog>.Instance, longestPart);

    private static DayEntry Entry(string key, DateTimeOffset? receivedAt = null) => new(DayEntryKind.Article, key, receivedAt ?? Morning);
}
