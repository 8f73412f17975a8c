using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.App;

[Collection(Azurite.Collection)]
public sealed class KilledAppTests(Azurite azurite)
{
    private const int Articles = 100;

    [Theory]
    [InlineData(20260302)]
    public async Task Killed_at_random_moments_the_app_still_tells_every_article_once(int seed)
    {
        var random = new Random(seed);
        await using var storage = await TestPipeline.BeginAsync(azurite);
        foreach (int i in Enumerable.Range(0, Articles))
        {
            await storage.DropAsync($"{i:000}.txt", Texts.Article(i));
        }

        for (int life = 0; life < 6; life++)
        {
            await using var doomed = await AppProcess.Start(azurite.ConnectionString).ListenAsync();
            var asking = AskForDigestsAsync(doomed);
            await Task.Delay(random.Next(100, 1500));
            await doomed.KillAsync();
            await asking;
        }

        await using var app = await AppProcess.Start(azurite.ConnectionString).ListenAsync();
        await Books.SettledAsync(storage, Articles, () => app.Output);
        await Books.CloseAllAsync(app);
        await Books.AssertExactAsync(storage, Articles);
    }

    /// <summary>Asks for digests until the app is gone, so that it is killed at that, too.</summary>
    private static async Task AskForDigestsAsync(AppProcess app)
    {
        try
        {
            while (true)
            {
                await app.Client.PostAsync(new Uri("api/digests", UriKind.Relative), null);
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
