using System.Diagnostics.Metrics;
using System.Text.Json;
using TradeDigest.Telemetry;

namespace TradeDigest.Delivery;

/// <summary>Counts what becomes of mails, by the meter <c>TradeDigest</c>.</summary>
public sealed class MailMetrics
{
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _duration;

    /// <summary>Instruments of <paramref name="meters"/>: <c>tradedigest.mail.outcomes</c> and <c>tradedigest.mail.duration</c> (seconds, pauses included),
    /// by <c>mailer</c> and <c>fate</c> (accepted, delivered, refused, deferred, unknown).</summary>
    public MailMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryNames.Meter);
        _outcomes = meter.CreateCounter<long>("tradedigest.mail.outcomes", "{mail}", "Mails by what became of them when they were handed on or asked for.");
        _duration = meter.CreateHistogram<double>("tradedigest.mail.duration", "s", "How long handing a mail on, or asking for it, took.");
    }

    /// <summary>A mail was handed on or asked for.</summary>
    public void Ended(string mailer, MailFate fate, TimeSpan duration)
    {
        KeyValuePair<string, object?>[] tags = [new("mailer", mailer), new("fate", JsonNamingPolicy.KebabCaseLower.ConvertName(fate.ToString()))];
        _outcomes.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }
}
