using TradeDigest.EndToEndTests.Support;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.App;

/// <summary>What has become of the dropped articles, counted from storage.</summary>
public static class Books
{
    /// <summary>Waits until the app has nothing left to do with <paramref name="articles"/> articles.</summary>
    public static Task SettledAsync(TestPipeline storage, int articles, Func<string> explain) => Eventually.TrueAsync(
        async () => (await TestPipeline.NamesAsync(storage.Storage.Library, "summaries/")).Count == articles
            && (await storage.Storage.ToSummarize.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0,
        explain);

    /// <summary>Closes digests until nothing is left to tell.</summary>
    public static async Task CloseAllAsync(AppProcess app)
    {
        while ((await app.Client.PostAsync(new Uri("api/digests", UriKind.Relative), null)).EnsureSuccessStatusCode().StatusCode == System.Net.HttpStatusCode.Created)
        {
        }
    }

    /// <summary>Every article is summarised once, is in exactly one digest, nothing is in quarantine, and each digest was delivered once.</summary>
    public static async Task AssertExactAsync(TestPipeline storage, int articles)
    {
        var told = new List<string>();
        var digests = await storage.Storage.Digests.GetBlobsByHierarchyAsync(delimiter: "/").Where(b => b.IsPrefix).Select(b => b.Prefix[..^1]).ToListAsync();
        foreach (string id in digests)
        {
            told.AddRange((await storage.PlanAsync(id)).Articles);
        }

        var summaries = (await TestPipeline.NamesAsync(storage.Storage.Library, "summaries/")).Select(n => n["summaries/".Length..^".json".Length]);
        Assert.Equal(articles, told.Count);
        Assert.Equal(summaries.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Equal(0, await storage.Get<QuarantineStore>().CountAsync(CancellationToken.None));
        Assert.Equal(
            digests.Select(id => $"{id}/digest.eml").Order(StringComparer.Ordinal), await TestPipeline.NamesAsync(storage.Storage.Outbox));
    }
}
