using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Says in a few words what a reader needs to know of a fact's standing.</summary>
internal static class StatusWording
{
    /// <summary>The status of an entry: <c>new</c>, <c>confirmed, now 3 sources</c>, <c>changed: was 20% (9 June 2025)</c>, <c>in conflict</c>.</summary>
    public static string Of(ChangedEntry entry)
    {
        int sources = entry.Entry.Current.IndependentSources;
        string agreed = sources > 1 ? ", " + Wording.Count(sources, "source") : "";
        return entry.Change switch
        {
            FactChange.New when entry.Entry.Verdict == FactVerdict.Conflict => "new, in conflict",
            FactChange.New => "new" + agreed,
            FactChange.Confirmed => "confirmed, now " + Wording.Count(sources, "source"),
            FactChange.Changed => "changed" + Before(entry),
            FactChange.Disputed => "now in conflict",
            FactChange.Resolved => "conflict resolved" + agreed,
            FactChange.Expired => "expired",
            _ when entry.Entry.Verdict == FactVerdict.Conflict => "still in conflict",
            _ => "unchanged" + agreed,
        };
    }

    private static string Before(ChangedEntry entry) => entry.Before is { } before && entry.BeforeEdition is { } edition
        ? ": was " + FactWording.Value(before.Fact) + " (digest of " + Wording.Date(edition) + ")"
        : "";
}
