using System.Diagnostics.Metrics;

namespace TradeDigest.Telemetry;

/// <summary>Counts what goes through the pipeline.</summary>
public sealed class PipelineMetrics
{
    private readonly Counter<long> _articles;
    private readonly Counter<long> _facts;
    private readonly Counter<long> _stopped;
    private readonly Counter<long> _digests;
    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _queueTime;
    private readonly TimeProvider _time;
    private long _cutOffTicks;

    /// <summary>Instruments of the library's meter: counters <c>tradedigest.articles</c> (by <c>outcome</c>: ingested, summarised, quarantined, gone; of the quarantined also by <c>reason</c>),
    /// <c>tradedigest.facts</c> (by <c>kind</c>), <c>tradedigest.digest.stopped</c> (statements that did not trace, by <c>stage</c>), <c>tradedigest.digests</c>,
    /// <c>tradedigest.deliveries</c> (by <c>state</c>); the histogram <c>tradedigest.queue.time</c> (seconds from being sent to being taken, by <c>queue</c>);
    /// the gauge <c>tradedigest.digest.age</c> (seconds since the last digest's cut-off).</summary>
    public PipelineMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(TelemetryNames.Meter);
        _articles = meter.CreateCounter<long>("tradedigest.articles", "{article}", "Articles by how far they came.");
        _facts = meter.CreateCounter<long>("tradedigest.facts", "{fact}", "Facts of summarised articles by kind.");
        _stopped = meter.CreateCounter<long>("tradedigest.digest.stopped", "{statement}", "Statements that did not trace to a source and were left out of a digest.");
        _digests = meter.CreateCounter<long>("tradedigest.digests", "{digest}", "Digests made.");
        _deliveries = meter.CreateCounter<long>("tradedigest.deliveries", "{mail}", "Mails by what became of them.");
        _queueTime = meter.CreateHistogram<double>("tradedigest.queue.time", "s", "Time from being sent to being taken.");
        meter.CreateObservableGauge("tradedigest.digest.age", Age, "s", "Time since the last digest's cut-off, where this instance has looked for it.");
    }

    /// <summary>A file became articles.</summary>
    /// <param name="articles">How many.</param>
    /// <param name="receivedAt">When the file was received (UTC).</param>
    public void Ingested(int articles, DateTimeOffset receivedAt)
    {
        _articles.Add(articles, Tag("outcome", "ingested"));
        Waited("articles", receivedAt);
    }

    /// <summary>A file was put into quarantine.</summary>
    public void Quarantined(string reason) => _articles.Add(1, Tag("outcome", "quarantined"), Tag("reason", reason));

    /// <summary>A file or an article was gone when its turn came.</summary>
    public void Gone() => _articles.Add(1, Tag("outcome", "gone"));

    /// <summary>An article has its facts and summary.</summary>
    /// <param name="kinds">The kind of each of its facts.</param>
    public void Summarised(IEnumerable<string> kinds)
    {
        _articles.Add(1, Tag("outcome", "summarised"));
        foreach (string kind in kinds)
        {
            _facts.Add(1, Tag("kind", kind));
        }
    }

    /// <summary>A message was taken from a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="sentAt">When it was sent (UTC).</param>
    public void Waited(string queue, DateTimeOffset sentAt) =>
        _queueTime.Record(Math.Max(0, (_time.GetUtcNow() - sentAt).TotalSeconds), Tag("queue", queue));

    /// <summary>A statement did not trace and was left out of a digest.</summary>
    public void Stopped(string stage) => _stopped.Add(1, Tag("stage", stage));

    /// <summary>A digest was made.</summary>
    public void Made() => _digests.Add(1);

    /// <summary>The last digest's cut-off is known.</summary>
    public void LastCutOff(DateTimeOffset cutOff) => Interlocked.Exchange(ref _cutOffTicks, cutOff.UtcTicks);

    /// <summary>A mail was delivered, refused, or came as far as <paramref name="state"/> says.</summary>
    public void Delivery(string state) => _deliveries.Add(1, Tag("state", state));

    private IEnumerable<Measurement<double>> Age()
    {
        long ticks = Interlocked.Read(ref _cutOffTicks);
        return ticks == 0 ? [] : [new Measurement<double>((_time.GetUtcNow() - new DateTimeOffset(ticks, TimeSpan.Zero)).TotalSeconds)];
    }

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
