using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>A measure while it is read. Numbers are indexes of items.</summary>
internal sealed class MeasureDraft
{
    public required string Actor { get; init; }

    public required MeasureAction Action { get; init; }

    public string? Object { get; set; }

    /// <summary>The noun that is acted on, so that a noun of an act is not read twice.</summary>
    public int ObjectFirst { get; set; } = -1;

    public int ObjectEnd { get; set; } = -1;

    public string? Target { get; set; }

    public PartialDate? Date { get; set; }

    public int? Days { get; set; }

    /// <summary>First item that supports it.</summary>
    public int First { get; set; }

    /// <summary>Index behind the last.</summary>
    public int End { get; set; }

    public void Support(int first, int end) => (First, End) = (Math.Min(First, first), Math.Max(End, end));

    /// <summary>The same act of another, who is named at <paramref name="item"/>.</summary>
    public MeasureDraft By(string actor, int item)
    {
        var draft = new MeasureDraft { Actor = actor, Action = Action, Object = Object, ObjectFirst = ObjectFirst, ObjectEnd = ObjectEnd, Target = Target, Date = Date, Days = Days, First = First, End = End };
        draft.Support(item, item + 1);
        return draft;
    }

    /// <summary>One measure for each act: the same actor does the same, to the same things as far as both say, at the same time as far as both say.</summary>
    public static List<MeasureDraft> Merge(List<MeasureDraft> drafts)
    {
        var kept = new List<MeasureDraft>();
        foreach (var draft in drafts.OrderByDescending(d => d.Filled).ThenBy(d => d.First))
        {
            if (!kept.Exists(k => k.Includes(draft)))
            {
                kept.Add(draft);
            }
        }

        return kept;
    }

    public MeasureFact Fact(EventText text)
    {
        return new MeasureFact
        {
            Actor = Actor,
            Action = Action,
            Object = Object,
            Target = Target,
            Date = Date,
            DurationDays = Days,
            Evidence = text.Evidence(First, End),
        };
    }

    private int Filled => (Object is null ? 0 : 1) + (Target is null ? 0 : 1) + (Date is null ? 0 : 1) + (Days is null ? 0 : 1);

    private bool Includes(MeasureDraft other) =>
        Actor == other.Actor && Action == other.Action && (other.Target is null || Target == other.Target)
        && (other.Date is null || (Date is { } known && other.Date.Value.Includes(known))) && (other.Days is null || Days == other.Days) && SameObject(other);

    private bool SameObject(MeasureDraft other)
    {
        if (other.Object is null)
        {
            return true;
        }

        if (Object is null)
        {
            return false;
        }

        // “export licences for rare earths” and “licences”: one within the other, be it in another order (“wheat imports”, “imports of wheat”).
        return Within(Object, other.Object) || Within(other.Object, Object) || Object.Contains(other.Object, StringComparison.OrdinalIgnoreCase) || other.Object.Contains(Object, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether all words of the first, but “of”, are among those of the second.</summary>
    private static bool Within(string words, string of)
    {
        string[] all = of.Split(' ');
        return Array.TrueForAll(words.Split(' '), w => w == "of" || all.Contains(w, StringComparer.OrdinalIgnoreCase));
    }
}
