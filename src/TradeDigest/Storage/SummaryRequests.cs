using System.Text.Json;
using TradeDigest.Telemetry;

namespace TradeDigest.Storage;

/// <summary>A message about an article that waits for its summary.</summary>
/// <param name="Id">The article.</param>
/// <param name="SentAt">When it was sent (UTC); null where only the id was sent, as by hand.</param>
/// <param name="Trace">The trace that it belongs to, as a W3C <c>traceparent</c>; null for none.</param>
public sealed record ArticleMessage(string Id, DateTimeOffset? SentAt, string? Trace)
{
    /// <summary>Reads a message: the JSON of this record, or an id alone.</summary>
    public static ArticleMessage Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return message.StartsWith('{') && JsonSerializer.Deserialize(message, TradeDigestJson.Compact.ArticleMessage) is { Id.Length: > 0 } read
                ? read
                : new ArticleMessage(message.Trim(), null, null);
        }
        catch (JsonException)
        {
            return new ArticleMessage(message.Trim(), null, null);
        }
    }
}

/// <summary>Sends articles on to be summarised.</summary>
public sealed class SummaryRequests(StorageAccount storage, TimeProvider time)
{
    /// <summary>Sends the article <paramref name="id"/> on, within the trace of the caller.</summary>
    /// <param name="id">The article.</param>
    /// <param name="delay">How long it is to stay unseen; null for not at all.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public Task SendAsync(string id, TimeSpan? delay, CancellationToken cancellationToken)
    {
        var message = new ArticleMessage(id, time.GetUtcNow() + (delay ?? TimeSpan.Zero), PipelineTracing.Current);
        return storage.ToSummarize.SendMessageAsync(
            JsonSerializer.Serialize(message, TradeDigestJson.Compact.ArticleMessage), delay, timeToLive: null, cancellationToken);
    }
}
