using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Storage;

/// <summary>What a line of the day's log tells of.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DayEntryKind>))]
public enum DayEntryKind
{
    /// <summary>An article that has its summary.</summary>
    Article,

    /// <summary>A file that could not be read.</summary>
    Quarantined,
}

/// <summary>A line of the day's log. A line may stand there more than once; readers keep one per key.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Key">The article's id, or the key of the quarantined file (<see cref="QuarantineRecord.Key"/>).</param>
/// <param name="ReceivedAt">When the file was received (UTC).</param>
public sealed record DayEntry(DayEntryKind Kind, string Key, DateTimeOffset ReceivedAt)
{
    /// <summary>The article's text in small, by which copies of it are proposed (<see cref="Stories.CopySignature"/>); null for a file.</summary>
    public string? Signature { get; init; }

    /// <summary>The name of the file that could not be read; null for an article.</summary>
    public string? Name { get; init; }

    /// <summary>Why it could not be read; null for an article.</summary>
    public string? Reason { get; init; }

    /// <summary>The trace by which the article came, as a W3C <c>traceparent</c>; null for none.</summary>
    public string? Trace { get; init; }
}
