using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.App;

[Collection(Azurite.Collection)]
public sealed class WholeWayTests(Azurite azurite)
{
    [Fact]
    public async Task The_command_of_the_readme_prints_the_digest_of_the_samples()
    {
        await azurite.ClearAsync();
        string samples = Path.Combine(AppContext.BaseDirectory, "samples", "articles");
        await using var app = AppProcess.Start(azurite.ConnectionString, "--drop", samples, "--then", "POST /api/digests", "--exit");

        int code = await app.WaitAsync();

        Assert.True(code == 0, app.Output);
        int files = Directory.GetFiles(samples).Length;
        Assert.InRange(files, 10, int.MaxValue);
        Assert.Contains($"{files} articles from", app.Output, StringComparison.Ordinal);
        Assert.Contains("1 copy", app.Output, StringComparison.Ordinal);
        Assert.Contains("The Lakeshore Ledger, 17 February 2026", app.Output, StringComparison.Ordinal);
        Assert.Contains("20% → 10%", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_file_arrives_and_bad_ones_beside_it_are_counted()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await using var app = await AppProcess.Start(azurite.ConnectionString).ListenAsync();
        await storage.DropAsync("good.txt", Texts.Article(1));
        await storage.DropAsync("empty.txt", "");
        await storage.DropAsync("zip.zip", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 255]);
        await storage.DropAsync("déjà vu/a b.txt", "12 34 56");
        await storage.DropAsync("large.txt", new string('a', 5 * 1024 * 1024 + 1));

        await Books.SettledAsync(storage, 1, () => app.Output);
        await Eventually.TrueAsync(async () => (int?)(await HealthAsync(app))["quarantined"] == 4, () => app.Output);
        await app.Client.PostAsync(new Uri("api/digests", UriKind.Relative), null);

        var digest = JsonNode.Parse(await app.Client.GetStringAsync(new Uri("api/digests/latest", UriKind.Relative)))!;
        Assert.Equal(1, (int?)digest["figures"]!["articles"]);
        Assert.Equal(4, (int?)digest["figures"]!["unreadable"]);
    }

    [Fact]
    public async Task What_fails_again_and_again_ends_in_quarantine()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await storage.Storage.Library.GetBlobClient("articles/0123456789abcdef.json").UploadAsync(new BinaryData("{ this is no article"));
        await using var app = await AppProcess.Start(azurite.ConnectionString).ListenAsync();

        await storage.Storage.ToSummarize.SendMessageAsync("0123456789abcdef");

        await Eventually.TrueAsync(async () => (int?)(await HealthAsync(app))["quarantined"] == 1, () => app.Output);
    }

    [Fact]
    public async Task An_event_is_taken_as_a_blob_is()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await storage.DropAsync("by event.txt", Texts.Article(1));
        await using var app = await AppProcess.Start(azurite.ConnectionString).ListenAsync();
        using var notice = new StringContent(
            """
            [{ "id": "1", "eventType": "Microsoft.Storage.BlobCreated", "eventTime": "2026-03-02T08:00:00Z", "dataVersion": "", "metadataVersion": "1",
               "subject": "/blobServices/default/containers/articles/blobs/by event.txt",
               "data": { "api": "PutBlob", "blobType": "BlockBlob", "url": "
            """.Trim() + storage.Storage.Articles.GetBlobClient("by event.txt").Uri.AbsoluteUri + "\" } }]",
            System.Text.Encoding.UTF8,
            "application/json");
        notice.Headers.Add("aeg-event-type", "Notification");

        var answer = await app.Client.PostAsync(new Uri("runtime/webhooks/blobs?functionName=Host.Functions.IngestArticleOnEvent", UriKind.Relative), notice);

        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        await Books.SettledAsync(storage, 1, () => app.Output);
        await Books.CloseAllAsync(app);
        await Books.AssertExactAsync(storage, 1);
    }

    private static async Task<JsonNode> HealthAsync(AppProcess app) =>
        JsonNode.Parse(await app.Client.GetStringAsync(new Uri("api/health", UriKind.Relative)))!;
}
