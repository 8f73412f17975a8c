namespace TradeDigest.Stories;

/// <summary>Merges the likeliest two groups again and again. The likeness of two groups is the average likeness of their articles, which is the scalar product of
/// their mean vectors; only groups with neighbours in each other are compared.</summary>
internal sealed class AverageLinkage(TermVector[] vectors, DateOnly?[] dates, StoryClusteringOptions options)
{
    private const int TermsOfGroup = 1024;

    private readonly Group?[] _groups = [.. vectors.Select((vector, i) => new Group([i], vector, dates[i], dates[i]))];
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double, int, int)> _queue = new();

    private sealed record Group(List<int> Members, TermVector Sum, DateOnly? First, DateOnly? Last)
    {
        public int Version { get; init; }

        public HashSet<int> Near { get; } = [];
    }

    /// <summary>The groups, each ascending, in the order of their first articles.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Merge(IReadOnlyList<Edge> edges)
    {
        foreach (var (a, b, likeness) in edges)
        {
            _groups[a]!.Near.Add(b);
            _groups[b]!.Near.Add(a);
            Enqueue(a, b, likeness);
        }

        while (_queue.TryDequeue(out var pair, out _))
        {
            if (_groups[pair.A] is { } a && _groups[pair.B] is { } b && a.Version == pair.VersionA && b.Version == pair.VersionB)
            {
                Join(pair.A, a, pair.B, b);
            }
        }

        return [.. _groups.OfType<Group>().Select(g => { g.Members.Sort(); return (IReadOnlyList<int>)g.Members; }).OrderBy(m => m[0])];
    }

    private void Join(int at, Group a, int gone, Group b)
    {
        var joined = new Group([.. a.Members, .. b.Members], a.Sum.Add(b.Sum, TermsOfGroup), Earlier(a.First, b.First), Later(a.Last, b.Last))
        {
            Version = a.Version + 1,
        };
        _groups[at] = joined;
        _groups[gone] = null;
        joined.Near.UnionWith(a.Near);
        joined.Near.UnionWith(b.Near);
        joined.Near.Remove(at);
        joined.Near.Remove(gone);
        foreach (int other in joined.Near)
        {
            _groups[other]!.Near.Remove(gone);
            _groups[other]!.Near.Add(at);
            var group = _groups[other]!;
            Enqueue(Math.Min(at, other), Math.Max(at, other), joined.Sum.Dot(group.Sum) / ((double)joined.Members.Count * group.Members.Count));
        }
    }

    private void Enqueue(int a, int b, double average)
    {
        var (left, right) = (_groups[a]!, _groups[b]!);
        double likeness = average * Closeness(left, right);
        if (likeness >= options.MergeAt)
        {
            _queue.Enqueue((a, b, left.Version, right.Version), (-Math.Round(likeness, 9), a, b));
        }
    }

    private double Closeness(Group a, Group b)
    {
        if (options.HalfLifeDays <= 0 || a.First is not { } firstA || b.First is not { } firstB)
        {
            return 1;
        }

        int gap = Math.Max(firstB.DayNumber - a.Last!.Value.DayNumber, firstA.DayNumber - b.Last!.Value.DayNumber);
        return Math.Pow(0.5, Math.Max(0, gap - options.FreeDays) / options.HalfLifeDays);
    }

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;
}
