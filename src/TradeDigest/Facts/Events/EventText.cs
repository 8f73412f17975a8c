using System.Globalization;
using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>A text as the rules of events see it: the items of a <see cref="FactText"/> with what they are for those rules, and who, where and when around a verb.</summary>
internal sealed class EventText
{
    private readonly EventLexicon _lexicon;
    private readonly EventTerm[] _terms;
    private readonly int[] _ends;
    private readonly Lazy<string?> _dateline;

    public EventText(FactText facts, EventLexicon lexicon)
    {
        (Facts, _lexicon) = (facts, lexicon);
        var items = facts.Items;
        _terms = new EventTerm[items.Length];
        _ends = new int[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            var (term, length) = lexicon.At(facts.Source, items[i].Token);
            int endToken = items[i].Token + length;
            if (length == 0 && items[i].Kind == ItemKind.Word && items[i].EndToken - items[i].Token > 1)
            {
                (term, length) = lexicon.At(facts.Source, items[i].EndToken - 1);
                endToken = items[i].EndToken;
            }

            int end = i + 1;
            while (end < items.Length && items[end].Token < endToken)
            {
                end++;
            }

            (_terms[i], _ends[i]) = (term, end);
        }

        _dateline = new Lazy<string?>(() => DatelineOf(facts.Source));
        References = new References(this);
    }

    /// <summary>The items, the verbs and the parties.</summary>
    public FactText Facts { get; }

    /// <summary>Whether a role is an office of state: it ends in “minister”, “president” and the like.</summary>
    public bool IsOffice(string role) => _lexicon.IsOffice(role);

    /// <summary>The EU for its commissioners, where the article names the EU; null for others.</summary>
    public string? PartyOfOffice(string role) =>
        role.EndsWith("Commissioner", StringComparison.Ordinal) && !role.Contains("High", StringComparison.Ordinal) && Names("EU") ? "EU" : null;

