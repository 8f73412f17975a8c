using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Gathers the delegates of a text, each once, with the first words that name the office.</summary>
internal sealed class DelegateReader(EventText text)
{
    private const int LongestTitle = 9;

    private readonly Dictionary<string, DelegateFact> _found = new(StringComparer.Ordinal);
    private FactText Facts => text.Facts;

    /// <summary>The delegates found so far.</summary>
    public IEnumerable<DelegateFact> Found => _found.Values;

    /// <summary>Reads one sentence.</summary>
    public void Read(int sentence)
    {
        int first = Facts.First(sentence), end = Facts.End(sentence);
        bool anyone = false;
        for (int i = first; i < end; i++)
        {
            anyone |= Facts.NameAt(i) is { Kind: NameKind.Person };
        }

        if (!anyone)
        {
            return;
        }

        bool talks = Any(first, end, EventRole.Talks | EventRole.Delegation);
        bool nearby = talks || (sentence > 0 && Any(Facts.First(sentence - 1), Facts.End(sentence - 1), EventRole.Talks | EventRole.Delegation));
        for (int i = first; i < end; i++)
        {
            if (text.Is(i, EventRole.LedBy) && Facts.Reads(i, "accompanied") | Facts.Word(i).StartsWith("accompanied", StringComparison.OrdinalIgnoreCase) && Travels(sentence) && Accompanied(first, i) is { } leader)
            {
                List(text.EndOf(i), end, leader);
            }
            else if (text.Is(i, EventRole.LedBy) && nearby && Led(i, first))
            {
                List(text.EndOf(i), end, Side(first, i));
            }
            else if (text.Is(i, EventRole.Attending) && nearby)
            {
                List(PastBe(text.EndOf(i), end), end, Side(first, i));
            }
            else if (text.Is(i, EventRole.AtTheHelm) && talks)
            {
                Last(i, first);
            }
            else if (Facts.VerbAt(i) is { } verb && !text.IsNoun(verb))
            {
                Verb(verb, first, end, talks, nearby);
            }
        }
    }

    private void Verb(VerbGroup verb, int first, int end, bool talks, bool nearby)
    {
        if (verb.Mood is not (Mood.Fact or Mood.Planned))
        {
            return;
        }

        int clause = text.ClauseEnd(verb);
        var (subjectFirst, subjectEnd) = text.SubjectOf(verb);
        if (text.Uses(verb, EventVerb.Include) && Any(subjectFirst, subjectEnd, EventRole.Delegation) && !verb.Passive)
        {
            List(verb.End, end, Side(subjectFirst, subjectEnd));
        }
        else if (text.Uses(verb, EventVerb.Send) && nearby && !verb.Passive && Facts.Parties.Actor(verb.Subject) is { Length: 2 } sender)
        {
            List(verb.End, end, sender);
        }
        else if (text.Uses(verb, EventVerb.Lead) && !verb.Passive && Any(verb.End, clause, EventRole.Delegation | EventRole.Talks) | Facts.Reads(verb.Head, "representing"))
        {
            Leads(verb, first, end, clause, subjectFirst, subjectEnd);
        }
        else if (text.Uses(verb, EventVerb.Meet | EventVerb.Hold | EventVerb.Begin | EventVerb.Travel) && !verb.Passive && Negotiates(verb, clause))
        {
            OfficeHolders(subjectFirst, subjectEnd);
            Meant(subjectFirst, subjectEnd);
            for (int i = verb.End; i < clause; i++)
            {
                if (Facts.Is(i, Role.With) && !Facts.Is(i - 1, Role.Comma))
                {
                    OfficeHolders(i + 1, clause);
                    break;
                }
            }
        }
    }

    /// <summary>“attending the meetings in Z are A and B”: the list begins behind the verb, if there is one before the first person.</summary>
    private int PastBe(int from, int end)
    {
        for (int i = from; i < end && Facts.NameAt(i) is not { Kind: NameKind.Person }; i++)
        {
            if (Facts.VerbAt(i) is { } verb && verb.Says(VerbClass.Be))
            {
                return verb.End;
            }
        }

        return from;
    }

