using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TradeDigest.Digests;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Pipeline;

[Collection(Azurite.Collection)]
public sealed class DigestStepTests(Azurite azurite)
{
    [Fact]
    public async Task Every_article_is_in_exactly_one_digest()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        await pipeline.TakeInAsync("2.txt", Texts.Article(2));
        var first = await pipeline.CloseAsync();
        await pipeline.TakeInAsync("3.txt", Texts.Article(3));

        var second = await pipeline.CloseAsync();

        Assert.True(first.IsNew && second.IsNew);
        Assert.Equal(2, (await pipeline.PlanAsync(first.Id)).Articles.Count);
        var plan = await pipeline.PlanAsync(second.Id);
        Assert.Single(plan.Articles);
        Assert.Equal((2, $"{first.Id}.2"), (plan.Edition, second.Id));
        Assert.Equal((await pipeline.PlanAsync(first.Id)).CutOff, plan.From);
    }

    [Fact]
    public async Task A_digest_asked_for_twice_is_made_and_delivered_once()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));

        var first = await pipeline.CloseAsync();
        var second = await pipeline.CloseAsync();

        Assert.Equal(new ClosedDigest(first.Id, IsNew: false), second);
        Assert.Single(await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
    }

    [Fact]
    public async Task An_article_whose_line_is_written_again_is_not_told_again()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        var first = await pipeline.CloseAsync();
        string id = (await pipeline.PlanAsync(first.Id)).Articles.Single();

        await pipeline.Get<SummarizeStep>().RunAsync(id, CancellationToken.None);

        Assert.False((await pipeline.CloseAsync()).IsNew);
    }

    [Fact]
    public async Task A_digest_counts_what_could_not_be_read_since_the_last()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("bad.txt", "");
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        var first = await pipeline.CloseAsync();
        await pipeline.TakeInAsync("2.txt", Texts.Article(2));

        var second = await pipeline.CloseAsync();

        Assert.Equal(1, (await pipeline.DigestAsync(first.Id)).Figures.Unreadable);
        Assert.Equal(0, (await pipeline.DigestAsync(second.Id)).Figures.Unreadable);
    }

    [Fact]
    public async Task A_digest_whose_maker_died_is_finished_with_the_same_articles()
    {
        await using (var dying = await TestPipeline.BeginAsync(azurite, change: s => s.Replace(ServiceDescriptor.Singleton(new RenderableDigest(_ => throw new TimeoutException("The host is gone."))))))
        {
            await dying.TakeInAsync("1.txt", Texts.Article(1));
            await Assert.ThrowsAsync<TimeoutException>(dying.CloseAsync);
        }

        await using var pipeline = await TestPipeline.OpenAsync(azurite);
        await pipeline.TakeInAsync("2.txt", Texts.Article(2));
        var next = await pipeline.CloseAsync();

        var ids = (await pipeline.PlanAsync(next.Id)).Articles;
        string before = next.Id[..10];
        Assert.Equal($"{before}.2", next.Id);
        Assert.Single((await pipeline.PlanAsync(before)).Articles);
        Assert.Single(ids);
        Assert.Equal(2, (await TestPipeline.NamesAsync(pipeline.Storage.Outbox)).Count);
    }

    [Fact]
    public async Task A_statement_that_does_not_render_is_left_out_and_the_digest_leaves()
    {
        var stumbling = new RenderableDigest(digest => digest.Stories.Any(s => s.Sentences.Count > 0) ? throw new UntracedRenderingException("text", "a sentence") : Task.CompletedTask);
        await using var pipeline = await TestPipeline.BeginAsync(azurite, change: s => s.Replace(ServiceDescriptor.Singleton(stumbling)));
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));

        var closed = await pipeline.CloseAsync();

        var digest = await pipeline.DigestAsync(closed.Id);
        Assert.All(digest.Stories, s => Assert.Empty(s.Sentences));
        Assert.True(digest.Figures.Stopped > 0);
        Assert.Single(await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
    }

    [Fact]
    public async Task Hosts_that_close_at_once_make_one_digest()
    {
        await using var one = await TestPipeline.BeginAsync(azurite);
        await using var other = await TestPipeline.OpenAsync(azurite);
        foreach (int i in Enumerable.Range(0, 10))
        {
            await one.TakeInAsync($"{i}.txt", Texts.Article(i));
        }

        var closed = await Task.WhenAll(one.CloseAsync(), other.CloseAsync(), one.CloseAsync(), other.CloseAsync());

        string id = Assert.Single(closed.Select(c => c.Id).Distinct(StringComparer.Ordinal));
        Assert.Equal(10, (await one.PlanAsync(id)).Articles.Count);
        Assert.Single(await TestPipeline.NamesAsync(one.Storage.Outbox));
    }

    [Fact]
    public async Task A_copy_is_recognised_whichever_came_first()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        string text = Texts.Article(1);
        await pipeline.TakeInAsync("copy.txt", text + "\n\nOfficials in the capital gave no reasons for the change.", Published("2026-03-02"));
        await pipeline.TakeInAsync("original.txt", text, Published("2026-03-01"));

        var digest = await pipeline.DigestAsync((await pipeline.CloseAsync()).Id);

        Assert.Equal((2, 1), (digest.Figures.Articles, digest.Figures.Copies));
        var documents = await pipeline.Get<SummaryStore>().FindAllAsync(
            (await pipeline.PlanAsync((await pipeline.CloseAsync()).Id)).Articles, CancellationToken.None);
        var copy = documents.Single(d => d.Article.CopyOf is not null);
        Assert.Equal("copy.txt", copy.Article.Names[0]);
        Assert.Equal(documents.Single(d => d != copy).Id, copy.Article.CopyOf);
    }

    [Fact]
    public async Task A_copy_of_what_was_told_before_is_a_copy()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("original.txt", Texts.Article(1));
        string original = (await pipeline.PlanAsync((await pipeline.CloseAsync()).Id)).Articles.Single();
        await pipeline.TakeInAsync("copy.txt", Texts.Article(1) + "\n\nOfficials in the capital gave no reasons for the change.");

        string copy = (await pipeline.PlanAsync((await pipeline.CloseAsync()).Id)).Articles.Single();

        Assert.Equal(original, (await pipeline.Get<SummaryStore>().FindAsync(copy, CancellationToken.None))!.Article.CopyOf);
    }

    [Fact]
    public async Task A_digest_goes_out_once_a_day_when_its_hour_has_come()
    {
        var clock = new TestClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var pipeline = await TestPipeline.BeginAsync(azurite, clock);

        var made = new List<string>();
        for (int tick = 0; tick < 4 * 24 * 3; tick++)
        {
            if (await pipeline.TickAsync() is { } closed)
            {
                made.Add($"{closed.Id} at {clock.Now:dd HH:mm}");
            }

            clock.Now += TimeSpan.FromMinutes(15);
        }

        Assert.Equal(["2026-03-03 at 03 07:00", "2026-03-04 at 04 07:00", "2026-03-05 at 05 07:00"], made);
    }

    [Fact]
    public async Task Days_without_a_running_app_are_made_up_by_one_digest()
    {
        var clock = new TestClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var pipeline = await TestPipeline.BeginAsync(azurite, clock);
        await pipeline.TickAsync();
        clock.Now = new(2026, 3, 6, 5, 0, 0, TimeSpan.Zero);

        var made = await pipeline.TickAsync();
        var again = await pipeline.TickAsync();

        Assert.Equal("2026-03-05", made?.Id);
        Assert.Null(again);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_no_second_digest()
    {
        var clock = new TestClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var pipeline = await TestPipeline.BeginAsync(azurite, clock);
        await pipeline.TickAsync();
        clock.Now = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);
        await pipeline.TickAsync();
        clock.Now = new(2026, 3, 2, 23, 0, 0, TimeSpan.Zero);
        await pipeline.TickAsync();
        clock.Now = new(2026, 3, 3, 7, 15, 0, TimeSpan.Zero);

        Assert.Null(await pipeline.TickAsync());
    }

    [Fact]
    public async Task A_scheduled_digest_with_nothing_to_add_to_the_days_own_is_not_made()
    {
        var clock = new TestClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var pipeline = await TestPipeline.BeginAsync(azurite, clock);
        await pipeline.TickAsync();
        clock.Now = new(2026, 3, 3, 6, 0, 0, TimeSpan.Zero);
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        await pipeline.CloseAsync();
        clock.Now = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);

        Assert.Null(await pipeline.TickAsync());
        Assert.Single(await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
    }

    private static Dictionary<string, string> Published(string day) => new() { ["published"] = day };
}
