namespace TradeDigest.LocalHost.Invocations;

/// <summary>What a trigger brings to a run.</summary>
/// <param name="Reason">Why the function runs, for the log.</param>
/// <param name="Subject">An HttpContext, BlobClient, QueueMessage or TimerInfo.</param>
/// <param name="Data">Values that bind to parameters by name; names compare without case.</param>
internal sealed record Occasion(string Reason, object? Subject, IReadOnlyDictionary<string, object?> Data)
{
    /// <summary>No values.</summary>
    public static IReadOnlyDictionary<string, object?> NoData { get; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
}
