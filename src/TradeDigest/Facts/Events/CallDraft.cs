using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>A call while it is read. Numbers are indexes of items.</summary>
internal sealed class CallDraft
{
    public required IReadOnlyList<string> Participants { get; init; }

    public PartialDate? Date { get; set; }

    public int? Minutes { get; set; }

    public bool AtLeast { get; set; }

    public int First { get; set; }

    public int End { get; set; }

    public void Support(int first, int end) => (First, End) = (Math.Min(First, first), Math.Max(End, end));

    /// <summary>One call for each that is meant: the fullest of those of the same people that contradict each other in nothing.</summary>
    public static List<CallDraft> Merge(List<CallDraft> drafts)
    {
        var kept = new List<CallDraft>();
        foreach (var draft in drafts.OrderByDescending(d => d.Filled).ThenBy(d => d.First))
        {
            if (!kept.Exists(k => k.Means(draft)))
            {
                kept.Add(draft);
            }
        }

        return kept;
    }

    public CallFact Fact(EventText text)
    {
        return new CallFact
        {
            Participants = Participants,
            Date = Date,
            Minutes = Minutes,
            AtLeast = Minutes is not null && AtLeast ? true : null,
            Evidence = text.Evidence(First, End),
        };
    }

    private int Filled => Participants.Count + (Date is null ? 0 : 1) + (Minutes is null ? 0 : 1);

    private bool Means(CallDraft other)
    {
        bool date = Date is not { } known || other.Date is not { } said || known.Includes(said) || said.Includes(known);
        bool minutes = Minutes is null || other.Minutes is null || Minutes == other.Minutes || (AtLeast && other.Minutes >= Minutes) || (other.AtLeast && Minutes >= other.Minutes);
        return date && minutes && other.Participants.All(Participants.Contains);
    }
}
