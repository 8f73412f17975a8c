using System.Security.Cryptography;
using System.Text;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>A deadline that a story's sources give, as it stands.</summary>
public sealed record StoryDeadline
{
    /// <summary>The same as long as the deadline is about the same thing, wherever its date moves: 32 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>What ends or must be done.</summary>
    public required string What { get; init; }

    /// <summary>The date, as precise as the articles give it.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>The date that it replaces; null where it is the first.</summary>
    public PartialDate? Was { get; init; }

    /// <summary>Whether sources contradict each other on the date.</summary>
    public required bool IsContested { get; init; }

    /// <summary>How often the date that stands has moved.</summary>
    public required int Moves { get; init; }

    /// <summary>The report with which it came to its date.</summary>
    public required FactReport Set { get; init; }

    /// <summary>The story it belongs to.</summary>
    public required StoryLedger Story { get; init; }

    /// <summary>What it rests on, the latest report first.</summary>
    public required IReadOnlyList<DigestEvidence> Evidence { get; init; }

    /// <summary>The article that a piece of evidence stands in; null where it is not known any more.</summary>
    public StorySource? SourceOf(DigestEvidence evidence) => Story.Sources.FirstOrDefault(s => s.ArticleId == evidence.ArticleId);

    /// <summary>The deadlines that stories have and that have not passed on <paramref name="today"/>, soonest first.</summary>
    public static IReadOnlyList<StoryDeadline> Ahead(StoryArchive archive, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return [.. archive.Stories.SelectMany(Of).Where(d => d.Date.Last >= today)
            .OrderBy(d => d.Date.Last).ThenBy(d => d.What, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<StoryDeadline> Of(StoryLedger story)
    {
        var ledger = new FactLedger(new SourceGroups(story.Sources));
        var entries = ledger.Entries(story.Reports.Where(r => r.Fact is DeadlineFact { Date: not null, Subject: not null }))
            .Select(e => (Entry: e, Reports: InOrder(e.Reports))).OrderBy(e => e.Reports[0], Order);
        foreach (var about in entries.GroupBy(e => Subject(e.Reports[0]), StringComparer.Ordinal))
        {
            foreach (var (i, (entry, reports)) in about.Index())
            {
                var deadline = Of(story, entry, reports, ledger, KeyOf(story.Id, about.Key, i));
                if (new Grounds().Facts(deadline.Evidence).Untraced(deadline.What) is null)
                {
                    yield return deadline;
                }
            }
        }
    }

    private static StoryDeadline Of(StoryLedger story, LedgerEntry entry, List<FactReport> reports, FactLedger ledger, string key)
    {
        var fact = (DeadlineFact)entry.Current.Fact;
        var before = entry.Variants.Skip(1).FirstOrDefault(v => !v.Stands)?.Fact as DeadlineFact;
        var (moves, set) = Moved(reports, ledger);
        return new StoryDeadline
        {
            Key = key,
            What = PlainText.Line(EventWording.Deadline(fact), 120),
            Date = fact.Date!.Value,
            Was = before?.Date,
            IsContested = entry.Verdict == FactVerdict.Conflict,
            Moves = moves,
            Set = set,
            Story = story,
            Evidence = StoryTeller.Evidence(entry.Current),
        };
    }

    /// <summary>How often the date has moved as the reports came, and the report with which it did so last.</summary>
    private static (int Moves, FactReport Set) Moved(List<FactReport> reports, FactLedger ledger)
    {
        var (moves, set, stood) = (0, reports[0], DateOf(reports[0]));
        for (int known = 2; known <= reports.Count; known++)
        {
            var date = DateOf(ledger.Entries(reports.Take(known)).MaxBy(e => e.Reports.Count())!.Current.Fact);
            if (date != stood)
            {
                (moves, set, stood) = (moves + 1, reports[known - 1], date);
            }
        }

        return (moves, set);
    }

    private static PartialDate? DateOf(FactReport report) => DateOf(report.Fact);

    private static PartialDate? DateOf(Fact fact) => ((DeadlineFact)fact).Date;

    /// <summary>What the deadline is about, in the telling words of its first report.</summary>
    private static string Subject(FactReport report) => string.Join(' ', ContentWords.Of(((DeadlineFact)report.Fact).Subject!).Order(StringComparer.Ordinal));

    private static string KeyOf(string story, string subject, int number) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{story}\n{subject}\n{number}"))))[..32];

    private static readonly Comparer<FactReport> Order = Comparer<FactReport>.Create((a, b) =>
        (a.Edition, a.Published).CompareTo((b.Edition, b.Published)) is var days and not 0 ? days
        : string.CompareOrdinal(a.ArticleId, b.ArticleId) is var ids and not 0 ? ids
        : a.Fact.Evidence.Start.CompareTo(b.Fact.Evidence.Start));

    private static List<FactReport> InOrder(IEnumerable<FactReport> reports) => [.. reports.Order(Order)];
}
