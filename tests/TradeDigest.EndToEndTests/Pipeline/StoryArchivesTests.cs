using TradeDigest.EndToEndTests.Support;
using TradeDigest.Pipeline;

namespace TradeDigest.EndToEndTests.Pipeline;

[Collection(Azurite.Collection)]
public sealed class StoryArchivesTests(Azurite azurite)
{
    [Fact]
    public async Task A_story_that_is_over_is_found_in_the_last_archive_that_had_it()
    {
        var clock = new TestClock(new DateTimeOffset(2031, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var pipeline = await TestPipeline.BeginAsync(azurite, clock);
        await pipeline.TakeInAsync("a.txt", Texts.Article(1));
        await pipeline.CloseAsync();
        var stories = pipeline.Get<StoryArchives>();
        var told = (await stories.LatestAsync(CancellationToken.None)).Stories.Single();
        for (int i = 2; i <= 5; i++)
        {
            clock.Now = clock.Now.AddDays(i < 4 ? 5 : 40);
            await pipeline.TakeInAsync($"{i}.txt", $"The harbour of number {i} shut its gates to ships with bananas, said the harbour master of {i}.");
            await pipeline.CloseAsync();
        }

        Assert.DoesNotContain((await stories.LatestAsync(CancellationToken.None)).Stories, s => s.Id == told.Id);
        Assert.Equal(told.Headline, (await stories.FindAsync(told.Id, CancellationToken.None))?.Headline);
        Assert.Equal(told.Id, (await stories.OfArticleAsync(told.Sources[0].ArticleId, CancellationToken.None))?.Id);
        Assert.Null(await stories.FindAsync("story-0123456789abcdef", CancellationToken.None));
    }
}
