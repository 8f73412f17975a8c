namespace TradeDigest.Storage;

/// <summary>An hour of the day's log.</summary>
/// <param name="Start">When it begins (UTC).</param>
/// <param name="Parts">Its blobs, with their length in bytes.</param>
public sealed record LogHour(DateTimeOffset Start, IReadOnlyList<(string Blob, long Length)> Parts)
{
    /// <summary>Its length in bytes.</summary>
    public long Length => Parts.Sum(p => p.Length);
}
