using System.Text.RegularExpressions;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Operations;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Operations;

[Collection(Azurite.Collection)]
public sealed class ErasureTests(Azurite azurite)
{
    private const string Lone = """
        MAPUTO, March 2 - Mozambique's exports of cashew nuts to Vietnam rose 12.4% in January, the customs office said on Monday.
        Shipments of prawns from Quelimane fell 31.7% in the same month, said Tomas Sitoe, who heads the exporters' league. "We lost the reefers to Durban," he said.
        """;

    private const string Second = """
        Mozambique shipped more cashew nuts to Vietnam in January, with exports up 12.4% on the month a year earlier, according to figures of the customs office released on Monday in Maputo.
        Processors in Nampula province hope for a further rise as two new plants open this spring.
        """;

    private static readonly string[] OfTheLone = ["Quelimane", "31.7", "Sitoe", "reefers", "Durban"];

    [Fact]
    public async Task What_rested_on_the_article_alone_is_gone_everywhere_and_the_rest_stays()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string id = await TakeInAsync(pipeline, "lone.txt", Lone, "Maputo Mail");
        await TakeInAsync(pipeline, "second.txt", Second, "Coast Courier");
        var closed = await pipeline.CloseAsync();
        Assert.All(OfTheLone, word => Assert.Contains(word, Told(pipeline, closed.Id), StringComparison.Ordinal));

        var erased = await pipeline.Get<ArticleErasure>().EraseAsync(id, CancellationToken.None);

        Assert.Equal(["lone.txt"], erased!.Names);
        Assert.Equal([closed.Id], erased.Digests);
        string told = Told(pipeline, closed.Id);
        Assert.All(OfTheLone.Append("Maputo Mail").Append(id), word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
        Assert.Contains("12.4", told, StringComparison.Ordinal);
        Assert.Contains("An article was erased from this digest on", told, StringComparison.Ordinal);
        Assert.Equal(1, (await pipeline.DigestAsync(closed.Id)).Figures.Articles);
        Assert.DoesNotContain(await TestPipeline.NamesAsync(pipeline.Storage.Library), name => name.Contains(id, StringComparison.Ordinal) && !name.StartsWith("erased/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_other_sources_keep_their_numbers_and_the_numbers_lead_to_them()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await TakeInAsync(pipeline, "lone.txt", Lone, "Maputo Mail");
        await TakeInAsync(pipeline, "second.txt", Second, "Coast Courier");
        var closed = await pipeline.CloseAsync();
        var before = (await pipeline.DigestAsync(closed.Id)).Sources;

        await pipeline.Get<ArticleErasure>().EraseAsync(before[0].ArticleId, CancellationToken.None);

        Assert.Equal(before.Skip(1), (await pipeline.DigestAsync(closed.Id)).Sources);
        string page = pipeline.Storage.Digests.GetBlobClient($"{closed.Id}/digest.html").DownloadContent().Value.Content.ToString();
        Assert.Matches($"href=\"{Regex.Escape(before[1].Url!)}\">\\[2\\]</a>", page);
        Assert.DoesNotContain(before[0].Url!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_is_lost_does_not_keep_what_it_left_for_the_next()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string id = await TakeInAsync(pipeline, "lone.txt", Lone, "Maputo Mail");
        var closed = await pipeline.CloseAsync();
        await pipeline.Storage.Digests.DeleteBlobAsync($"{closed.Id}/digest.json");

        Assert.NotNull(await pipeline.Get<ArticleErasure>().EraseAsync(id, CancellationToken.None));

        string archive = pipeline.Storage.Digests.GetBlobClient($"{closed.Id}/archive.json").DownloadContent().Value.Content.ToString();
        Assert.DoesNotContain(id, archive, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_digest_says_so_and_nothing_takes_the_article_in_again()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string id = await TakeInAsync(pipeline, "lone.txt", Lone, "Maputo Mail");
        var first = await pipeline.CloseAsync();
        await pipeline.Get<ArticleErasure>().EraseAsync(id, CancellationToken.None);

        await pipeline.IngestAsync("lone.txt");
        await pipeline.SummarizeAllAsync();
        var next = await pipeline.CloseAsync();
        var again = await pipeline.CloseAsync();

        Assert.True(next.IsNew);
        var digest = await pipeline.DigestAsync(next.Id);
        Assert.Contains("1 article was erased since the last digest. What the digest of", digest.Notice, StringComparison.Ordinal);
        Assert.Empty(digest.Sources);
        Assert.False(again.IsNew);
        Assert.NotEqual(first.Id, next.Id);
        Assert.Equal("erased", (await pipeline.Get<QuarantineStore>().FindAsync("lone.txt", CancellationToken.None))!.Reason);
        Assert.Null(await pipeline.Get<SummaryStore>().FindAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task An_article_that_no_digest_has_told_is_not_told_any_more()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string id = await TakeInAsync(pipeline, "lone.txt", Lone, "Maputo Mail");
        await TakeInAsync(pipeline, "second.txt", Second, "Coast Courier");

        var erased = await pipeline.Get<ArticleErasure>().EraseAsync(id, CancellationToken.None);
        var closed = await pipeline.CloseAsync();

        Assert.Empty(erased!.Digests);
        var digest = await pipeline.DigestAsync(closed.Id);
        Assert.Equal((1, 0), (digest.Figures.Articles, digest.Figures.Unreadable));
        Assert.Contains("No digest had told of it.", digest.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_twice_changes_nothing_and_of_what_never_was_nothing_is_erased()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string id = await TakeInAsync(pipeline, "lone.txt", Lone, "Maputo Mail");
        await pipeline.CloseAsync();
        var erasure = pipeline.Get<ArticleErasure>();

        var once = await erasure.EraseAsync(id, CancellationToken.None);
        var twice = await erasure.EraseAsync(id, CancellationToken.None);

        Assert.Equal(once!.Digests, twice!.Digests);
        Assert.Equal(once.ErasedAt, twice.ErasedAt);
        Assert.Null(await erasure.EraseAsync("0123456789abcdef", CancellationToken.None));
    }

    private static async Task<string> TakeInAsync(TestPipeline pipeline, string name, string text, string publisher)
    {
        await pipeline.TakeInAsync(name, text, new Dictionary<string, string>
        {
            ["publisher"] = publisher, ["published"] = "2026-03-02", ["url"] = "https://example.org/" + name,
        });
        return (await pipeline.Get<NameIndex>().FindAsync(name, CancellationToken.None))!.Ids[0];
    }

    /// <summary>All that is stored of a digest, its plan apart.</summary>
    private static string Told(TestPipeline pipeline, string id) => string.Concat(
        new[] { "digest.json", "digest.html", "digest.txt", "archive.json" }.Select(file => pipeline.Storage.Digests.GetBlobClient($"{id}/{file}").DownloadContent().Value.Content.ToString()));
}
