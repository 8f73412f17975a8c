using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>An agreement while it is read. Numbers are indexes of items.</summary>
internal sealed class AgreementDraft
{
    public IReadOnlyList<string>? Parties { get; set; }

    public string? Subject { get; set; }

    public string? Place { get; set; }

    public PartialDate? Date { get; set; }

    public int? Days { get; set; }

    public AgreementStatus? Status { get; set; }

    /// <summary>Whether it is only named (“the Z accord”) and nothing is said to be done to it.</summary>
    public bool IsNamedOnly { get; set; }

    public int First { get; set; }

    public int End { get; set; }

    public void Support(int first, int end) => (First, End) = (Math.Min(First, first), Math.Max(End, end));

    /// <summary>One agreement for each that is meant: the fullest of those that share place, date or parties and contradict each other in nothing.</summary>
    public static List<AgreementDraft> Merge(List<AgreementDraft> drafts)
    {
        var kept = new List<AgreementDraft>();
        foreach (var draft in drafts.OrderBy(d => d.IsNamedOnly).ThenByDescending(d => d.Filled).ThenBy(d => d.First))
        {
            if (!kept.Exists(k => k.Means(draft)))
            {
                kept.Add(draft);
            }
        }

        return kept;
    }

    public AgreementFact Fact(EventText text)
    {
        return new AgreementFact
        {
            Parties = Parties,
            Subject = Subject,
            Place = Place,
            Date = Date,
            DurationDays = Days,
            Status = Status,
            Evidence = text.Evidence(First, End),
        };
    }

    private int Filled => (Parties?.Count ?? 0) + (Place is null ? 0 : 1) + (Date is null ? 0 : 1) + (Days is null ? 0 : 1);

    /// <summary>Whether <paramref name="other"/> says no more and is not another agreement.</summary>
    private bool Means(AgreementDraft other)
    {
        bool samePlace = Place is not null && string.Equals(Place, other.Place, StringComparison.OrdinalIgnoreCase);
        bool sameDate = Date is { } known && other.Date is { } said && (said.Includes(known) || known.Includes(said));
        bool sameParties = Parties is not null && other.Parties is not null && other.Parties.All(Parties.Contains);
        bool conflict = (Place is not null && other.Place is not null && !samePlace) || (Date is not null && other.Date is not null && !sameDate)
            || (Parties is not null && other.Parties is not null && !sameParties) || (Status == AgreementStatus.Broken) != (other.Status == AgreementStatus.Broken)
            || (Done(Status) != Done(other.Status));
        return !conflict && (samePlace || sameDate || sameParties || (other.IsNamedOnly && other.Place is null));

        static bool Done(AgreementStatus? status) => status is AgreementStatus.Reached or AgreementStatus.Preliminary or null;
    }
}
