namespace TradeDigest.Delivery;

/// <summary>A digest that is still owed to somebody.</summary>
/// <param name="Id">The digest.</param>
/// <param name="Previous">The digest before it; null for none.</param>
/// <param name="To">To whom it is owed.</param>
public sealed record OpenDigest(string Id, string? Previous, IReadOnlyList<OpenDelivery> To);

/// <summary>A digest that is owed to one recipient.</summary>
/// <param name="Key">The recipient's key.</param>
/// <param name="Due">From when it is due (UTC). A weekly reader's digests with one moment make one mail.</param>
/// <param name="Next">When to look at it next (UTC): then, or later after a fault.</param>
/// <param name="Weekly">Whether it is told in the reader's weekly mail.</param>
public sealed record OpenDelivery(string Key, DateTimeOffset Due, DateTimeOffset Next, bool Weekly);

/// <summary>Failures of a digest's delivery.</summary>
/// <param name="Digest">The digest.</param>
/// <param name="Count">How many recipients did not get it.</param>
/// <param name="At">When the last one failed (UTC).</param>
public sealed record FailedDeliveries(string Digest, int Count, DateTimeOffset At);

/// <summary>A mail that is due to some recipients: a day's digest, or a week's.</summary>
/// <param name="Digests">The daily digests that it tells, in their order.</param>
/// <param name="Weekly">Whether it is a week's.</param>
/// <param name="Keys">The recipients.</param>
public sealed record DueIssue(IReadOnlyList<string> Digests, bool Weekly, IReadOnlyList<string> Keys);

/// <summary>What is owed to whom: a small index over the ledger, so that a look at which nothing is due costs one read. The ledger's lines are the truth; what stands here
/// and is done there is passed over.</summary>
public sealed record OpenDeliveries
{
    private const int OpenedKept = 400;
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(7);

    /// <summary>Nothing.</summary>
    public static OpenDeliveries None { get; } = new();

    /// <summary>The digests that were put in, the last ones: none is put in twice.</summary>
    public IReadOnlyList<string> Opened { get; init; } = [];

    /// <summary>The digests that are owed to somebody, in the order in which they were made.</summary>
    public IReadOnlyList<OpenDigest> Digests { get; init; } = [];

    /// <summary>The failures of the last week.</summary>
    public IReadOnlyList<FailedDeliveries> Failed { get; init; } = [];

    /// <summary>How many recipients could not be used as set when they were last read.</summary>
    public int UnusableRecipients { get; init; }

    /// <summary>How many mails are owed.</summary>
    public int Waiting() => Issues(Digests, _ => true).Sum(i => i.Keys.Count);

    /// <summary>Puts a digest in. Changes nothing where it was put in before.</summary>
    public OpenDeliveries Open(OpenDigest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Opened.Contains(digest.Id, StringComparer.Ordinal) ? this : this with
        {
            Opened = [.. Opened.TakeLast(OpenedKept - 1), digest.Id],
            Digests = digest.To.Count == 0 ? Digests : [.. Digests, digest],
        };
    }

    /// <summary>What is due, in the order in which the digests were made.</summary>
    public IReadOnlyList<DueIssue> DueBy(DateTimeOffset now) => Issues(Digests, d => d.Next <= now);

    /// <summary>From when a mail is due to a recipient (UTC).</summary>
    public DateTimeOffset DueOf(DueIssue issue, string key)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return Digests.Where(d => issue.Digests.Contains(d.Id, StringComparer.Ordinal)).SelectMany(d => d.To).First(o => o.Key == key && o.Weekly == issue.Weekly).Due;
    }

    /// <summary>Takes out what is final.</summary>
    /// <param name="issue">The mail.</param>
    /// <param name="keys">The recipients for whom nothing more is to be done.</param>
    /// <param name="failed">For how many of them it failed.</param>
    /// <param name="now">The present (UTC).</param>
    public OpenDeliveries Settle(DueIssue issue, IReadOnlyCollection<string> keys, IReadOnlyCollection<string> failed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var gone = keys.ToHashSet(StringComparer.Ordinal);
        var last = Digests.FirstOrDefault(d => d.Id == issue.Digests[^1]);
        int failures = last is null ? 0 : last.To.Count(d => d.Weekly == issue.Weekly && failed.Contains(d.Key, StringComparer.Ordinal));
        var counts = Failed.Where(f => now - f.At < FailuresKept).ToList();
        if (failures > 0)
        {
            int before = counts.Where(f => f.Digest == issue.Digests[^1]).Sum(f => f.Count);
            counts.RemoveAll(f => f.Digest == issue.Digests[^1]);
            counts.Add(new FailedDeliveries(issue.Digests[^1], before + failures, now));
        }

        return Change(issue, d => gone.Contains(d.Key) ? null : d) with { Failed = counts };
    }

    /// <summary>Puts off what is to be looked at later.</summary>
    public OpenDeliveries Postpone(DueIssue issue, IReadOnlyDictionary<string, DateTimeOffset> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Change(issue, d => next.TryGetValue(d.Key, out var at) ? d with { Next = at } : d);
    }

    /// <summary>Gathers what is owed into mails. A weekly reader's digests of one moment go together, also where only one of them is chosen by <paramref name="isDue"/>.</summary>
    private static List<DueIssue> Issues(IReadOnlyList<OpenDigest> digests, Func<OpenDelivery, bool> isDue)
    {
        if (!digests.Any(d => d.To.Any(isDue)))
        {
            return [];
        }

        var daily = digests.Select(d => new DueIssue([d.Id], Weekly: false, [.. d.To.Where(o => !o.Weekly && isDue(o)).Select(o => o.Key)]));
        var weekly = digests.SelectMany(d => d.To.Where(o => o.Weekly).Select(o => (d.Id, Open: o)))
            .GroupBy(o => (o.Open.Key, o.Open.Due))
            .Where(g => g.Any(o => isDue(o.Open)))
            .GroupBy(g => string.Join(' ', g.Select(o => o.Id)), g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => new DueIssue(g.Key.Split(' '), Weekly: true, [.. g]));
        return [.. daily.Concat(weekly).Where(i => i.Keys.Count > 0)];
    }

    private OpenDeliveries Change(DueIssue issue, Func<OpenDelivery, OpenDelivery?> change)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return this with
        {
            Digests = [.. Digests.Select(d => issue.Digests.Contains(d.Id, StringComparer.Ordinal)
                    ? d with { To = [.. d.To.Select(o => o.Weekly == issue.Weekly ? change(o) : o).OfType<OpenDelivery>()] }
                    : d)
                .Where(d => d.To.Count > 0)],
        };
    }
}
