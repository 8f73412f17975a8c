using TradeDigest.Articles;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Pipeline;

[Collection(Azurite.Collection)]
public sealed class IngestStepTests(Azurite azurite)
{
    [Fact]
    public async Task The_same_text_under_two_names_is_one_article()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.TakeInAsync("a.txt", Texts.Article(1));
        await pipeline.TakeInAsync("b.txt", Texts.Article(1));

        var closed = await pipeline.CloseAsync();
        string id = Assert.Single((await pipeline.PlanAsync(closed.Id)).Articles);
        var document = await pipeline.Get<SummaryStore>().FindAsync(id, CancellationToken.None);
        Assert.Equal(["a.txt", "b.txt"], document!.Article.Names);
    }

    [Fact]
    public async Task Names_that_arrive_at_once_are_all_kept()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string[] names = [.. Enumerable.Range(0, 8).Select(i => $"{i}.txt")];
        foreach (string name in names)
        {
            await pipeline.DropAsync(name, Texts.Article(1));
        }

        await Task.WhenAll(names.Select(pipeline.IngestAsync));

        string id = (await pipeline.SummarizeAllAsync())[0];
        var document = await pipeline.Get<SummaryStore>().FindAsync(id, CancellationToken.None);
        Assert.Equal(names, document!.Article.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_changed_file_replaces_its_earlier_article()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("a.txt", Texts.Article(1));
        string before = (await pipeline.PlanAsync((await pipeline.CloseAsync()).Id)).Articles.Single();

        await pipeline.TakeInAsync("a.txt", Texts.Article(2));

        string after = (await pipeline.PlanAsync((await pipeline.CloseAsync()).Id)).Articles.Single();
        Assert.Equal(before, (await pipeline.Get<ArticleStore>().FindAsync(after, CancellationToken.None))!.Replaces);
    }

    [Fact]
    public async Task Repeating_the_step_after_a_change_still_finds_what_was_replaced()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("a.txt", Texts.Article(1));
        await pipeline.DropAsync("a.txt", Texts.Article(2));

        await pipeline.IngestAsync("a.txt");
        await pipeline.IngestAsync("a.txt");

        string id = (await pipeline.SummarizeAllAsync())[0];
        Assert.NotNull((await pipeline.Get<ArticleStore>().FindAsync(id, CancellationToken.None))!.Replaces);
    }

    [Fact]
    public async Task Metadata_of_the_blob_describe_the_article()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        var metadata = new Dictionary<string, string>
        {
            ["title"] = "Zölle%20steigen".Replace("ö", "%C3%B6", StringComparison.Ordinal),
            ["publisher"] = "Nordsee Courier",
            ["url"] = "https://example.org/a%20b",
            ["published"] = "2026-02-28",
        };

        await pipeline.TakeInAsync("a.txt", Texts.Article(1), metadata);

        var plan = await pipeline.PlanAsync((await pipeline.CloseAsync()).Id);
        var article = (await pipeline.Get<ArticleStore>().FindAsync(plan.Articles.Single(), CancellationToken.None))!;
        Assert.Equal("Zölle steigen", article.Title);
        Assert.Equal("Nordsee Courier", article.Publisher);
        Assert.Equal("https://example.org/a%20b", article.Url);
        Assert.Equal(new DateOnly(2026, 2, 28), article.PublishedAt);
        Assert.Equal(PublishedBasis.Metadata, article.PublishedBasis);
    }

    [Theory]
    [InlineData("empty.txt", "", UnreadableReasons.Empty)]
    [InlineData("digits.txt", "1234 5678 -- 90", UnreadableReasons.NoText)]
    public async Task A_file_without_an_article_is_quarantined_with_the_reason(string name, string text, string reason)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.TakeInAsync(name, text);

        await AssertQuarantinedAsync(pipeline, name, reason);
    }

    [Fact]
    public async Task A_binary_file_is_quarantined()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.DropAsync("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 7, 8]);

        await pipeline.IngestAsync("photo.jpg");

        await AssertQuarantinedAsync(pipeline, "photo.jpg", UnreadableReasons.Binary);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_quarantined_and_told_how_large_it_is()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.DropAsync("large.txt", new string('a', 6_000_000));

        await pipeline.IngestAsync("large.txt");

        var record = await AssertQuarantinedAsync(pipeline, "large.txt", UnreadableReasons.TooLarge);
        Assert.Contains("6,000,000", record.Message, StringComparison.Ordinal);
        Assert.Contains("Articles:MaxBytes", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_none_is_quarantined_and_says_what_to_give()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.TakeInAsync("a.txt", Texts.Article(1), new Dictionary<string, string> { ["published"] = "soon" });

        var record = await AssertQuarantinedAsync(pipeline, "a.txt", UnreadableReasons.Metadata);
        Assert.Contains("published", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_file_of_articles_the_good_ones_are_kept_and_the_others_told()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.TakeInAsync("week.jsonl", "{\"text\":\"The duty on rice rose by 5 percent.\"}\n{\"text\":\n{\"text\":\"The duty on oats fell by 2 percent.\"}");

        var record = await AssertQuarantinedAsync(pipeline, "week.jsonl", UnreadableReasons.PartlyRead);
        Assert.Equal(2, (await pipeline.Get<NameIndex>().FindAsync("week.jsonl", CancellationToken.None))!.Ids.Count);
        Assert.Contains("Line 2", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_put_right_leaves_quarantine()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("a.txt", "");

        await pipeline.TakeInAsync("a.txt", Texts.Article(1));

        Assert.Equal(0, await pipeline.Get<QuarantineStore>().CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_passed_over()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.IngestAsync("never-there.txt");

        Assert.Empty(await pipeline.SummarizeAllAsync());
        Assert.Equal(0, await pipeline.Get<QuarantineStore>().CountAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("desk/2026/march 2.txt")]
    [InlineData("a..b/..c.txt")]
    [InlineData("Zölle – 関税.txt")]
    [InlineData("100% of it? #1 & more+.txt")]
    [InlineData(null)]
    public async Task Any_name_is_taken_and_any_name_can_be_quarantined(string? name)
    {
        name ??= new string('n', 896) + ".txt";
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.TakeInAsync(name, "");
        await AssertQuarantinedAsync(pipeline, name, UnreadableReasons.Empty);
        await pipeline.TakeInAsync(name, Texts.Article(1));

        var plan = await pipeline.PlanAsync((await pipeline.CloseAsync()).Id);
        var article = await pipeline.Get<ArticleStore>().FindAsync(plan.Articles.Single(), CancellationToken.None);
        Assert.Equal([name], article!.Names);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/../b.txt")]
    [InlineData("./b.txt")]
    public async Task A_name_that_no_address_can_hold_is_quarantined_and_no_other_file_is_read_in_its_place(string name)
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.DropAsync("b.txt", Texts.Article(1));
        await RawBlob.PutAsync(azurite.ConnectionString, "articles", name, Texts.Article(2));

        await pipeline.IngestAsync(name);

        var record = await AssertQuarantinedAsync(pipeline, name, "name");
        Assert.Contains("another name", record.Message, StringComparison.Ordinal);
    }

    private static async Task<QuarantineRecord> AssertQuarantinedAsync(TestPipeline pipeline, string name, string reason)
    {
        var record = await pipeline.Get<QuarantineStore>().FindAsync(name, CancellationToken.None);
        Assert.NotNull(record);
        Assert.Equal(name, record.Name);
        Assert.Equal(reason, record.Reason);
        Assert.Empty(await pipeline.SummarizeAllAsync());
        return record;
    }
}
