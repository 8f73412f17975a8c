using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Operations;

/// <summary>What an operator may have done to many articles.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<OperationKind>))]
public enum OperationKind
{
    /// <summary>The files received on the days are read again.</summary>
    Replay,

    /// <summary>Lost summaries and lost lines of the day's log are made anew from the library.</summary>
    Rebuild,

    /// <summary>Documents of earlier rules or of an earlier prompt are made anew.</summary>
    Reanalyse,

    /// <summary>All files in quarantine are tried again.</summary>
    RetryQuarantine,
}

/// <summary>How far an operation is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<OperationState>))]
public enum OperationState
{
    /// <summary>It is under way, a part at a time.</summary>
    Running,

    /// <summary>It is through.</summary>
    Done,
}

/// <summary>An operation, as it is stored and told: <c>operations/{id}.json</c> of the library.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What is done.</param>
/// <param name="From">The first day of receipt that it is about, in the digest's time zone; null for no limit.</param>
/// <param name="To">The last day; null for no limit.</param>
/// <param name="StartedAt">When it was asked for (UTC).</param>
public sealed record OperationRecord(string Id, OperationKind Kind, DateOnly? From, DateOnly? To, DateTimeOffset StartedAt)
{
    /// <summary>How far it is.</summary>
    public OperationState State { get; init; }

    /// <summary>When its last part ended (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; init; } = StartedAt;

    /// <summary>How many articles or files it has looked at that its days are about.</summary>
    public int Seen { get; init; }

    /// <summary>How many of them it changed or sent on.</summary>
    public int Changed { get; init; }

    /// <summary>How many of them failed; the app's log says why, and the rest went on.</summary>
    public int Failed { get; init; }

    /// <summary>Where it goes on; null at the beginning and at the end.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether a day is one that it is about.</summary>
    public bool Covers(DateOnly day) => !(day < From) && !(day > To);
}

/// <summary>What came of a part of an operation.</summary>
/// <param name="Cursor">Where the next part begins; null where this was the last.</param>
/// <param name="Seen">See <see cref="OperationRecord.Seen"/>.</param>
/// <param name="Changed">See <see cref="OperationRecord.Changed"/>.</param>
/// <param name="Failed">See <see cref="OperationRecord.Failed"/>.</param>
public sealed record OperationPart(string? Cursor, int Seen, int Changed, int Failed);
