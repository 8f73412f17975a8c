namespace TradeDigest.Storage;

/// <summary>How far the day's log has been read.</summary>
/// <param name="From">The first day whose blobs are still looked at. A line that reaches a blob later than <see cref="DayLog.Late"/> after the blob's hour
/// is written a second time under the hour of that moment, so that earlier days hold nothing unread.</param>
/// <param name="Read">For each blob of the log from that day on, how many bytes have been read.</param>
public sealed record DayLogCursor(DateOnly From, IReadOnlyDictionary<string, long> Read)
{
    /// <summary>The beginning of the log.</summary>
    public static DayLogCursor Start { get; } = new(DateOnly.MinValue, new Dictionary<string, long>(StringComparer.Ordinal));
}
