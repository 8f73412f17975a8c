using Azure.Storage.Blobs;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Pipeline;

/// <summary>What somebody breaks in the app's own containers costs what was broken, and no more.</summary>
[Collection(Azurite.Collection)]
public sealed class DamageTests(Azurite azurite)
{
    private static readonly BinaryData Damage = new("{ this is no");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digest_goes_out_without_an_article_that_was_lost_and_counts_it(bool deleted)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string lost = await TakeTwoAsync(pipeline);
        await BreakAsync(pipeline.Storage.Library.GetBlobClient($"articles/{lost}.json"), deleted);

        var closed = await pipeline.CloseAsync();

        var digest = await pipeline.DigestAsync(closed.Id);
        Assert.Equal((1, 1), (digest.Figures.Articles, digest.Figures.Unreadable));
        Assert.Equal("1.txt", Assert.Single(digest.Unreadable).Name);
        Assert.Equal("damaged", (await pipeline.Get<QuarantineStore>().FindAsync("1.txt", CancellationToken.None))!.Reason);
        Assert.False((await pipeline.CloseAsync()).IsNew);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_that_a_digest_had_to_leave_out_is_told_when_its_file_is_dropped_again(bool deleted)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string lost = await TakeTwoAsync(pipeline);
        await BreakAsync(pipeline.Storage.Library.GetBlobClient($"articles/{lost}.json"), deleted);
        await pipeline.CloseAsync();

        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        var closed = await pipeline.CloseAsync();

        Assert.True(closed.IsNew);
        Assert.Equal([lost], (await pipeline.PlanAsync(closed.Id)).Articles);
        Assert.Equal(0, await pipeline.Get<QuarantineStore>().CountAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_summary_that_was_lost_is_made_anew_from_its_article(bool deleted)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string lost = await TakeTwoAsync(pipeline);
        await BreakAsync(pipeline.Storage.Library.GetBlobClient($"summaries/{lost}.json"), deleted);

        var closed = await pipeline.CloseAsync();

        Assert.Equal(2, (await pipeline.DigestAsync(closed.Id)).Figures.Articles);
        Assert.NotNull(await pipeline.Get<SummaryStore>().FindAsync(lost, CancellationToken.None));
    }

    [Fact]
    public async Task A_damaged_line_of_the_log_costs_no_other_line()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        string hour = (await TestPipeline.NamesAsync(pipeline.Storage.Library, "days/")).Single();
        using (var lines = new MemoryStream("{\"kind\":\"article\",\"key\":\"0123\n{\"kind\":\"article\",\"key\":null}\n\n"u8.ToArray()))
        {
            await new Azure.Storage.Blobs.Specialized.AppendBlobClient(azurite.ConnectionString, "library", hour).AppendBlockAsync(lines);
        }

        await pipeline.TakeInAsync("2.txt", Texts.Article(2));

        Assert.Equal(2, (await pipeline.PlanAsync((await pipeline.CloseAsync()).Id)).Articles.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_state_is_made_anew_and_nothing_is_told_or_delivered_twice(bool deleted)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await TakeTwoAsync(pipeline);
        var first = await pipeline.CloseAsync();
        await BreakAsync(pipeline.Storage.Digests.GetBlobClient("state.json"), deleted);

        var again = await pipeline.CloseAsync();
        await pipeline.TakeInAsync("3.txt", Texts.Article(3));
        var next = await pipeline.CloseAsync();

        Assert.Equal(new ClosedDigest(first.Id, IsNew: false), again);
        Assert.Single((await pipeline.PlanAsync(next.Id)).Articles);
        Assert.Equal((await pipeline.PlanAsync(first.Id)).CutOff, (await pipeline.PlanAsync(next.Id)).From);
        Assert.Equal(2, (await TestPipeline.NamesAsync(pipeline.Storage.Outbox)).Count);
    }

    [Theory]
    [InlineData("archive.json")]
    [InlineData("plan.json")]
    [InlineData("digest.json")]
    public async Task A_damaged_part_of_an_earlier_digest_does_not_keep_the_next_from_being_made(string file)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await TakeTwoAsync(pipeline);
        var first = await pipeline.CloseAsync();
        await BreakAsync(pipeline.Storage.Digests.GetBlobClient($"{first.Id}/{file}"), deleted: false);
        await pipeline.TakeInAsync("3.txt", Texts.Article(3));

        var next = await pipeline.CloseAsync();

        Assert.Equal(1, (await pipeline.DigestAsync(next.Id)).Figures.Articles);
    }

    [Fact]
    public async Task A_damaged_article_is_replaced_when_its_file_is_dropped_again()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string lost = await TakeTwoAsync(pipeline);
        await BreakAsync(pipeline.Storage.Library.GetBlobClient($"articles/{lost}.json"), deleted: false);

        await pipeline.TakeInAsync("1.txt", Texts.Article(1));

        Assert.NotNull(await pipeline.Get<ArticleStore>().FindAsync(lost, CancellationToken.None));
    }

    /// <summary>Takes two articles in. Returns the id of the first.</summary>
    private static async Task<string> TakeTwoAsync(TestPipeline pipeline)
    {
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        string id = (await TestPipeline.NamesAsync(pipeline.Storage.Library, "articles/")).Single()["articles/".Length..^".json".Length];
        await pipeline.TakeInAsync("2.txt", Texts.Article(2));
        return id;
    }

    private static Task BreakAsync(BlobClient blob, bool deleted) => deleted ? blob.DeleteAsync() : blob.UploadAsync(Damage, overwrite: true);
}
