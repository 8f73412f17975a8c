using System.Text.Json.Serialization;

namespace TradeDigest.Storage;

/// <summary>Where the making of digests stands: the one blob by which hosts agree.</summary>
/// <param name="Log">How far the finished digests have read the day's log.</param>
/// <param name="Since">The cut-off of the last digest, or, before the first, the moment when the app first looked (UTC).</param>
/// <param name="ScheduledFor">The last day whose scheduled digest has been seen to; null before the first look.</param>
/// <param name="Last">Id of the last finished digest; null for none.</param>
/// <param name="Pending">The digest that is being made; whoever finds it here finishes it first.</param>
public sealed record DigestState(DayLogCursor Log, DateTimeOffset Since, DateOnly? ScheduledFor, string? Last, DigestPlan? Pending);

/// <summary>What a digest covers, settled before it is written, so that a run that dies is finished by the next with the same articles.</summary>
/// <param name="Id">The digest's id: its day, and from the second of a day on its number (<c>2026-03-02</c>, <c>2026-03-02.2</c>).</param>
/// <param name="Day">Its day, in the digest's time zone.</param>
/// <param name="Edition">Its number within the day, from 1.</param>
/// <param name="From">The cut-off of the digest before (UTC).</param>
/// <param name="CutOff">Its own cut-off (UTC).</param>
/// <param name="Articles">Ids of the articles in it.</param>
/// <param name="Unreadable">The files that it counts as unreadable.</param>
/// <param name="Log">How far the day's log is read once it is finished.</param>
public sealed record DigestPlan(
    string Id,
    DateOnly Day,
    int Edition,
    DateTimeOffset From,
    DateTimeOffset CutOff,
    IReadOnlyList<string> Articles,
    IReadOnlyList<DayEntry> Unreadable,
    DayLogCursor Log)
{
    /// <summary>The articles that were erased since the digest before.</summary>
    /// <remarks>Plans of earlier versions have none.</remarks>
    public IReadOnlyList<DayEntry> Erased
    {
        get => field ?? [];
        init;
    }

    /// <summary>The traces by which articles came, each with its article. They are told when the plan is made, and not stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<string, string>> Traces { get; init; } = [];

    /// <summary>When a scheduled digest was due (UTC); null for one that was asked for.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
