namespace TradeDigest.Digests;

/// <summary>How much of a digest a rendering shows in full; the rest is in the page and in the JSON.</summary>
/// <param name="Stories">Stories told in full; the others get a line each.</param>
/// <param name="Facts">Rows of a story's table.</param>
/// <param name="Differences">Entries of a story's “Where the outlets differ”; contradictions are always shown.</param>
/// <param name="Quotes">A story's quotations.</param>
/// <param name="Events">A story's timeline.</param>
/// <param name="Briefs">One-liners.</param>
/// <param name="Sources">Sources in the list.</param>
public sealed record MailFold(int Stories, int Facts, int Differences, int Quotes, int Events, int Briefs, int Sources)
{
    /// <summary>Gmail clips a message beyond 102 KB.</summary>
    public const int BytesAtMost = 102 * 1000;

    /// <summary>Everything.</summary>
    public static MailFold None { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>From the fullest to the shortest mail: the first that is small enough is sent.</summary>
    public static IReadOnlyList<MailFold> Steps { get; } =
    [
        new(12, 16, 8, 4, 10, 60, 200),
        new(8, 12, 6, 3, 6, 40, 120),
        new(5, 10, 4, 2, 4, 30, 80),
        new(3, 8, 3, 1, 0, 20, 60),
        new(1, 6, 2, 1, 0, 10, 30),
    ];

    /// <summary>All folds that renderings use.</summary>
    internal static IEnumerable<MailFold> All => Steps.Prepend(None);
}
