using System.Diagnostics;

namespace TradeDigest.Telemetry;

/// <summary>The spans of the pipeline. An article's way is one trace: it begins when the file is read, goes with the queue message to the summary, and with the day's log to the digest.</summary>
/// <remarks>Context is carried as a W3C <c>traceparent</c> (Trace Context, level 1). Without a listener nothing is made and nothing is carried.</remarks>
public sealed class PipelineTracing : IDisposable
{
    /// <summary>A digest's span links to no more articles than exporters keep (OpenTelemetry SDK, span limits: 128 links).</summary>
    private const int MostLinks = 128;

    private readonly ActivitySource _source = new(TelemetryNames.Source);

    /// <summary>The trace that the caller works in, as it is carried on; null for none.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>A file of the articles container is read: span <c>ingest</c>.</summary>
    /// <param name="name">The blob's name.</param>
    public Activity? Ingest(string name) => _source.StartActivity("ingest", ActivityKind.Consumer)?.SetTag("tradedigest.blob", name);

    /// <summary>An article gets its facts and summary: span <c>summarize</c> of the trace that sent its id.</summary>
    /// <param name="id">The article.</param>
    /// <param name="trace">The trace that the message carries; null for none.</param>
    public Activity? Summarize(string id, string? trace)
    {
        // The host has a span of its own for the call; it is another trace, to which this one points.
        var host = Activity.Current?.Context;
        var sender = ActivityContext.TryParse(trace, traceState: null, out var carried) ? carried : default;
        ActivityLink[]? links = host is { } call && sender != default && call.TraceId != sender.TraceId ? [new ActivityLink(call)] : null;
        return _source.StartActivity("summarize", ActivityKind.Consumer, sender, tags: null, links)?.SetTag("tradedigest.article", id);
    }

    /// <summary>A digest is made: span <c>digest</c>, with links to the articles' traces; and in each article's trace a span <c>told</c> with a link to the digest's.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="articles">The articles and the traces that they came by.</param>
    public Activity? Digest(string digest, IReadOnlyList<KeyValuePair<string, string>> articles)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        var known = new List<(string Article, ActivityContext Context)>();
        foreach (var (article, trace) in articles)
        {
            if (ActivityContext.TryParse(trace, traceState: null, out var context))
            {
                known.Add((article, context));
            }
        }

        var links = known.Take(MostLinks).Select(k => new ActivityLink(k.Context));
        var making = _source.StartActivity("digest", ActivityKind.Internal, default(ActivityContext), tags: null, links);
        making?.SetTag("tradedigest.digest", digest).SetTag("tradedigest.articles", articles.Count);
        foreach (var (article, context) in known)
        {
            using var told = _source.StartActivity("told", ActivityKind.Internal, context, tags: null, making is null ? null : [new ActivityLink(making.Context)]);
            told?.SetTag("tradedigest.digest", digest).SetTag("tradedigest.article", article);
        }

        if (making is not null)
        {
            Activity.Current = making;
        }

        return making;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
