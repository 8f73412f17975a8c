using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads a measure from a noun that is an act: “X's ban on”, “visa revocations for”, “an investigation by X into”.</summary>
internal static class MeasureNoun
{
    private const int LongestPhrase = 6;

    /// <summary>The measure that the noun at <paramref name="item"/> tells; null where no party owns it, it falls on nothing, or it is not said to be so.</summary>
    public static MeasureDraft? Read(EventText text, int item, MeasureAction act)
    {
        int sentence = text.Facts.SentenceOf(item);
        int first = text.Facts.First(sentence), end = text.Facts.End(sentence);
        int after = text.EndOf(item);
        int owner = Owner(text, item, first);
        if (owner < 0)
        {
            owner = By(text, after, end);
        }

        if (owner < 0)
        {
            owner = Included(text, item, first);
        }

        if (owner < 0 || text.Facts.Parties.Of(owner) is not { Length: 2 } actor || !IsTold(text, item, first, end, out var verb))
        {
            return null;
        }

        var thing = PolicyObject.At(text, item, Math.Max(first, item - LongestPhrase), end);
        var draft = new MeasureDraft
        {
            Actor = actor,
            Action = act,
            Object = act is MeasureAction.Retaliate ? null : text.Facts.Words(thing.First, thing.End),
            First = Math.Min(owner, thing.First),
            End = Math.Max(thing.End, owner + 1),
            ObjectFirst = thing.First,
            ObjectEnd = thing.End,
        };
        int stop = NounEnd(text, after, end);
        MeasureClause.Target(text, draft, after, act is MeasureAction.Retaliate ? end : stop);
        bool on = thing.End > after || draft.Target is not null;
        if (!on)
        {
            return null;
        }

        int date = text.DateIn(owner, item) is var before and >= 0 ? before : text.DateIn(after, stop);
        if (date < 0 && stop < end && text.Facts.Is(stop, Role.Comma))
        {
            date = text.DateIn(stop, Math.Min(end, stop + 6));
        }

        if (date < 0 && verb is not null)
        {
            date = text.DateIn(verb.End, text.ClauseEnd(verb));
        }

        if (date >= 0)
        {
            draft.Date = text.DayAt(date);
            draft.Support(date, date + 1);
        }

        return draft;
    }

    /// <summary>The party before it in its noun phrase: “China's export ban”, “the U.S. investigation”.</summary>
    private static int Owner(EventText text, int item, int first)
    {
        for (int i = item - 1; i >= Math.Max(first, item - LongestPhrase); i--)
        {
            if (text.Facts.NameAt(i) is { } name)
            {
                bool owns = text.Facts.Is(i + 1, Role.Possessive) || name.Form is PartyForm.Adjective or PartyForm.Agency or PartyForm.Government or PartyForm.Capital;
                return owns && text.Facts.Parties.Of(i) is not null ? i : -1;
            }

            if (text.Facts.Is(i, Role.Preposition | Role.Break | Role.Relative) || (text.Facts.Is(i, Role.Determiner) && !text.Facts.Is(i, Role.Possessive)) || (text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb)))
            {
                return -1;
            }
        }

        return -1;
    }

    private static int By(EventText text, int after, int end)
    {
        for (int i = after; i < Math.Min(end, after + LongestPhrase); i++)
        {
            if (text.Facts.Is(i, Role.By) && text.Facts.Parties.Of(text.Facts.Is(i + 1, Role.Determiner) ? i + 2 : i + 1) is not null)
            {
                return text.Facts.Is(i + 1, Role.Determiner) ? i + 2 : i + 1;
            }

            if (text.Facts.Is(i, Role.Break) || text.Facts.VerbAt(i) is not null)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>“U.S. restrictions, including visa revocations”, “measures taken by the US, such as a ban on”: the party of what it is part of.</summary>
    private static int Included(EventText text, int item, int first)
    {
        int including = item - 1;
        while (including >= Math.Max(first, item - 4) && !text.Is(including, EventRole.Including))
        {
            including--;
        }

        if (including < first || !text.Is(including, EventRole.Including))
        {
            return -1;
        }

        for (int i = including - 1; i >= Math.Max(first, including - 8); i--)
        {
            if (text.Facts.Parties.Of(i) is not null)
            {
                int before = text.Facts.Is(i - 1, Role.Determiner) ? i - 2 : i - 1;
                bool owns = text.Facts.Is(before, Role.By) || text.Facts.Is(i + 1, Role.Possessive) || text.Facts.NameAt(i)!.Form == PartyForm.Adjective;
                return owns ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>Whether nobody asks for it, rules it out, weighs or only fears it.</summary>
    private static bool IsTold(EventText text, int item, int first, int end, out VerbGroup? own)
    {
        own = null;
        for (int i = item - 1; i >= first; i--)
        {
            if (text.Facts.Is(i, Role.Stop) || text.Facts.Is(i, Role.Condition))
            {
                break;
            }

            if (text.Facts.Is(i, Role.ThreatenedNoun | Role.NegativeDeterminer) || text.Facts.Reads(i, "possible") || text.Facts.Reads(i, "proposed") || text.Facts.Reads(i, "potential"))
            {
                return false;
            }

            if (text.Facts.VerbAt(i) is { } before && !text.IsNoun(before))
            {
                if (before.Mood is not (Mood.Fact or Mood.Planned) || (before.Says(VerbClass.Refuse | VerbClass.Urge | VerbClass.Propose | VerbClass.Threaten | VerbClass.Plan) && !before.Passive)
                    || text.Uses(before, EventVerb.Lift | EventVerb.Ease | EventVerb.Suspend | EventVerb.Extend))
                {
                    return false;
                }

                break;
            }
        }

        for (int i = text.EndOf(item); i < end; i++)
        {
            if (text.Facts.Is(i, Role.Relative) && !text.Facts.Is(i, Role.Determiner))
            {
                break;
            }

            if (text.Facts.VerbAt(i) is { Finite: true } after && !text.IsNoun(after))
            {
                own = after;
                return after.Mood is Mood.Fact or Mood.Planned && !text.Uses(after, EventVerb.Lift | EventVerb.Ease);
            }
        }

        return true;
    }

    private static int NounEnd(EventText text, int after, int end)
    {
        int i = after;
        while (i < end && !text.Facts.Is(i, Role.Comma | Role.Stop | Role.Dash) && !(text.Facts.Is(i, Role.Relative) && !text.Facts.Is(i, Role.Determiner))
            && !(text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb) && verb.Finite))
        {
            i++;
        }

        return i;
    }
}
