namespace TradeDigest.Digests;

/// <summary>How much of a digest a rendering shows in full; the rest is in the page and in the JSON.</summary>
/// <param name="Stories">Stories told in full; the others get a line each.</param>
/// <param name="Facts">Rows of a story's table.</param>
/// <param name="Differences">Entries of a story's “Where the outlets differ”; contradictions are always shown.</param>
/// <param name="Quotes">A story's quotations.</param>
/// <param name="Events">A story's timeline.</param>
/// <param name="Briefs">One-liners.</param>
/// <param name="Sources">Sources in the list.</param>
/// <param name="Deadlines">Deadlines.</param>
/// <param name="People">People of a side.</param>
/// <param name="Unreadable">Files that could not be read.</param>
/// <param name="Links">Whether references link their sources where they stand, and not in the list alone.</param>
public sealed record MailFold(int Stories, int Facts, int Differences, int Quotes, int Events, int Briefs, int Sources, int Deadlines, int People, int Unreadable, bool Links)
{
    /// <summary>Gmail clips a message beyond 102 KB.</summary>
    public const int BytesAtMost = 102 * 1000;

    /// <summary>Everything.</summary>
    public static MailFold None { get; } = new(
        int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, Links: true);

    /// <summary>From the fullest to the shortest mail: the first that is small enough is sent. The last is small whatever the day was like, as each of its lines is short.</summary>
    public static IReadOnlyList<MailFold> Steps { get; } =
    [
        new(12, 16, 8, 4, 10, 60, 200, 40, 20, 40, Links: true),
        new(8, 12, 6, 3, 6, 40, 120, 30, 12, 30, Links: true),
        new(5, 10, 4, 2, 4, 30, 80, 20, 8, 20, Links: true),
        new(3, 8, 3, 1, 0, 20, 60, 12, 5, 12, Links: false),
        new(1, 6, 2, 1, 0, 10, 30, 8, 3, 8, Links: false),
        new(1, 3, 1, 0, 0, 5, 6, 4, 0, 4, Links: false),
    ];

    /// <summary>All folds that renderings use.</summary>
    internal static IEnumerable<MailFold> All => Steps.Prepend(None);
}