    /// <summary>“Leading the American delegation is A”, “representing X will be A”, “A heads the X side”.</summary>
    private void Leads(VerbGroup verb, int first, int end, int clause, int subjectFirst, int subjectEnd)
    {
        if ((verb.Form & VerbForm.Gerund) != 0 && verb.First == first)
        {
            for (int i = verb.End; i < end; i++)
            {
                if (Facts.Is(i, Role.Be | Role.Planned))
                {
                    while (i < end && Facts.Is(i, Role.Auxiliary))
                    {
                        i++;
                    }

                    List(i, end, Side(verb.End, i));
                    return;
                }
            }

            return;
        }

        int side = verb.End;
        while (side < clause && !text.Is(side, EventRole.Delegation))
        {
            side++;
        }

        OfficeHolders(subjectFirst, subjectEnd, Side(verb.End, side));
    }

    /// <summary>Whether a verb says that its subject takes part in talks.</summary>
    private bool Negotiates(VerbGroup verb, int clause)
    {
        if (verb.Verb.Base is "negotiate")
        {
            return true;
        }

        for (int i = verb.End; i < clause; i++)
        {
            if (text.Is(i, EventRole.Negotiations))
            {
                return verb.Controller < 0 || Facts.VerbAt(verb.Controller) is not { } controller || !controller.Says(VerbClass.Urge | VerbClass.Refuse);
            }
        }

        return false;
    }

