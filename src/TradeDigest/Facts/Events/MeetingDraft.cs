using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>A meeting while it is read. Numbers are indexes of items.</summary>
internal sealed class MeetingDraft
{
    public IReadOnlyList<string>? Parties { get; set; }

    /// <summary>Who meets by what the text has said before, where the meeting itself names nobody.</summary>
    public IReadOnlyList<string>? Meant { get; set; }

    public string? City { get; set; }

    /// <summary>The state that the city lies in.</summary>
    public string? CityState { get; set; }

    public string? Venue { get; set; }

    public PartialDate? Start { get; set; }

    public PartialDate? Finish { get; set; }

    /// <summary>Whether it is “the talks”: a meeting that has been spoken of.</summary>
    public bool IsDefinite { get; set; }

    /// <summary>Whether a bloc or a body of many states meets, such as the EU or the WTO.</summary>
    public bool IsBody { get; set; }

    /// <summary>Whether ministers, leaders or officials of parties that the text does not name meet.</summary>
    public bool IsOfficial { get; set; }

    public int First { get; set; }

    public int End { get; set; }

    /// <summary>Whether it says enough to be a fact.</summary>
    /// <remarks>Two who meet; a bloc or body that meets somewhere or some day; ministers of many lands in a city; one state abroad on a day.</remarks>
    public bool IsTold => Parties?.Count >= 2 || (IsBody && (City ?? Venue) is not null | Start is not null) || (IsOfficial && City is not null)
        || (Parties is [{ Length: 2 } visitor] && CityState is not null && CityState != visitor && Start is not null);

    public void Support(int first, int end) => (First, End) = (Math.Min(First, first), Math.Max(End, end));

    /// <summary>One draft for each meeting: neighbours that add to each other are joined, lesser ones that repeat another are left out.</summary>
    public static List<MeetingDraft> Merge(EventText text, List<MeetingDraft> drafts)
    {
        var joined = new List<MeetingDraft>();
        foreach (var draft in drafts.OrderBy(d => d.First))
        {
            int sentence = text.Facts.SentenceOf(draft.End - 1);
            MeetingDraft? last = null;
            for (int i = joined.Count - 1; i >= 0 && last is null && sentence - text.Facts.SentenceOf(joined[i].First) <= 1; i--)
            {
                last = joined[i].Means(draft) ? joined[i] : null;
            }

            if (last is null)
            {
                joined.Add(draft);
            }
            else if (last.Filled < last.FilledWith(draft))
            {
                last.Join(draft);
            }
        }

        foreach (var draft in joined)
        {
            draft.Parties ??= (draft.City ?? draft.Venue) is null ? null : draft.Meant;
        }

        var kept = new List<MeetingDraft>();
        foreach (var draft in joined.Where(d => d.IsTold).OrderByDescending(d => d.Filled).ThenBy(d => d.First))
        {
            if (!kept.Exists(k => k.Means(draft) && k.FilledWith(draft) == k.Filled))
            {
                kept.Add(draft);
            }
        }

        return kept;
    }

    public MeetingFact Fact(EventText text)
    {
        return new MeetingFact { Parties = Parties, City = City, Venue = Venue, Start = Start, End = Finish, Evidence = text.Evidence(First, End) };
    }

    private int Filled => Math.Min(2, Parties?.Count ?? 0) + (City is null ? 0 : 1) + (Venue is null ? 0 : 1) + (Start is null ? 0 : 1) + (Finish is null ? 0 : 1);

    private int FilledWith(MeetingDraft other) =>
        Math.Min(2, Math.Max(Parties?.Count ?? 0, other.Parties?.Count ?? 0)) + (City is null && other.City is null ? 0 : 1) + (Venue is null && other.Venue is null ? 0 : 1)
        + (Start is null && other.Start is null ? 0 : 1) + (Finish is null && other.Finish is null ? 0 : 1);

    /// <summary>Whether the two may be one meeting: they share something, or one is “the talks”, and they contradict each other in nothing.</summary>
    private bool Means(MeetingDraft other)
    {
        bool city = string.Equals(City, other.City, StringComparison.OrdinalIgnoreCase), venue = Venue == other.Venue;
        bool parties = Parties is null || other.Parties is null || Parties.All(other.Parties.Contains) || other.Parties.All(Parties.Contains);
        bool start = Start is null || other.Start is null || Start.Value.Includes(other.Start.Value) || other.Start.Value.Includes(Start.Value) || Touches(other);
        bool conflict = (City is not null && other.City is not null && !city) || (Venue is not null && other.Venue is not null && !venue) || !parties || !start;
        bool shared = (City is not null && city) || (Venue is not null && venue) || (Parties?.Count >= 2 && other.Parties is not null && parties) || (other.IsDefinite && other.Parties is null && other.City is null);
        return !conflict && shared;
    }

    /// <summary>Whether the other begins within this one or on a neighbouring day: a second day of the same talks.</summary>
    private bool Touches(MeetingDraft other)
    {
        var (a, b) = (Start!.Value, other.Start!.Value);
        return a.Day > 0 && b.Day > 0 && City is not null && other.City is not null
            && Math.Abs(b.First.DayNumber - a.First.DayNumber) <= 1 || (Finish is { } last && b.First >= a.First && b.Last <= last.Last);
    }

    private void Join(MeetingDraft other)
    {
        Meant ??= other.Meant;
        Parties = (Parties?.Count ?? 0) >= (other.Parties?.Count ?? 0) ? Parties : other.Parties;
        (City, CityState) = City is null ? (other.City, other.CityState) : (City, CityState);
        IsBody |= other.IsBody;
        IsOfficial |= other.IsOfficial;
        Venue ??= other.Venue;
        Start ??= other.Start;
        Finish ??= other.Finish;
        Support(other.First, other.End);
    }
}
