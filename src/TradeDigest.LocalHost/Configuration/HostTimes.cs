namespace TradeDigest.LocalHost.Configuration;

/// <summary>
/// The section <c>LocalHost</c> of the app settings: times that the real host fixes, and that a test shortens.
/// </summary>
public sealed class HostTimes
{
    /// <summary>The section's name.</summary>
    public const string Section = "LocalHost";

    /// <summary>How long to wait between two listings of a container.</summary>
    public TimeSpan BlobScanInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first wait after a queue was found empty; it doubles up to host.json's <c>maxPollingInterval</c>.</summary>
    public TimeSpan MinPollingInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a message that is being handled stays out of others' sight; renewed at half.</summary>
    public TimeSpan MessageVisibility { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>For how long one host owns a timer before it must renew; 15 to 60 seconds, as storage leases last.</summary>
    public TimeSpan TimerLease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long functions that are running may go on when the host stops.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
