using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Invocations;
using TradeDigest.LocalHost.Queues;
using TradeDigest.LocalHost.Storage;

namespace TradeDigest.LocalHost.Http;

/// <summary>
/// What Core Tools offer beside the functions: <c>POST /admin/functions/{name}</c> runs a function by hand, and
/// <c>GET /admin/host/status</c> says that the host is up.
/// </summary>
internal sealed class AdminEndpoints(TriggerListeners listeners, FunctionInvoker invoker, StorageAccounts accounts, string hostId)
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">Where to add them.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/host/status", () => Results.Json(new { id = hostId, state = "Running" }));
        routes.MapPost("/admin/functions/{name}", RunAsync);
    }

    private static IResult Bad(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The function cannot be run like this");

    private async Task<IResult> RunAsync(string name, HttpContext context)
    {
        var function = listeners.Functions.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (function is null)
        {
            return Results.Problem(
                $"There is no function '{name}'. There are: {string.Join(", ", listeners.Functions.Select(each => each.Name))}.",
                statusCode: StatusCodes.Status404NotFound,
                title: "No such function");
        }

        string input;
        try
        {
            input = await ReadInputAsync(context);
        }
        catch (JsonException)
        {
            return Bad("The body must be JSON such as {\"input\":\"...\"}, or empty.");
        }

        return function.Trigger switch
        {
            HttpTrigger http => Bad($"It has an HTTP trigger; request its route '{http.Route}' instead."),
            BlobTrigger blob => RunOnBlob(function, blob, input),
            QueueTrigger queue => Run(function, QueueOccasion.Of(queue.Queue, Message(input))),
            _ => Run(function, new Occasion("This function was programmatically called via the host APIs.", new TimerInfo(), Occasion.NoData)),
        };
    }

    private static async Task<string> ReadInputAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        using var body = JsonDocument.Parse(text);
        return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("input", out var input) ? input.ToString() : "";
    }

    private static QueueMessage Message(string body) => QueuesModelFactory.QueueMessage(Guid.NewGuid().ToString(), "", BinaryData.FromString(body), dequeueCount: 1);

    private IResult RunOnBlob(Function function, BlobTrigger trigger, string input)
    {
        var (container, name) = input.Split('/', 2) is [var first, { Length: > 0 } rest] ? (first, rest) : ("", "");
        if (container != trigger.Path.Container || trigger.Path.Match(name) is not { } values)
        {
            return Bad($"The input must be the path of a blob that fits '{trigger.Path.Text}'.");
        }

        var blob = accounts.Blobs(trigger.Connection).GetBlobContainerClient(container).GetBlobClient(name);
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["blobTrigger"] = input, ["uri"] = blob.Uri };
        foreach (var (key, value) in values)
        {
            data[key] = value;
        }

        return Run(function, new Occasion("This function was programmatically called via the host APIs.", blob, data));
    }

    private IResult Run(Function function, Occasion occasion)
    {
        listeners.Track(() => invoker.RunAsync(function, occasion, listeners.Abort));
        return Results.Accepted();
    }
}
