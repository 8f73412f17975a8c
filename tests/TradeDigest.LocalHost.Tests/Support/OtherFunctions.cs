using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.LocalHost.Tests.Support;

public sealed record Parcel(string Colour, int Weight);

public sealed class QueueFunctions(Probe probe)
{
    [Function("TakeString")]
    public Task StringAsync([QueueTrigger("%Names%-texts")] string text, int dequeueCount, string id, CancellationToken cancellationToken) =>
        probe.ReportAsync("TakeString", text, ("dequeueCount", dequeueCount), ("id", id), ("token", cancellationToken));

    [Function("TakeParcel")]
    public Task ParcelAsync([QueueTrigger("%Names%-parcels")] Parcel parcel) => probe.ReportAsync("TakeParcel", parcel);

    [Function("TakeMessage")]
    public Task MessageAsync([QueueTrigger("%Names%-messages")] QueueMessage message) => probe.ReportAsync("TakeMessage", message.Body.ToString());
}

public sealed class TimerFunctions(Probe probe)
{
    [Function("Tick")]
    public Task TickAsync([TimerTrigger("%Schedule%")] TimerInfo timer) =>
        probe.ReportAsync("Tick", timer.IsPastDue, ("status", timer.ScheduleStatus));
}

public sealed class RouteFunctions(Probe probe)
{
    [Function("Hello")]
    public static IActionResult Hello([HttpTrigger(AuthorizationLevel.Function, "get", Route = "hello/{name}")] HttpRequest request, string name) =>
        new OkObjectResult(new { hello = name, query = request.Query["q"].ToString() });

    [Function("Count")]
    public async Task<IActionResult> CountAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        await probe.ReportAsync("Count", text);
        return new ContentResult { Content = $"{text.Length} letters", ContentType = "text/plain" };
    }

    [Function("Number")]
    public static IActionResult Number([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number}")] HttpRequest request, int number) =>
        new OkObjectResult(number + 1);

    [Function("Broken")]
    public static IActionResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new InvalidOperationException("Broken on purpose.");
}
