using System.Globalization;
using System.Text.Json.Serialization;

namespace TradeDigest.Storage;

/// <summary>A file that holds no article that the app can read, or an article that it cannot summarise.</summary>
/// <param name="Name">The blob's name as the user gave it, or the article's id.</param>
/// <param name="Reason">A stable name of the reason, in kebab-case.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="ReceivedAt">When the file was received (UTC).</param>
/// <param name="QuarantinedAt">When it was put aside (UTC).</param>
public sealed record QuarantineRecord(string Name, string Reason, string Message, DateTimeOffset ReceivedAt, DateTimeOffset QuarantinedAt)
{
    /// <summary>What tells this version of the file from others, also of the same name.</summary>
    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{BlobName.Safe(Name)}@{ReceivedAt.UtcDateTime:yyyyMMddTHHmmssfff}");

    /// <summary>What the day's log and a digest tell of it.</summary>
    public DayEntry ToEntry() => new(DayEntryKind.Quarantined, Key, ReceivedAt) { Name = Name, Reason = Reason };
}
