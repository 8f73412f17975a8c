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
public sealed record DayEntry(DayEntryKind Kind, string Key, DateTimeOffset ReceivedAt);
