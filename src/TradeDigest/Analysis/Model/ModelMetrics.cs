using System.Diagnostics.Metrics;
using TradeDigest.Telemetry;

namespace TradeDigest.Analysis.Model;

/// <summary>Counts what a model costs and how it does, by the meter <c>TradeDigest</c>.</summary>
public sealed class ModelMetrics
{
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _articles;
    private readonly Counter<long> _dropped;

    /// <summary>Counters of <paramref name="meters"/>: <c>tradedigest.model.tokens</c> (by <c>direction</c>: read, cached, written),
    /// <c>tradedigest.model.articles</c> (by <c>outcome</c>: answered, cached, or the reason of the fallback) and <c>tradedigest.model.dropped</c> (by <c>reason</c>).</summary>
    public ModelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryNames.Meter);
        _tokens = meter.CreateCounter<long>("tradedigest.model.tokens", "{token}", "Tokens that the model read, took from its cache, and wrote.");
        _articles = meter.CreateCounter<long>("tradedigest.model.articles", "{article}", "Articles by what came of asking the model.");
        _dropped = meter.CreateCounter<long>("tradedigest.model.dropped", "{statement}", "Statements of the model that did not pass the gate.");
    }

    /// <summary>An answer was paid for.</summary>
    public void Answered(TokenUsage usage)
    {
        _articles.Add(1, new KeyValuePair<string, object?>("outcome", "answered"));
        Spent(usage);
    }

    /// <summary>An earlier answer stood.</summary>
    public void Cached() => _articles.Add(1, new KeyValuePair<string, object?>("outcome", "cached"));

    /// <summary>The rules worked alone.</summary>
    public void FellBack(string reason, TokenUsage usage)
    {
        _articles.Add(1, new KeyValuePair<string, object?>("outcome", reason));
        Spent(usage);
    }

    /// <summary>Statements did not pass the gate.</summary>
    public void Dropped(IEnumerable<KeyValuePair<string, int>> byReason)
    {
        foreach (var (reason, count) in byReason)
        {
            _dropped.Add(count, new KeyValuePair<string, object?>("reason", reason));
        }
    }

    private void Spent(TokenUsage usage)
    {
        _tokens.Add(usage.Read, new KeyValuePair<string, object?>("direction", "read"));
        _tokens.Add(usage.Cached, new KeyValuePair<string, object?>("direction", "cached"));
        _tokens.Add(usage.Written, new KeyValuePair<string, object?>("direction", "written"));
    }
}
