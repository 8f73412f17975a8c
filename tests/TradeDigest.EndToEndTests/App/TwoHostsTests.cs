using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.App;

[Collection(Azurite.Collection)]
public sealed class TwoHostsTests(Azurite azurite)
{
    [Fact]
    public async Task Two_hosts_on_one_storage_double_nothing()
    {
        const int articles = 40;
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await using var one = AppProcess.Start(azurite.ConnectionString);
        await using var other = AppProcess.Start(azurite.ConnectionString);
        await Task.WhenAll(one.ListenAsync(), other.ListenAsync());
        foreach (int i in Enumerable.Range(0, articles))
        {
            await storage.DropAsync($"{i:000}.txt", Texts.Article(i));
        }

        await Task.WhenAll(Books.CloseAllAsync(one), Books.CloseAllAsync(other));
        await Books.SettledAsync(storage, articles, () => one.Output + other.Output);
        await Task.WhenAll(Books.CloseAllAsync(one), Books.CloseAllAsync(other));

        await Books.AssertExactAsync(storage, articles);
    }
}