    /// <summary>Whether the article names a party.</summary>
    public bool Names(string party)
    {
        foreach (var name in Facts.Source.Names)
        {
            if (name.Kind == NameKind.Party && name.Id == party)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who is meant by pronouns and offices.</summary>
    public References References { get; }

    /// <summary>Number of items.</summary>
    public int Count => _terms.Length;

    public EventTerm Term(int item) => item >= 0 && item < _terms.Length ? _terms[item] : EventTerm.None;

    /// <summary>Index behind the term that begins at the item.</summary>
    public int EndOf(int item) => _ends[item];

    public bool Is(int item, EventRole any) => (Term(item).Roles & any) != 0;

    /// <summary>What the item is for the rules of measures: a tariff is an instrument too.</summary>
    public EventRole Policy(int item) => (Term(item).Roles & EventRole.Policy)
        | (Facts.Is(item, Role.Tariff) ? EventRole.Instrument : 0) | (Facts.GoodsAt(item) is null ? 0 : EventRole.Technology);

    public EventVerb Use(VerbGroup verb) => _lexicon.Of(verb.Verb.Base);

    public bool Uses(VerbGroup verb, EventVerb any) => (Use(verb) & any) != 0;

    /// <summary>Index behind the last item of the verb's clause: where a relative word, a semicolon, or the next verb with a clause of its own begins.</summary>
    public int ClauseEnd(VerbGroup verb)
    {
        int end = Facts.End(Facts.SentenceOf(verb.Head));
        for (int i = verb.End; i < end; i++)
        {
            if (Facts.Is(i, Role.Stop | Role.Dash) || (Facts.Is(i, Role.Relative) && i > verb.End) || (Facts.Is(i, Role.Condition) && !Facts.Is(i, Role.Be)))
            {
                return i;
            }

            if (Facts.Is(i, Role.Subordinator) && !Facts.Is(i, Role.Preposition | Role.Until | Role.Adverb))
            {
                return i;
            }

            if (Facts.VerbAt(i) is { Finite: true } next && !IsNoun(next))
            {
                return next.ClauseFirst > verb.End ? next.ClauseFirst : Math.Max(verb.End, next.First);
            }
        }

        return end;
    }

    /// <summary>Whether a word that is a noun too has been read as a verb with nothing that such a verb takes behind it: “export bans on”.</summary>
    public bool IsNoun(VerbGroup verb)
    {
        bool bare = verb.First == verb.Head && verb.Verb.AlsoNoun && !verb.Passive;
        bool gerund = verb.First == verb.Head && (verb.Form & VerbForm.Gerund) != 0 && Is(verb.Head, EventRole.Talks) && verb.Head > 0
            && Facts.Items[verb.Head - 1].Kind == ItemKind.Word && !Facts.Is(verb.Head - 1, Role.Break | Role.Conjunction | Role.Subordinator | Role.Relative | Role.Adverb);
        return gerund || bare && (Term(verb.Head).Roles != 0 || Term(verb.Head).Act is not null)
            && !(verb.Head + 1 < Count && (Facts.Is(verb.Head + 1, Role.Determiner | Role.Possessive | Role.Tariff) || Facts.Items[verb.Head + 1].Kind is ItemKind.Name or ItemKind.Goods || Policy(verb.Head + 1) != 0));
    }

    /// <summary>The words before a verb that hold its subject; of a verb that shares its subject with an earlier one, that one's.</summary>
    public (int First, int End) SubjectOf(VerbGroup verb)
    {
        int first = Math.Max(verb.ClauseFirst, Facts.First(Facts.SentenceOf(verb.Head)));
        if (verb.Subject >= first && verb.Subject < verb.First)
        {
            // “A team led by X will visit”: the subject is the team.
            int led = first - 1;
            return led > Facts.First(Facts.SentenceOf(verb.Head)) && Is(led, EventRole.LedBy) && Facts.VerbAt(led) is { Passive: true } leads
                ? (Math.Max(leads.ClauseFirst, Facts.First(Facts.SentenceOf(verb.Head))), verb.First)
                : (first, verb.First);
        }

        if (verb.Subject < 0 || verb.Subject >= verb.First)
        {
            return (Math.Min(first, verb.First), verb.First);
        }

        int sentence = Facts.First(Facts.SentenceOf(verb.Subject));
        VerbGroup? owner = null;
        for (int i = verb.Subject + 1; i < verb.First && owner is null; i++)
        {
            owner = Facts.VerbAt(i) is { } earlier && !IsNoun(earlier) ? earlier : null;
        }

        int end = owner?.First ?? verb.Subject + 1;
        int from = owner is not null && owner.ClauseFirst <= verb.Subject ? Math.Max(owner.ClauseFirst, sentence) : verb.Subject;
        return (from, Math.Max(end, verb.Subject + 1));
    }

    /// <summary>The date of what a verb says: behind it in its clause, else before it.</summary>
    public int DateOf(VerbGroup verb, int end)
    {
        int behind = DateIn(verb.End, end);
        if (behind >= 0)
        {
            return behind;
        }

        // “in 2010, when X halted”: the day that the clause hangs on.
        int first = Facts.First(Facts.SentenceOf(verb.Head));
        int hung = Facts.Is(verb.ClauseFirst - 2, Role.Comma) ? verb.ClauseFirst - 3 : verb.ClauseFirst - 2;
        bool hangs = hung >= first && Facts.Reads(verb.ClauseFirst - 1, "when") && Facts.DateAt(hung) is not null;
        return hangs ? DateIn(hung, hung + 1) : DateIn(Math.Max(verb.ClauseFirst, first), verb.First);
    }

    /// <summary>The first date in a run of items that says when and not until, since or before when; -1 for none.</summary>
    public int DateIn(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Facts.DateAt(i) is { Kind: DateKind.Date or DateKind.Range } date && Day(date) is not null && !Bounds(i - 1) && !Bounds(i - 2))
            {
                return i;
            }
        }

        return -1;

        bool Bounds(int item) => Facts.Is(item, Role.Until) || Facts.Reads(item, "since") || Facts.Reads(item, "before") || Facts.Reads(item, "after")
            || (Facts.Is(item, Role.By) && Facts.VerbAt(item - 1) is null);
    }

