using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>A story of the day before it is told.</summary>
internal sealed record StoryDraft
{
    public required string Id { get; init; }

    /// <summary>What earlier digests told of it; null for a new story.</summary>
    public required StoryLedger? Earlier { get; init; }

    public required DateOnly FirstEdition { get; init; }

    /// <summary>The day's articles, copies left out, by date and id.</summary>
    public required IReadOnlyList<DigestArticle> Articles { get; init; }

    /// <summary>The day's copies.</summary>
    public required IReadOnlyList<DigestArticle> Copies { get; init; }

    public required IReadOnlyList<StoryTerm> Profile { get; init; }

    /// <summary>All its sources, earlier ones included.</summary>
    public required IReadOnlyList<StorySource> Sources { get; init; }

    /// <summary>All reports, earlier ones included.</summary>
    public required IReadOnlyList<FactReport> Reports { get; init; }

    /// <summary>The entries, each with what has become of it.</summary>
    public required IReadOnlyList<ChangedEntry> Entries { get; init; }

    public required SourceGroups Groups { get; init; }

    /// <summary>Independent sources of the day.</summary>
    public int IndependentSources => Groups.Count(Articles.Concat(Copies).Select(a => a.Document.Id));

    /// <summary>How much a reader needs to see it: sources, then what is new, with contradictions and changes above mere news.</summary>
    public double Importance =>
        (4 * Math.Log2(1 + IndependentSources)) + Math.Min(12, Entries.Sum(e => e.Change switch
        {
            FactChange.Changed or FactChange.Disputed or FactChange.Resolved => 2.0,
            FactChange.New when e.Entry.Verdict == FactVerdict.Conflict => 2.0,
            FactChange.New => 0.5,
            FactChange.Confirmed => 0.5,
            _ => 0,
        }));
}
