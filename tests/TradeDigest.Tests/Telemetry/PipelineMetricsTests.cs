using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using TradeDigest.Telemetry;

namespace TradeDigest.Tests.Telemetry;

public sealed class PipelineMetricsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _measured = [];
    private readonly PipelineMetrics _metrics;

    public PipelineMetricsTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _metrics = new PipelineMetrics(meters, new StoppedClock());
        var meter = meters.Create(TelemetryNames.Meter);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Add((instrument.Name, value, Text(tags))));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Add((instrument.Name, value, Text(tags))));
        _listener.Start();
    }

    [Fact]
    public void Facts_are_counted_by_kind()
    {
        _metrics.Summarised(["tariff", "quote", "tariff"]);

        Assert.Equal(2, _measured.Count(m => m == ("tradedigest.facts", 1, "kind=tariff")));
        Assert.Contains(("tradedigest.facts", 1, "kind=quote"), _measured);
        Assert.Contains(("tradedigest.articles", 1, "outcome=summarised"), _measured);
    }

    [Fact]
    public void Queue_time_is_in_seconds_and_never_negative()
    {
        _metrics.Waited("q", Now.AddSeconds(-90));
        _metrics.Waited("q", Now.AddSeconds(5));

        Assert.Equal([("tradedigest.queue.time", 90, "queue=q"), ("tradedigest.queue.time", 0, "queue=q")], _measured);
    }

    [Fact]
    public void The_digests_age_is_told_once_it_is_known()
    {
        _listener.RecordObservableInstruments();
        Assert.Empty(_measured);

        _metrics.LastCutOff(Now.AddHours(-2));
        _listener.RecordObservableInstruments();

        Assert.Equal([("tradedigest.digest.age", 7200, "")], _measured);
    }

    [Fact]
    public void A_file_in_quarantine_is_counted_with_its_reason()
    {
        _metrics.Quarantined("empty");

        Assert.Equal([("tradedigest.articles", 1, "outcome=quarantined,reason=empty")], _measured);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
