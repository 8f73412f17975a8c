using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TradeDigest.Telemetry;

namespace TradeDigest.Functions;

/// <summary>Sends traces, metrics and logs to an OpenTelemetry collector, in either host, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
/// <remarks>All variables of the OpenTelemetry specification that the exporter knows hold (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_SERVICE_NAME</c>,
/// <c>OTEL_TRACES_SAMPLER</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c>, …), as settings too.</remarks>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const int FlushMilliseconds = 5000;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Adds the export where an endpoint is set. An address that is none ends the start with a sentence that says so.</summary>
    /// <exception cref="InvalidOperationException">The setting is no http or https address.</exception>
    public static void AddTo(IHostApplicationBuilder builder)
    {
        string? endpoint = builder.Configuration[Endpoint];
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"The setting {Endpoint} is no http or https address. Give the collector's, such as http://127.0.0.1:4317, or take the setting out.");
        }

        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(About()).AddOtlpExporter());

        // Before any function runs, so that the first span is not lost.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, OtlpExport>());
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(About())
            .AddSource(TelemetryNames.Source)
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(About())
            .AddMeter(TelemetryNames.Meter)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(FlushMilliseconds);
        _metrics?.ForceFlush(FlushMilliseconds);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>Who tells: what the environment says stands above the name given here.</summary>
    private static ResourceBuilder About() => ResourceBuilder.CreateEmpty()
        .AddService("tradedigest", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString())
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