    private bool Any(int from, int end, EventRole roles)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Is(i, roles))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether talks are told in this sentence or beside it.</summary>
    private bool Travels(int sentence) =>
        Any(Facts.First(Math.Max(0, sentence - 1)), Facts.End(Math.Min(Facts.Sentences - 1, sentence + 1)), EventRole.Talks | EventRole.Delegation);

    /// <summary>The side of the one office-holder who is accompanied: named before, or meant by “he”; null where that is not clear.</summary>
    private string? Accompanied(int first, int at)
    {
        string? side = null;
        for (int i = first; i < at; i++)
        {
            IReadOnlyList<NameMention> people = Facts.NameAt(i) is { Kind: NameKind.Person } named ? [named] : Facts.NameAt(i) is null ? text.References.People(i) : [];
            foreach (var person in people)
            {
                if (person is not { Role: not null, Party: not null } || (side is not null && side != person.Party))
                {
                    return null;
                }

                side = person.Party;
                Add(Facts.NameAt(i) is null ? -1 : i, person, null);
            }
        }

        return side;
    }

    /// <summary>Whether talks or a side are what is led: a noun of theirs, or a party that is represented, stands before.</summary>
    private bool Led(int at, int first)
    {
        bool represented = Facts.Reads(at, "represented") || Facts.Word(at).StartsWith("represented", StringComparison.OrdinalIgnoreCase);
        for (int i = at - 1; i >= Math.Max(first, at - 10); i--)
        {
            if (text.Is(i, EventRole.Talks | EventRole.Delegation) || (represented && Facts.Parties.Named(i) is not null))
            {
                return true;
            }

            if (Facts.NameAt(i) is { Kind: NameKind.Person })
            {
                return _found.ContainsKey(Facts.NameAt(i)!.Id);
            }
        }

        return false;
    }

    /// <summary>The only party that is named in a run of items; null for none or several.</summary>
    private string? Side(int from, int end)
    {
        string? side = null;
        for (int i = from; i < end; i++)
        {
            if (Facts.NameAt(i) is { Kind: NameKind.Party } party && party.Id.Length == 2 && !Facts.Is(i - 1, Role.In | Role.At))
            {
                if (side is not null && side != party.Id)
                {
                    return null;
                }

                side = party.Id;
            }
        }

        return side;
    }

    /// <summary>Adds the people of a list: names with their titles, commas, “and”, “alongside”; up to anything else.</summary>
    private void List(int from, int end, string? side)
    {
        int plain = 0;
        for (int i = from; i < end && plain <= LongestTitle; i++)
        {
            if (i > from && text.Is(i, EventRole.Delegation) && Side(Math.Max(from, i - 3), i) is { } other)
            {
                // “… and the Swiss team by B”
                side = other;
                plain = 0;
            }

            if (Facts.NameAt(i) is { } name)
            {
                if (name.Kind == NameKind.Person)
                {
                    Add(i, name, side);
                    plain = 0;
                }

                continue;
            }

            if (Facts.Is(i, Role.Stop | Role.Dash) || Facts.Items[i].Kind == ItemKind.Date || (Facts.Is(i, Role.Relative) && !Facts.Is(i, Role.Determiner)) || Facts.Is(i, Role.To)
                || (Facts.VerbAt(i) is { Finite: true } verb && !text.IsNoun(verb) && !InTitle(i, end)))
            {
                return;
            }

            plain += Facts.Is(i, Role.Comma | Role.Conjunction) || Facts.Reads(i, "alongside") ? 0 : 1;
        }
    }

    /// <summary>Whether a word belongs to the title of the person behind it (“lead negotiator”, “chief …”).</summary>
    private bool InTitle(int item, int end)
    {
        for (int i = item + 1; i < Math.Min(end, item + LongestTitle); i++)
        {
            if (Facts.NameAt(i) is { Kind: NameKind.Person } person)
            {
                return person.TitledSpan.Start <= Facts.Items[item].Span.Start;
            }
        }

        return false;
    }

    private void OfficeHolders(int from, int end, string? side = null)
    {
        for (int i = from; i < end; i++)
        {
            if (Facts.Is(i, Role.Relative) && !Facts.Is(i, Role.Determiner))
            {
                return;
            }

            if (Facts.NameAt(i) is { Kind: NameKind.Person, Role: not null } name && (name.Party ?? side) is not null)
            {
                Add(i, name, side);
            }
        }
    }

    /// <summary>“He will hold talks”, “the two negotiated”: office-holders who have been named before.</summary>
    private void Meant(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            foreach (var person in Facts.NameAt(i) is null ? text.References.People(i) : [])
            {
                if (person is { Role: not null, Party: not null })
                {
                    Add(-1, person, null);
                }
            }
        }
    }

    /// <summary>The last person before “at the helm”.</summary>
    private void Last(int at, int first)
    {
        for (int i = at - 1; i >= first; i--)
        {
            if (Facts.NameAt(i) is { Kind: NameKind.Person } person)
            {
                int after = text.EndOf(at);
                string? side = Facts.Is(after, Role.For) ? Facts.Parties.Named(after + 1) : null;
                Add(i, person, side ?? Side(first, i));
                return;
            }
        }
    }

    private void Add(int item, NameMention person, string? side)
    {
        if (person.Role is { } role && (role.StartsWith("former", StringComparison.OrdinalIgnoreCase) || role.StartsWith("ex-", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        // An office may be one of several countries: the delegation's own party goes before what the office suggests.
        bool titled = false;
        for (int i = item - 1; i >= Math.Max(0, item - LongestTitle) && Facts.Items[i].Span.Start >= person.TitledSpan.Start; i--)
        {
            titled |= Facts.Parties.Named(i) is not null;
        }

        if ((titled ? person.Party ?? side : side ?? person.Party) is not { } party || _found.ContainsKey(person.Id))
        {
            return;
        }

        _found.Add(person.Id, new DelegateFact
        {
            Name = person.Id,
            Role = person.Role,
            Side = party,
            Evidence = Evidence.Of(Facts.Source.Text, item < 0 ? person.TitledSpan : person.TitledSpan.Union(Facts.Items[item].Span)),
        });
    }
}