    /// <summary>The date to the precision that the text gives: of a week or a quarter what its days share.</summary>
    public static PartialDate? Day(DateMention mention) => (mention.Start, mention.End) switch
    {
        (null, _) => null,
        ({ } start, null) => start,
        ({ } start, { } end) when start == end => start,
        ({ Month: > 0 } start, { } end) when start.Year == end.Year && start.Month == end.Month => new PartialDate(start.Year, start.Month),
        ({ Day: > 0 } start, _) when mention.Kind == DateKind.Range => start,
        ({ Day: 0 } start, { } end) when start.Year == end.Year => new PartialDate(start.Year),
        _ => null,
    };

    public PartialDate? DayAt(int item) => Facts.DateAt(item) is { } mention ? Day(mention) : null;

    /// <summary>A length of time of at least a day, behind “for” or before the noun that it measures; -1 for none.</summary>
    public int DurationIn(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Facts.DateAt(i) is { Kind: DateKind.Duration, Days: > 0 })
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The city, region or country that an item stands for as a place: behind “in” or “at”, or a city before a noun; null for others.</summary>
    public string? PlaceAt(int item)
    {
        if (Facts.NameAt(item) is not { } name)
        {
            return null;
        }

        bool inside = Facts.Is(item - 1, Role.In | Role.At) || (Facts.Is(item - 1, Role.Determiner) && Facts.Is(item - 2, Role.In | Role.At))
            || Facts.Reads(item - 1, "near") || Facts.Reads(item - 1, "outside") || (Facts.Is(item - 1, Role.Of) && Is(item - 2, EventRole.PlaceHead));
        return name switch
        {
            { Kind: NameKind.Place } => inside || Facts.Is(item - 1, Role.Determiner) ? name.Id : null,
            { Kind: NameKind.Party, Form: PartyForm.Capital or PartyForm.Name } when inside && Facts.Is(item - 1, Role.In | Role.Determiner) && name.Id.Length == 2
                => Facts.Source.Text[name.Span.Start..name.Span.End],
            _ => null,
        };
    }

    /// <summary>Whether the item is a city: a place, or a capital as a place.</summary>
    public bool IsCity(int item) => Facts.NameAt(item) is { } name && (name.Kind == NameKind.Place || name.Form == PartyForm.Capital);

    /// <summary>The state that a city lies in, or whose capital it is; null where the lexicons do not tell.</summary>
    public string? StateOfPlace(int item) => Facts.NameAt(item) switch
    {
        { Kind: NameKind.Place } place => place.Party,
        { Form: PartyForm.Capital or PartyForm.Name } party => party.Id,
        _ => null,
    };

    /// <summary>The city from which the article is sent (<c>GENEVA, May 12 -</c>), for “here”; null where no dateline names one.</summary>
    public string? Dateline => _dateline.Value;

    private static string? DatelineOf(AnnotatedText text)
    {
        int sent = 0, at = 0;
        foreach (var sentence in text.Sentences)
        {
            for (; at < text.Names.Count && text.Names[at].FirstToken < sentence.FirstToken; at++)
            {
                var name = text.Names[at];
                if (name.FirstToken >= sent && name.EndToken <= sentence.FirstToken && (name.Kind == NameKind.Place || name.Form == PartyForm.Capital))
                {
                    return name.Kind == NameKind.Place ? name.Id : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.Words(name.Span).ToLowerInvariant());
                }
            }

            sent = sentence.EndToken;
        }

        return null;
    }

    /// <summary>The evidence from one item to another, exclusive.</summary>
    public Evidence Evidence(int first, int end) => Facts.Evidence(first, end);
}
