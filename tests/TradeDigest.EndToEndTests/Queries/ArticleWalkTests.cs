using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Queries;
using TradeDigest.Storage;
using TradeDigest.Summaries;

namespace TradeDigest.EndToEndTests.Queries;

[Collection(Azurite.Collection)]
public sealed class ArticleWalkTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly ArticleFilter OneDay = new() { From = Noon.AddHours(-12), To = Noon.AddHours(12) };

    private readonly RequestCount _requests = new();
    private readonly TestClock _clock = new(Noon);

    private BlobContainerClient Library
    {
        get
        {
            var options = new BlobClientOptions();
            options.AddPolicy(_requests, HttpPipelinePosition.PerCall);
            return new BlobContainerClient(azurite.ConnectionString, "library", options);
        }
    }

    public async Task InitializeAsync()
    {
        await azurite.ClearAsync();
        await Library.CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_first_part_of_a_day_reads_the_newest_hours_and_the_documents_that_it_gives()
    {
        foreach (int hour in Enumerable.Range(0, 5))
        {
            foreach (int i in Enumerable.Range(0, 4))
            {
                await AddAsync(hour * 10 + i, Noon.AddHours(-hour).AddMinutes(i));
            }
        }

        _requests.Clear();
        var page = await new SummaryQuery(Walk()).PageAsync(OneDay, 6, null, CancellationToken.None);

        // One listing of the day, two hours of the log, six documents.
        Assert.Equal(6, page.Items.Count);
        Assert.Equal((1, 2, 6), (_requests.Of("comp=list"), _requests.Of("/days/2026-03-02/"), _requests.Of("/summaries/")));
        Assert.Equal(9, _requests.Count);
    }

    [Fact]
    public async Task What_the_log_shows_not_to_fit_is_not_opened()
    {
        await AddAsync(1, Noon, "steel");
        await AddAsync(2, Noon.AddMinutes(-1), "copper");
        await AddAsync(3, Noon.AddMinutes(-2), "steel");
        _requests.Clear();

        var page = await new SummaryQuery(Walk()).PageAsync(OneDay with { Terms = SearchTerms.Parse("copper") }, 50, null, CancellationToken.None);

        Assert.Equal(["0000000000000002"], page.Items.Select(d => d.Id));
        Assert.Equal((1, 1), (_requests.Of("/summaries/"), _requests.Of("/articles/")));
    }

    [Fact]
    public async Task A_line_of_an_earlier_version_is_opened_and_judged_by_its_article()
    {
        await AddAsync(1, Noon, "steel", isOld: true);
        await AddAsync(2, Noon, "copper", isOld: true);

        var page = await new SummaryQuery(Walk()).PageAsync(new() { Terms = SearchTerms.Parse("copper") }, 50, null, CancellationToken.None);

        Assert.Equal(["0000000000000002"], page.Items.Select(d => d.Id));
    }

    [Fact]
    public async Task A_walk_that_finds_nothing_rests_and_goes_on_where_it_rested()
    {
        foreach (int i in Enumerable.Range(0, 6))
        {
            await AddAsync(i, Noon.AddHours(-i), i == 5 ? "copper" : "steel", isOld: true);
        }

        var filter = new ArticleFilter { Terms = SearchTerms.Parse("copper") };
        var byBytes = await WalkedAsync(Walk(restAfterBytes: 1), filter, 50);
        var byMisses = await WalkedAsync(Walk(restAfterMisses: 2), filter, 50);

        Assert.Equal(("0000000000000005", 6), (byBytes.Ids.Single(), byBytes.Parts));
        Assert.Equal(("0000000000000005", 3), (byMisses.Ids.Single(), byMisses.Parts));
    }

    [Fact]
    public async Task A_document_that_is_gone_or_damaged_is_passed_over()
    {
        await AddAsync(1, Noon);
        await AddAsync(2, Noon);
        await AddAsync(3, Noon);
        await Library.DeleteBlobAsync("summaries/0000000000000001.json");
        await Library.GetBlobClient("summaries/0000000000000002.json").UploadAsync(new BinaryData("{"), overwrite: true);

        var page = await new SummaryQuery(Walk()).PageAsync(new(), 50, null, CancellationToken.None);

        Assert.Equal(["0000000000000003"], page.Items.Select(d => d.Id));
    }

    [Fact]
    public void A_walk_gives_every_article_once_and_in_order_while_others_come()
    {
        int next = 0;
        var minutes = Gen.Choose(0, 300).ListOf();
        var cases = minutes.SelectMany(before => minutes.SelectMany(during => Gen.Choose(1, 7).Select(limit => (before, during, limit))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(6).WithEndSize(20), Prop.ForAll(cases.ToArbitrary(), c => HoldsAsync(c.before, c.during, c.limit).GetAwaiter().GetResult()));

        async Task<bool> HoldsAsync(IReadOnlyList<int> before, IReadOnlyList<int> during, int limit)
        {
            await foreach (var blob in Library.GetBlobsAsync())
            {
                await Library.DeleteBlobAsync(blob.Name);
            }

            var there = new List<string>();
            foreach (int minute in before)
            {
                there.Add(await AddAsync(next++, Noon.AddMinutes(-minute)));
            }

            var coming = new Queue<int>(during);
            var given = await WalkedAsync(Walk(), new(), limit, async () =>
            {
                if (coming.TryDequeue(out int minute))
                {
                    await AddAsync(next++, Noon.AddMinutes(-minute));
                }
            });
            return there.All(id => given.Ids.Count(g => g == id) == 1)
                && given.Ids.Distinct().Count() == given.Ids.Count
                && given.Times.Zip(given.Times.Skip(1)).All(t => t.First >= t.Second);
        }
    }

    private static async Task<(List<string> Ids, List<DateTimeOffset> Times, int Parts)> WalkedAsync(ArticleWalk walk, ArticleFilter filter, int limit, Func<Task>? between = null)
    {
        var (ids, times, parts) = (new List<string>(), new List<DateTimeOffset>(), 0);
        ArticlePosition? after = null;
        do
        {
            var page = await new SummaryQuery(walk).PageAsync(filter, limit, after, CancellationToken.None);
            ids.AddRange(page.Items.Select(d => d.Id));
            times.AddRange(page.Items.Select(d => d.Article.ReceivedAt));
            after = page.Next is null ? null : ArticlePosition.Decode(page.Next.Encode(filter), filter);
            parts++;
            await (between?.Invoke() ?? Task.CompletedTask);
        }
        while (after is not null);

        return (ids, times, parts);
    }

    private ArticleWalk Walk(long restAfterBytes = ArticleWalk.RestAfterBytes, int restAfterMisses = ArticleWalk.RestAfterMisses) =>
        new(Log(), new SummaryStore(Library), new ArticleStore(Library), restAfterBytes, restAfterMisses);

    private DayLog Log() => new(Library, _clock, NullLogger<DayLog>.Instance);

    private async Task<string> AddAsync(int number, DateTimeOffset receivedAt, string text = "text", bool isOld = false)
    {
        string id = number.ToString("0000000000000000", CultureInfo.InvariantCulture);
        var article = new Article
        {
            Id = id,
            Text = text,
            Names = [id],
            PublishedAt = new(2026, 3, 2),
            PublishedBasis = PublishedBasis.Received,
            ReceivedAt = receivedAt,
            Language = "en",
            Words = 1,
        };
        var document = new ArticleDocument { Id = id, Article = ArticleInfo.Of(article), Analyst = new("local", null, "1", 0), Summary = new Summary(text, []), Facts = [] };
        await new ArticleStore(Library).KeepAsync(article, CancellationToken.None);
        await new SummaryStore(Library).TryWriteAsync(document, new(null, null), CancellationToken.None);
        await Log().AppendAsync(new DayEntry(DayEntryKind.Article, id, receivedAt) { Index = isOld ? null : EntryIndexer.Of(article, document) }, CancellationToken.None);
        return id;
    }

    /// <summary>Counts what is asked of storage.</summary>
    private sealed class RequestCount : HttpPipelineSynchronousPolicy
    {
        private readonly List<string> _asked = [];

        public int Count => _asked.Count;

        public int Of(string part) => _asked.Count(a => a.Contains(part, StringComparison.Ordinal));

        public void Clear() => _asked.Clear();

        public override void OnSendingRequest(HttpMessage message)
        {
            lock (_asked)
            {
                _asked.Add(Uri.UnescapeDataString(message.Request.Uri.ToString()));
            }
        }
    }
}
