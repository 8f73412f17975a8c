using TradeDigest.Articles;

namespace TradeDigest.Stories;

/// <summary>Articles that tell one text: the original and its copies.</summary>
/// <param name="Original">The one that stands for all.</param>
/// <param name="Copies">The others, earliest first; empty for an article without copies.</param>
public sealed record CopyGroup(Article Original, IReadOnlyList<Article> Copies);

/// <summary>Finds copies and near-copies among articles.</summary>
/// <remarks>The result depends on the set of articles alone, not on their order. Copies of copies are of one group. The original is the
/// earliest (by day of publication, time of receipt, id) of those that are no cut version of a longer one in the group: a text that was
/// cut never stands for the whole one, whose end it lacks.</remarks>
public static class NearCopies
{
    /// <summary>All groups, by their originals' day of publication, time of receipt and id. Every article is in exactly one;
    /// of several with one id the first counts.</summary>
    public static IReadOnlyList<CopyGroup> Group(IEnumerable<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var ordered = articles.DistinctBy(a => a.Id, StringComparer.Ordinal)
            .OrderBy(a => a.PublishedAt).ThenBy(a => a.ReceivedAt).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        var shingles = ordered.ConvertAll(a => CopyShingles.Of(a.Text));
        var groups = new DisjointSets(ordered.Count);
        var cut = new bool[ordered.Count];
        foreach (var (a, b, kind) in Related(shingles, groups))
        {
            groups.Join(a, b);
            cut[a] |= kind == CopyKind.Cut;
            cut[b] |= kind == CopyKind.CutByOther;
        }

        return [.. Enumerable.Range(0, ordered.Count).GroupBy(groups.Root).Select(members =>
        {
            int original = members.Where(m => !cut[m]).DefaultIfEmpty(members.First()).First();
            return (Number: original, Group: new CopyGroup(ordered[original], [.. members.Where(m => m != original).Select(m => ordered[m])]));
        }).OrderBy(g => g.Number).Select(g => g.Group)];
    }

    /// <summary>All pairs of texts that are copies, by their places in the list, the lower first.</summary>
    public static IReadOnlyList<(int First, int Second, CopyKind Kind)> Pairs(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. Related([.. texts.Select(CopyShingles.Of)], groups: null)];
    }

    /// <summary>The related pairs; given groups, not every pair within a group that is joined already.</summary>
    private static IEnumerable<(int First, int Second, CopyKind Kind)> Related(List<CopyShingles> shingles, DisjointSets? groups)
    {
        var index = new CopyIndex();
        var numbers = new List<int>();
        for (int i = 0; i < shingles.Count; i++)
        {
            if (shingles[i].Count == 0)
            {
                continue;
            }

            var signature = CopySignature.Of(shingles[i]);
            foreach (int candidate in index.Candidates(signature).Order())
            {
                int other = numbers[candidate];
                if (groups is not null && groups.Root(other) == groups.Root(i))
                {
                    continue;
                }

                var kind = CopyRelation.Between(shingles[other], shingles[i]);
                if (kind != CopyKind.None)
                {
                    yield return (other, i, kind);
                }
            }

            index.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture), signature);
            numbers.Add(i);
        }
    }
}
