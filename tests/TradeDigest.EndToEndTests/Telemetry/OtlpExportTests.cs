using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Telemetry;

[Collection(Azurite.Collection)]
public sealed class OtlpExportTests(Azurite azurite)
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples", "articles");

    [Fact]
    public async Task Traces_metrics_and_logs_reach_a_collector_and_hold_no_text_and_no_address()
    {
        await azurite.ClearAsync();
        await using var collector = await Collector.StartAsync();
        await using var app = AppProcess.StartWith(
            azurite.ConnectionString,
            [
                KeyValuePair.Create("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
                KeyValuePair.Create("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                KeyValuePair.Create("Mail__Recipients__0", "Nell Ashdown <nell.ashdown@desk.example>"),
            ],
            "--drop", Samples, "--then", "POST /api/digests", "--exit");

        int code = await app.WaitAsync();

        Assert.True(code == 0, app.Output);
        string traces = collector.Of("traces"), metrics = collector.Of("metrics"), logs = collector.Of("logs");
        Assert.All(["ingest", "summarize", "told", "tradedigest"], name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(
            ["tradedigest.articles", "tradedigest.facts", "tradedigest.queue.time", "tradedigest.digests", "tradedigest.digest.age"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.Contains("Summarised", logs, StringComparison.Ordinal);
        Assert.All(Secrets(), secret => Assert.DoesNotContain(secret, traces + metrics + logs, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_address_that_is_none_ends_the_start_with_what_to_do()
    {
        await using var app = AppProcess.StartWith(azurite.ConnectionString, [KeyValuePair.Create("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]);

        int code = await app.WaitAsync();

        Assert.NotEqual(0, code);
        Assert.Contains("The setting OTEL_EXPORTER_OTLP_ENDPOINT is no http or https address", app.Output, StringComparison.Ordinal);
    }

    /// <summary>The recipient, and a run of words from the middle of each sample's longest line.</summary>
    private static IEnumerable<string> Secrets() => Directory.GetFiles(Samples, "*.txt")
        .Select(file => File.ReadLines(file).MaxBy(l => l.Length)!)
        .Select(line => line.Substring(line.Length / 2, Math.Min(24, line.Length / 2)))
        .Append("nell.ashdown");
}
