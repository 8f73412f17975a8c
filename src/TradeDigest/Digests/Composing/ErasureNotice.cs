namespace TradeDigest.Digests;

/// <summary>Tells of articles that were erased since the last digest.</summary>
internal static class ErasureNotice
{
    /// <summary>The notice with a sentence more; a sentence that it has already is not said twice.</summary>
    public static string Add(string? notice, string sentence) =>
        notice is null ? sentence : notice.Contains(sentence, StringComparison.Ordinal) ? notice : notice + " " + sentence;

    /// <summary>The notice with a sentence on erased articles; <paramref name="notice"/> itself where there are none.</summary>
    public static string? Add(string? notice, IReadOnlyList<Erasure> erased)
    {
        if (erased.Count == 0)
        {
            return notice;
        }

        var days = erased.SelectMany(e => e.Digests).Distinct().Order().ToList();
        string what = days.Count == 0 ? "No digest had told of " + (erased.Count == 1 ? "it." : "them.")
            : "What the " + (days.Count == 1 ? "digest of " : "digests of ") + string.Join(", ", days.Select(Wording.Date)) + " rested on " + (erased.Count == 1 ? "it" : "them") + " alone no longer stands.";
        return Add(notice, Wording.Count(erased.Count, "article") + (erased.Count == 1 ? " was" : " were") + " erased since the last digest. " + what);
    }
}
