using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Blobs;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Hosting;

namespace TradeDigest.LocalHost.Http;

/// <summary>
/// Where Event Grid tells of new blobs: <c>POST /runtime/webhooks/blobs?functionName=Host.Functions.Name</c>. As in the real host,
/// neither receipt nor pattern is looked at; the subscription's filter has to be exact.
/// </summary>
internal sealed class EventGridEndpoint(TriggerListeners listeners)
{
    /// <summary>Adds the route.</summary>
    /// <param name="routes">Where to add it.</param>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/runtime/webhooks/blobs", (Delegate)HandleAsync);

    private static IResult Bad(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Not an event that this webhook takes");

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var name = context.Request.Query["functionName"].ToString();
        var function = listeners.Functions.FirstOrDefault(each => each.Id.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (function is not { IsDisabled: false, Trigger: BlobTrigger { Source: BlobTriggerSource.EventGrid } })
        {
            return Results.Problem(
                $"There is no function '{name}' with an Event Grid blob trigger that is switched on. Write ?functionName=Host.Functions.Name.",
                statusCode: StatusCodes.Status404NotFound,
                title: "No such function");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            JsonElement[] events = body.RootElement.ValueKind == JsonValueKind.Array ? [.. body.RootElement.EnumerateArray()] : [body.RootElement];
            return context.Request.Headers["aeg-event-type"].ToString().ToUpperInvariant() switch
            {
                "SUBSCRIPTIONVALIDATION" => Validate(events),
                "NOTIFICATION" => await NotifyAsync(function, events, context.RequestAborted),
                _ => Bad("The header aeg-event-type must be SubscriptionValidation or Notification."),
            };
        }
        catch (JsonException broken)
        {
            return Bad($"The body is not JSON: {broken.Message}");
        }
    }

    private static IResult Validate(JsonElement[] events) =>
        events is [var only] && Text(only, "data", "validationCode") is { } code
            ? Results.Json(new { validationResponse = code })
            : Bad("A validation event carries data.validationCode.");

    private async Task<IResult> NotifyAsync(Function function, JsonElement[] events, CancellationToken cancellationToken)
    {
        var items = events.Where(each => Text(each, "eventType") is null or "Microsoft.Storage.BlobCreated").Select(each => Item(function, each)).ToList();
        if (items.Contains(null))
        {
            return Bad("A notification carries data.url, the address of a blob.");
        }

        foreach (var item in items)
        {
            await listeners.SendAsync(item!, cancellationToken);
        }

        return Results.Accepted();
    }

    private static BlobWorkItem? Item(Function function, JsonElement notification)
    {
        if (!Uri.TryCreate(Text(notification, "data", "url"), UriKind.Absolute, out var url))
        {
            return null;
        }

        var blob = new BlobUriBuilder(url);
        var etag = Text(notification, "data", "eTag")?.Trim('"') ?? "";
        return blob.BlobContainerName.Length == 0 || blob.BlobName.Length == 0
            ? null
            : new BlobWorkItem("BlobTrigger", function.Id, Text(notification, "data", "blobType") ?? "BlockBlob", blob.BlobContainerName, blob.BlobName, $"\"{etag}\"");
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
