namespace TradeDigest.Stories;

/// <summary>Numbers in disjoint sets that can be joined (Galler and Fischer 1964, with path halving).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    /// <summary>The sets {0}, {1}, … up to <paramref name="count"/>, exclusive.</summary>
    public DisjointSets(int count) => _parent = [.. Enumerable.Range(0, count)];

    /// <summary>The lowest number of the set that holds <paramref name="member"/>.</summary>
    public int Root(int member)
    {
        while (_parent[member] != member)
        {
            member = _parent[member] = _parent[_parent[member]];
        }

        return member;
    }

    /// <summary>Makes one set of two.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
