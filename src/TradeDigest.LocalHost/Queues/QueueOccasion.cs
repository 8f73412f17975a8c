using Azure.Storage.Queues.Models;
using TradeDigest.LocalHost.Invocations;

namespace TradeDigest.LocalHost.Queues;

/// <summary>What a message brings to a run.</summary>
internal static class QueueOccasion
{
    /// <summary>The message, and what binds by name.</summary>
    /// <param name="queue">Where it was.</param>
    /// <param name="message">The message.</param>
    public static Occasion Of(string queue, QueueMessage message) => new($"New queue message detected on '{queue}'", message, new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["queueTrigger"] = message.Body.ToString(),
        ["id"] = message.MessageId,
        ["popReceipt"] = message.PopReceipt,
        ["dequeueCount"] = message.DequeueCount,
        ["insertionTime"] = message.InsertedOn,
        ["expirationTime"] = message.ExpiresOn,
        ["nextVisibleTime"] = message.NextVisibleOn,
    });
}
