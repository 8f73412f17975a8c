namespace TradeDigest.Stories;

/// <summary>How the texts of two articles relate.</summary>
public enum CopyKind
{
    /// <summary>Two texts of their own.</summary>
    None,

    /// <summary>Nearly the same text: at least 0.8 of the runs of five words in either are in both.</summary>
    Near,

    /// <summary>The first is the second cut short: nearly all of its runs are in the second, which is longer.</summary>
    Cut,

    /// <summary>The second is the first cut short.</summary>
    CutByOther,
}

/// <summary>Decides exactly whether two texts are copies.</summary>
public static class CopyRelation
{
    /// <summary>Jaccard's measure from which two texts are near-copies.</summary>
    public const double NearCopy = 0.8;

    /// <summary>The part of a shorter text's runs that a longer one must hold for the shorter to be its cut copy.</summary>
    public const double CutCopy = 0.9;

    /// <summary>The fewest runs of a cut copy: a shorter text may be all quotation.</summary>
    public const int FewestCutShingles = 60;

    /// <summary>The relation of two texts.</summary>
    public static CopyKind Between(CopyShingles first, CopyShingles second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int shared = first.Shared(second);
        int either = first.Count + second.Count - shared;
        if (either > 0 && shared >= NearCopy * either)
        {
            return CopyKind.Near;
        }

        int shorter = Math.Min(first.Count, second.Count);
        return shorter < FewestCutShingles || shared < CutCopy * shorter ? CopyKind.None
            : first.Count < second.Count ? CopyKind.Cut : CopyKind.CutByOther;
    }
}
