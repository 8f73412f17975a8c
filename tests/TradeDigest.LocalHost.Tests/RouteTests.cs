using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TradeDigest.LocalHost.Tests.Support;

namespace TradeDigest.LocalHost.Tests;

[Collection("queues, timers and routes")]
public sealed class RouteTests(AzuriteFixture azurite)
{
    private static readonly Type[] Functions = [typeof(RouteFunctions)];

    [Theory]
    [InlineData("/api/hello/anna?q=why", "application/json", """{"hello":"anna","query":"why"}""")]
    [InlineData("/api/numbers/41?code=any-key", "application/json", "42")]
    public async Task A_route_value_binds_and_a_result_is_written(string path, string type, string body)
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        using var answer = await host.Client.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, type, body), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("GET", "/api/numbers/many", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/Broken", HttpStatusCode.InternalServerError)]
    [InlineData("DELETE", "/api/Count", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/hello/anna", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_gets_the_fitting_status(string method, string path, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        using var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_route_prefix_of_host_json_holds_and_a_function_without_a_route_has_its_name()
    {
        await using var host = await RunningHost.StartAsync(
            azurite.ConnectionString, Functions, settings: new() { ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "v1" });

        using var answer = await host.Client.PostAsync("/v1/count", new StringContent("12345"));

        Assert.Equal("5 letters", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_runs_by_hand()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [typeof(QueueFunctions)]);

        using var answer = await host.Client.PostAsJsonAsync("/admin/functions/TakeString", new { input = "by hand" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("by hand", (await host.Probe.NextAsync()).Subject);
    }

    [Fact]
    public async Task Running_an_unknown_function_by_hand_names_those_that_there_are()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [typeof(QueueFunctions)]);

        using var answer = await host.Client.PostAsync("/admin/functions/Nobody", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("TakeString", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_Grid_gets_its_handshake()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [typeof(EventBlobFunction)]);

        using var answer = await EventAsync(host, "OnEvent", "SubscriptionValidation", """[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"secret-7"}}]""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("secret-7", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("validationResponse").GetString());
    }

    [Fact]
    public async Task A_notification_runs_the_function_and_polling_does_not()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [typeof(EventBlobFunction)]);
        await host.DropAsync("folder/first one.txt", "first");
        await host.IdleAsync();
        Assert.Equal(0, host.Probe.Count);

        var url = host.Inbox.GetBlobClient("folder/first one.txt").Uri.AbsoluteUri;
        var notification = new { eventType = "Microsoft.Storage.BlobCreated", data = new { url, eTag = "0x1", blobType = "BlockBlob" } };
        using var answer = await EventAsync(host, "OnEvent", "Notification", JsonSerializer.Serialize(notification));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var call = await host.Probe.NextAsync();
        Assert.Equal(("first", "folder/first one.txt"), (call.Subject, call.Data["name"]));
    }

    [Theory]
    [InlineData("OnEvent", "Notification", "[{}]", HttpStatusCode.BadRequest)]
    [InlineData("OnEvent", "Notification", "no json", HttpStatusCode.BadRequest)]
    [InlineData("OnEvent", "SubscriptionDeletion", "[{}]", HttpStatusCode.BadRequest)]
    [InlineData("Nobody", "Notification", "[{}]", HttpStatusCode.NotFound)]
    public async Task What_is_no_notification_is_refused(string function, string type, string body, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [typeof(EventBlobFunction)]);

        using var answer = await EventAsync(host, function, type, body);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_host_says_that_it_runs()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        Assert.Equal("Running", (await host.Client.GetFromJsonAsync<JsonElement>("/admin/host/status")).GetProperty("state").GetString());
    }

    private static async Task<HttpResponseMessage> EventAsync(RunningHost host, string function, string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code=any");
        request.Headers.Add("aeg-event-type", type);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.SendAsync(request);
    }
}
