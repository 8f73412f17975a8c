using System.Net;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.App;

[Collection(Azurite.Collection)]
public sealed class UnsubscribeTests(Azurite azurite)
{
    private static readonly KeyValuePair<string, string>[] OneClick = [new("List-Unsubscribe", "One-Click")];

    [Fact]
    public async Task The_link_of_a_mail_shows_a_button_and_only_pressing_it_unsubscribes()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await SetAsync(storage, "ana.json", """{"address": "ana@example.org"}""");
        await SetAsync(storage, "ben.json", """{"address": "ben@example.org"}""");
        await using var app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();
        var ana = new Uri($"api/unsubscribe/{await TokenAsync(storage, "ana@example.org")}", UriKind.Relative);

        var page = await app.Client.GetAsync(ana);
        string html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<form method=\"post\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@", html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await UnsubscribedAsync(storage));

        for (int time = 0; time < 2; time++)
        {
            var answer = await app.Client.PostAsync(ana, new FormUrlEncodedContent(OneClick));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("You are unsubscribed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal([KeyOf("ana@example.org")], await UnsubscribedAsync(storage));
        Assert.Contains("You are unsubscribed", await app.Client.GetStringAsync(new Uri($"{ana}?utm_source=mail&gateway=1", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("..%2F..%2Fdigests")]
    public async Task A_token_that_is_nobodys_changes_nothing(string token)
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await SetAsync(storage, "ana.json", """{"address": "ana@example.org"}""");
        await using var app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();

        var answer = await app.Client.PostAsync(new Uri($"api/unsubscribe/{token}", UriKind.Relative), new FormUrlEncodedContent(OneClick));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await UnsubscribedAsync(storage));
    }

    [Fact]
    public async Task Who_has_unsubscribed_gets_no_digest_also_when_the_file_is_uploaded_again_and_gets_it_when_the_note_is_deleted()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await SetAsync(storage, "ana.json", """{"address": "ana@example.org"}""");
        await storage.Get<UnsubscribeDesk>().UnsubscribeAsync(await TokenAsync(storage, "ana@example.org"), CancellationToken.None);
        await SetAsync(storage, "ana.json", """{"address": "ana@example.org", "name": "Ana"}""");

        await storage.TakeInAsync("1.txt", Texts.Article(1));
        await storage.CloseAsync();
        Assert.Empty(await TestPipeline.NamesAsync(storage.Storage.Outbox));
        await storage.Storage.Recipients.GetBlobClient($"unsubscribed/{KeyOf("ana@example.org")}.json").DeleteAsync();
        await storage.TakeInAsync("2.txt", Texts.Article(2));
        await storage.CloseAsync();

        Assert.Single(await TestPipeline.NamesAsync(storage.Storage.Outbox));
    }

    [Fact]
    public async Task A_digest_says_how_many_have_it_and_health_what_waits()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await SetAsync(storage, "ana.json", """{"address": "ana@example.org"}""");
        await SetAsync(storage, "week.json", """{"address": "week@example.org", "every": "week", "weekday": "monday"}""");
        await SetAsync(storage, "bad.json", "{");
        await storage.TakeInAsync("1.txt", Texts.Article(1));
        await storage.CloseAsync();
        await using var app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();

        string digest = await app.Client.GetStringAsync(new Uri("api/digests/latest", UriKind.Relative));
        string health = await app.Client.GetStringAsync(new Uri("api/health", UriKind.Relative));

        var deliveries = System.Text.Json.Nodes.JsonNode.Parse(digest)!["deliveries"]!;
        Assert.Equal((1, 1, 0), ((int)deliveries["delivered"]!, (int)deliveries["weekly"]!, (int)deliveries["failed"]!));
        Assert.DoesNotContain("example.org", digest, StringComparison.Ordinal);
        var waits = System.Text.Json.Nodes.JsonNode.Parse(health)!["deliveries"]!;
        Assert.Equal((1, 0, 1), ((int)waits["waiting"]!, (int)waits["failed"]!, (int)waits["unusableRecipients"]!));
    }

    private static async Task SetAsync(TestPipeline storage, string name, string json) =>
        await storage.Storage.Recipients.GetBlobClient(name).UploadAsync(new BinaryData(json), overwrite: true);

    private static async Task<string> TokenAsync(TestPipeline storage, string address) =>
        (await storage.Get<UnsubscribeSecretStore>().TokensAsync(CancellationToken.None)).Of(KeyOf(address));

    private static string KeyOf(string address) => Recipient.KeyOf(new System.Net.Mail.MailAddress(address));

    private static async Task<IEnumerable<string>> UnsubscribedAsync(TestPipeline storage) =>
        (await TestPipeline.NamesAsync(storage.Storage.Recipients, Unsubscriptions.Folder)).Select(Unsubscriptions.KeyOf);
}
