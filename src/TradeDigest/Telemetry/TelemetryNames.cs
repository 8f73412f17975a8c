namespace TradeDigest.Telemetry;

/// <summary>Under which names the library tells what it does. The README lists spans and metrics.</summary>
public static class TelemetryNames
{
    /// <summary>Name of the one <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string Source = "TradeDigest";

    /// <summary>Name of the one <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Meter = "TradeDigest";
}
