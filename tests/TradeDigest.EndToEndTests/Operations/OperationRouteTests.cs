using System.Net;
using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Operations;

[Collection(Azurite.Collection)]
public sealed class OperationRouteTests(Azurite azurite)
{
    [Fact]
    public async Task An_operation_is_begun_and_followed_by_its_address()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await storage.TakeInAsync("a.txt", Texts.Article(1));
        await using var app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();

        var begun = await app.Client.PostAsync(new Uri("api/operations/rebuild?from=2020-01-01", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        await Eventually.TrueAsync(async () => (string?)JsonNode.Parse(await app.Client.GetStringAsync(begun.Headers.Location))!["state"] == "done", () => app.Output);
        Assert.Equal(1, (int?)JsonNode.Parse(await app.Client.GetStringAsync(begun.Headers.Location))!["seen"]);
    }

    [Fact]
    public async Task Files_in_quarantine_are_listed_and_tried_again_by_name()
    {
        await using var storage = await TestPipeline.BeginAsync(azurite);
        await storage.DropAsync("desk/empty one.txt", "");
        await storage.IngestAsync("desk/empty one.txt");
        await using var app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();

        var listed = JsonNode.Parse(await app.Client.GetStringAsync(new Uri("api/quarantine", UriKind.Relative)))!.AsArray();
        var retried = await app.Client.PostAsync(new Uri("api/quarantine/desk%2Fempty%20one.txt/retry", UriKind.Relative), null);
        var unknown = await app.Client.PostAsync(new Uri("api/quarantine/other.txt/retry", UriKind.Relative), null);

        Assert.Equal("desk/empty one.txt", (string?)Assert.Single(listed)!["name"]);
        Assert.Equal("empty", (string?)JsonNode.Parse(await retried.Content.ReadAsStringAsync())!["reason"]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("api/operations/destroy", HttpStatusCode.NotFound, "retry-quarantine")]
    [InlineData("api/operations/replay?from=2026-03-02&to=2026-03-01", HttpStatusCode.BadRequest, "Exchange them")]
    [InlineData("api/operations/replay?day=2026-03-02", HttpStatusCode.BadRequest, "day")]
    public async Task What_cannot_be_done_is_refused_with_what_to_do(string address, HttpStatusCode status, string words)
    {
        await azurite.ClearAsync();
        await using var app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();

        var answer = await app.Client.PostAsync(new Uri(address, UriKind.Relative), null);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
