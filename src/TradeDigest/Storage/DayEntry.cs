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

    /// <summary>An article that was erased (<see cref="ErasedArticle"/>).</summary>
    Erased,
}

/// <summary>A line of the day's log. A line may stand there more than once; readers keep one per key.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Key">The article's id, or the key of the quarantined file (<see cref="QuarantineRecord.Key"/>).</param>
/// <param name="ReceivedAt">When the file was received (UTC).</param>
public sealed record DayEntry(DayEntryKind Kind, string Key, DateTimeOffset ReceivedAt)
{
    /// <summary>The article's text in small, by which copies of it are proposed (<see cref="Stories.CopySignature"/>); null for a file.</summary>
    public string? Signature { get; init; }

    /// <summary>What the article is searched by; null for a file, and in lines of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntryIndex? Index { get; init; }

    /// <summary>The name of the file that could not be read; null for an article.</summary>
    public string? Name { get; init; }

    /// <summary>Why it could not be read; null for an article.</summary>
    public string? Reason { get; init; }

    /// <summary>The digests that had told an article that was erased; null for others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Digests { get; init; }

    /// <summary>The trace by which the article came, as a W3C <c>traceparent</c>; null for none.</summary>
    public string? Trace { get; init; }
}

/// <summary>What an article is searched by, so that those that do not fit need not be opened.</summary>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Kinds">The kinds of its facts.</param>
/// <param name="Parties">The parties of its facts: codes, or names.</param>
/// <param name="FactsFrom">The first day that its facts are about; null where none has a date.</param>
/// <param name="FactsTo">The last day that its facts are about.</param>
/// <param name="Words">The words of its text, headline, title, byline and publisher in small (<see cref="Queries.WordSketch"/>).</param>
public sealed record EntryIndex(
    string? Publisher, IReadOnlyList<string> Kinds, IReadOnlyList<string> Parties, DateOnly? FactsFrom, DateOnly? FactsTo, string Words);
