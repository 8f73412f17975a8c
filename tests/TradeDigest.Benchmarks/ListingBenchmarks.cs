using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.LocalHost.Azurite;
using TradeDigest.Queries;
using TradeDigest.Storage;
using TradeDigest.Stories;
using TradeDigest.Summaries;

namespace TradeDigest.Benchmarks;

/// <summary>Time of the first 50 documents of a day, and of a search over all days, among 100,000 articles in Azurite. What the walk does not open (a test counts it) is not
/// stored: all articles have their lines in the log, those of the newest hour their documents.</summary>
[MemoryDiagnoser]
[SimpleJob(iterationCount: 10)]
public class ListingBenchmarks
{
    private const int Articles = 100_000;
    private const int WordsOfArticle = 250;
    private const int Limit = 50;
    private const int LongestBlock = 4 << 20;
    private static readonly DateTimeOffset End = new(2026, 3, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradedigest-listing-").FullName;
    private AzuriteProcess? _azurite;
    private SummaryQuery? _query;

    /// <summary>Over how many days they came.</summary>
    [Params(1, 30)]
    public int Days { get; set; }

    [GlobalSetup]
    public async Task StoreAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(_folder);
        var library = new BlobContainerClient(_azurite.ConnectionString, "library");
        await library.CreateIfNotExistsAsync();
        var summaries = new SummaryStore(library);
        var random = new Random(7);
        int hours = Days * 24, ofHour = Articles / hours;
        for (int hour = 0; hour < hours; hour++)
        {
            var start = End.AddHours(-hour - 1);
            var lines = new MemoryStream();
            for (int i = 0; i < ofHour; i++)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"{(hour * ofHour) + i:x16}");
                var receivedAt = start.AddSeconds(3599d * i / ofHour);
                string text = string.Join(' ', Enumerable.Range(0, WordsOfArticle).Select(_ => $"w{random.Next(60_000)}"));
                var (article, document) = Make(id, receivedAt, text);
                var entry = new DayEntry(DayEntryKind.Article, id, receivedAt)
                {
                    Signature = CopySignature.Of(CopyShingles.Of(text)).Encode(),
                    Index = EntryIndexer.Of(article, document),
                };
                lines.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, TradeDigestJson.Compact.DayEntry) + "\n"));
                if (hour == 0)
                {
                    await summaries.TryWriteAsync(document, new(null, null), CancellationToken.None);
                }
            }

            await AppendAsync(library.GetAppendBlobClient($"days/{start:yyyy-MM-dd}/{start:HH}.jsonl"), lines.ToArray());
        }

        _query = new(new(new DayLog(library, TimeProvider.System, NullLogger<DayLog>.Instance), summaries, new ArticleStore(library)));
    }

    [GlobalCleanup]
    public async Task EndAsync()
    {
        await _azurite!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The first part of the newest day.</summary>
    [Benchmark]
    public async Task<int> FirstPartOfADay() => Found(await _query!.PageAsync(new() { From = End.AddDays(-1), To = End }, Limit, null, CancellationToken.None));

    /// <summary>A word that no article holds: as much of the log as one request reads.</summary>
    [Benchmark]
    public async Task<int> SearchInVain() => (await _query!.PageAsync(new() { Terms = SearchTerms.Parse("nowhere") }, Limit, null, CancellationToken.None)).Items.Count;

    private static int Found(Page<ArticleDocument> page) =>
        page.Items.Count == Limit ? Limit : throw new InvalidOperationException($"{page.Items.Count} documents came where {Limit} are stored.");

    private static async Task AppendAsync(AppendBlobClient blob, byte[] lines)
    {
        await blob.CreateIfNotExistsAsync();
        for (int at = 0; at < lines.Length; at += LongestBlock)
        {
            await blob.AppendBlockAsync(new MemoryStream(lines, at, Math.Min(LongestBlock, lines.Length - at)));
        }
    }

    private static (Article Article, ArticleDocument Document) Make(string id, DateTimeOffset receivedAt, string text)
    {
        var article = new Article
        {
            Id = id,
            Text = text,
            Names = [id],
            PublishedAt = DateOnly.FromDateTime(receivedAt.UtcDateTime),
            PublishedBasis = PublishedBasis.Received,
            ReceivedAt = receivedAt,
            Language = "en",
            Words = WordsOfArticle,
        };
        return (article, new ArticleDocument { Id = id, Article = ArticleInfo.Of(article), Analyst = new("local", null, "1", 0), Summary = new Summary(text[..40], []), Facts = [] });
    }
}
