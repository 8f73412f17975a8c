using System.Globalization;

namespace TradeDigest.Articles;

/// <summary>What a dropped file holds.</summary>
/// <param name="Articles">Its articles, in its order; at least one.</param>
/// <param name="Faults">What of it could not be read, or not as it was meant; one sentence each, which begins with the place.</param>
public sealed record FileContent(IReadOnlyList<Article> Articles, IReadOnlyList<string> Faults)
{
    private const int MostTold = 20;

    /// <summary>The faults in one message that says what to do; null where there are none.</summary>
    public string? FaultMessage => Faults.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"The file was read, but not all of it as it stands ({Articles.Count} article(s) kept): {string.Join(' ', Faults.Take(MostTold))}{(Faults.Count > MostTold ? $" And {Faults.Count - MostTold} more." : "")} Mend this and drop the file again; what was read is kept.");
}
