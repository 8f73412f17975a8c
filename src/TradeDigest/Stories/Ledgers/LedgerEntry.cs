using TradeDigest.Facts;

namespace TradeDigest.Stories;

/// <summary>One thing that a story's sources report, with all the values they give.</summary>
/// <param name="Variants">The values: the one that stands first, then the others by support.</param>
/// <param name="Verdict">How the sources agree.</param>
public sealed record LedgerEntry(IReadOnlyList<LedgerVariant> Variants, FactVerdict Verdict)
{
    /// <summary>The value that stands.</summary>
    public LedgerVariant Current => Variants[0];

    /// <summary>All reports of all values, and of the levels before them.</summary>
    public IEnumerable<FactReport> Reports => Variants.SelectMany(v => v.Reports.Concat(v.EarlierLevels));
}

/// <summary>One value and who reports it.</summary>
/// <param name="Fact">The most precise report of it.</param>
/// <param name="Reports">Its reports, in order of publication.</param>
/// <param name="IndependentSources">How many independent sources they are.</param>
/// <param name="HasRounding">Whether some report it rounded.</param>
/// <param name="HasLessPrecise">Whether some say less.</param>
public sealed record LedgerVariant(Fact Fact, IReadOnlyList<FactReport> Reports, int IndependentSources, bool HasRounding, bool HasLessPrecise)
{
    /// <summary>Whether it stands: a value that a later one has replaced does not. Where sources contradict each other, several stand.</summary>
    public bool Stands { get; init; } = true;

    /// <summary>Reports of the level from which this value is a change: they do not support the value.</summary>
    public IReadOnlyList<FactReport> EarlierLevels { get; init; } = [];
}
