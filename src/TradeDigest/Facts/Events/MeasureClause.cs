using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads a measure from the clause of a verb.</summary>
internal static class MeasureClause
{
    /// <summary>The measure that the verb tells; null where it tells none.</summary>
    public static MeasureDraft? Read(EventText text, VerbGroup verb)
    {
        bool threatened = verb.Mood == Mood.Threatened;
        if (!threatened && !IsTold(text, verb))
        {
            return null;
        }

        // “eased its ban, allowing imports from five regions”: what the act brings is no act beside it.
        bool brings = (verb.Form & VerbForm.Gerund) != 0 && verb.First == verb.Head && text.Facts.Is(verb.First - 1, Role.Comma) && verb.Verb.Base is "allow" or "permit" or "clear";
        if (brings)
        {
            return null;
        }

        int end = text.ClauseEnd(verb);
        var (subjectFirst, subjectEnd) = text.SubjectOf(verb);
        var thing = verb.Passive ? PolicyObject.In(text, subjectFirst, subjectEnd, passive: true) : PolicyObject.In(text, verb.End, end, passive: false);
        if (Action(text, verb, thing, end) is not { } action)
        {
            return null;
        }

        action = threatened ? MeasureAction.Threaten : action;
        if (action is MeasureAction.Impose or MeasureAction.Threaten or MeasureAction.Lift or MeasureAction.Suspend or MeasureAction.Ease && thing is { } levy && IsRatedTariff(text, levy, end))
        {
            return null;
        }

        int actorAt = verb.Passive ? Agent(text, verb, end) : ActorAt(text, verb);
        string? actor = verb.Passive ? actorAt >= 0 ? text.Facts.Parties.Of(actorAt) : null : text.Facts.Parties.Actor(verb.Subject);
        if (actor is null || actor.Length != 2)
        {
            return null;
        }

        bool local = actorAt >= text.Facts.First(text.Facts.SentenceOf(verb.Head));
        var draft = new MeasureDraft
        {
            Actor = actor,
            Action = action,
            First = local && !verb.Passive ? Math.Min(actorAt, verb.First) : verb.First,
            End = verb.End,
        };
        if (verb.Passive && actorAt >= 0)
        {
            draft.Support(actorAt, actorAt + 1);
        }

        if (thing is { } found)
        {
            (draft.Object, draft.ObjectFirst, draft.ObjectEnd) = (text.Facts.Words(found.First, found.End), found.First, found.End);
            draft.Support(found.First, found.End);
        }

        Target(text, draft, thing is { } o && verb.Passive ? o.NounPhrase : verb.End, verb.Passive ? verb.First : end);
        if (draft.Target is null && verb.Passive)
        {
            Target(text, draft, verb.End, end);
        }

        if (draft.Target is null && !verb.Passive && end < text.Count && Shipped(text, verb.End, end, out int to))
        {
            Target(text, draft, to, to + 3);
        }

        When(text, draft, verb, end);
        return Means(text, verb, action, thing, draft) ? draft : null;
    }

    /// <summary>A duty with its rate (“a 25% tariff on cars”) is a tariff, and no measure beside it.</summary>
    private static bool IsRatedTariff(EventText text, PolicyObject thing, int end)
    {
        bool tariff = false, rated = false;
        for (int i = thing.NounPhrase; i < Math.Max(thing.End, end) && i < thing.End + 12; i++)
        {
            tariff |= i < thing.End && text.Facts.Is(i, Role.Tariff);
            rated |= text.Facts.QuantityAt(i) is { IsPercent: true };
        }

        return tariff && rated;
    }

    /// <summary>“… shipped to X”, “… bound for X”: who receives what is acted on may stand behind a participle.</summary>
    private static bool Shipped(EventText text, int from, int end, out int to)
    {
        for (to = from; to < end + 2 && to < text.Count; to++)
        {
            if (text.Facts.Is(to, Role.To) && text.Facts.VerbAt(to - 1) is { } verb && (verb.Says(VerbClass.Export | VerbClass.Supply) || verb.Verb.Base is "sell"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text says that it is done or will be: no denial, wish, idea, possibility, plan or promise.</summary>
    private static bool IsTold(EventText text, VerbGroup verb)
    {
        if (verb.Mood is not (Mood.Fact or Mood.Planned))
        {
            return false;
        }

        if (verb.Controller < 0)
        {
            return !Expected(text, verb);
        }

        if (text.Facts.Is(verb.First, Role.To) && text.Facts.VerbAt(verb.Controller) is null && !text.Facts.Is(verb.Controller, Role.PlannedNoun | Role.PromiseNoun))
        {
            // “a bill to end the ban”: what something is for is not done yet.
            return false;
        }

        if (text.Facts.VerbAt(verb.Controller) is { Verb.Base: "have" })
        {
            // “has until March to ratify the pact”
            return false;
        }

        if (text.Facts.VerbAt(verb.Controller) is { } controller)
        {
            bool intends = controller.Says(VerbClass.Plan | VerbClass.Promise | VerbClass.Expect | VerbClass.Propose | VerbClass.Refuse | VerbClass.Urge)
                && controller.Verb.Base is not ("decide" or "move" or "agree" or "order");
            return !intends || (verb.Form & VerbForm.Gerund) != 0 && controller.Mood == Mood.Fact && !controller.Says(VerbClass.Propose | VerbClass.Refuse | VerbClass.Urge | VerbClass.Promise | VerbClass.Plan);
        }

        return !(text.Facts.Is(verb.Controller, Role.PlannedNoun | Role.PromiseNoun) && !text.Facts.Reads(verb.Controller, "decision") && !text.Facts.Reads(verb.Controller, "set")
            && !text.Facts.Reads(verb.Controller, "due"));
    }

    /// <summary>“analysts expect China to ban”, “is likely to”, “the chances that X will”.</summary>
    private static bool Expected(EventText text, VerbGroup verb)
    {
        int first = text.Facts.First(text.Facts.SentenceOf(verb.Head));
        for (int i = verb.ClauseFirst - 1; i >= Math.Max(first, verb.ClauseFirst - 4); i--)
        {
            if (text.Facts.VerbAt(i) is { } before)
            {
                return verb.Mood == Mood.Planned && before.Verb.Base is "expect" or "predict" or "fear" or "hope" or "believe" or "think" or "forecast";
            }
        }

        return false;
    }

    private static MeasureAction? Action(EventText text, VerbGroup verb, PolicyObject? thing, int end)
    {
        var use = text.Use(verb);
        var roles = thing?.Roles ?? 0;
        bool percent = false;
        for (int i = verb.End; i < end; i++)
        {
            percent |= text.Facts.QuantityAt(i) is { IsPercent: true };
        }

        bool Does(EventVerb any) => (use & any) != 0;
        bool On(EventRole any) => (roles & any) != 0;

        if (Does(EventVerb.Request))
        {
            return Consultations(text, verb, end) && ToTradeCourt(text, verb, end) ? MeasureAction.Complain : null;
        }

        return Does(EventVerb.List) && Listed(text, verb, end) ? On(EventRole.Technology | EventRole.Flow | EventRole.Licence) ? MeasureAction.Restrict : null
            : Does(EventVerb.Require) ? On(EventRole.Licence) ? MeasureAction.Restrict : null
            : Does(EventVerb.Threaten) && On(EventRole.Barrier) ? MeasureAction.Threaten
            : Does(EventVerb.Retaliate) ? MeasureAction.Retaliate
            : Does(EventVerb.Launch) && On(EventRole.Probe) ? MeasureAction.Investigate
            : Does(EventVerb.File) && On(EventRole.Complaint) ? MeasureAction.Complain
            : Does(EventVerb.Investigate) && On(EventRole.Policy) ? MeasureAction.Investigate
            : Does(EventVerb.Complain) && (On(EventRole.Barrier | EventRole.Bill) || ToTradeCourt(text, verb, end)) ? MeasureAction.Complain
            : Does(EventVerb.Legislate) && On(EventRole.Bill) ? MeasureAction.Legislate
            : Does(EventVerb.Extend) && On(EventRole.Barrier | EventRole.Waiver | EventRole.Pact | EventRole.Licence) ? MeasureAction.Extend
            : Does(EventVerb.Revoke) && On(EventRole.Licence | EventRole.Waiver) ? MeasureAction.Revoke
            : verb.Verb.Base is "resume" or "restart" ? On(EventRole.Flow) && verb.Controller < 0 && TakesIn(text, thing!.Value) ? MeasureAction.Lift : null
            : Does(EventVerb.Lift) && On(EventRole.Barrier) ? MeasureAction.Lift
            : verb.Verb.Base is "phase out" && On(EventRole.Flow) ? MeasureAction.Ban
            : Does(EventVerb.Suspend) && On(EventRole.Barrier | EventRole.Flow | EventRole.Licence | EventRole.Waiver) ? MeasureAction.Suspend
            : Does(EventVerb.Ban) && On(EventRole.Flow | EventRole.Technology | EventRole.Licence) ? MeasureAction.Ban
            : Does(EventVerb.Approve) && On(EventRole.Licence | EventRole.Quota | EventRole.Waiver | EventRole.Pact | EventRole.Bill | EventRole.Flow) ? MeasureAction.Approve
            : Does(EventVerb.Ease) && On(EventRole.Restriction | EventRole.Ban) ? MeasureAction.Ease
            : Does(EventVerb.Ease) && !Does(EventVerb.Weaken) && On(EventRole.Instrument) && !percent ? MeasureAction.Ease
            : Does(EventVerb.Restrict) && On(EventRole.Restriction | EventRole.Quota) ? MeasureAction.Restrict
            : Does(EventVerb.Restrict) && !Does(EventVerb.Weaken) && On(EventRole.Flow | EventRole.Technology | EventRole.Licence) ? MeasureAction.Restrict
            : Does(EventVerb.Impose) && On(EventRole.Ban) ? MeasureAction.Ban
            : Does(EventVerb.Raise) && !On(EventRole.Instrument) ? null
            : Does(EventVerb.Impose) && On(EventRole.Instrument | EventRole.Restriction | EventRole.Quota | EventRole.Licence) ? MeasureAction.Impose
            : null;
    }

    /// <summary>“asked for consultations with X”, “requested a panel”: as objects of the verb.</summary>
    private static bool Consultations(EventText text, VerbGroup verb, int end)
    {
        for (int i = verb.End; i < Math.Min(end, verb.End + 5); i++)
        {
            if (text.Is(i, EventRole.Consultations))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“… on its export-control list”.</summary>
    private static bool Listed(EventText text, VerbGroup verb, int end)
    {
        for (int i = verb.End; i < end; i++)
        {
            if (text.Is(i, EventRole.ControlList))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Imports and purchases, which a state may open to others; what it ships itself tells of no act of policy.</summary>
    private static bool TakesIn(EventText text, PolicyObject thing)
    {
        for (int i = thing.First; i < thing.End; i++)
        {
            if (text.Facts.Reads(i, "imports") || text.Facts.Reads(i, "purchases"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ToTradeCourt(EventText text, VerbGroup verb, int end)
    {
        for (int i = verb.End; i < end; i++)
        {
            if (text.Facts.Parties.Named(i) is "WTO" or "GATT")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Verbs of many meanings need a means of policy that cannot be mistaken, or a party that they fall on.</summary>
    private static bool Means(EventText text, VerbGroup verb, MeasureAction action, PolicyObject? thing, MeasureDraft draft) => action switch
    {
        MeasureAction.Retaliate => draft.Target is not null || thing is not null,
        MeasureAction.Complain when ToTradeCourt(text, verb, text.ClauseEnd(verb)) => true,
        MeasureAction.Complain or MeasureAction.Investigate => draft.Target is not null || thing is { Roles: var r } && (r & (EventRole.Barrier | EventRole.Flow | EventRole.Technology)) != 0,
        MeasureAction.Threaten => thing is not null || draft.Target is not null,
        _ => thing is not null,
    };

    private static int ActorAt(EventText text, VerbGroup verb)
    {
        int first = text.Facts.First(text.Facts.SentenceOf(verb.Head));
        if (verb.Subject < first)
        {
            return verb.Subject;
        }

        // The party may own the subject: “China's Ministry of Commerce”, “Beijing's April decision”.
        for (int i = verb.Subject; i >= Math.Max(first, verb.Subject - 4); i--)
        {
            if (text.Facts.Parties.Of(i) is not null)
            {
                return i;
            }
        }

        return verb.Subject;
    }

    private static int Agent(EventText text, VerbGroup verb, int end)
    {
        for (int i = verb.End; i < Math.Min(end, verb.End + 10); i++)
        {
            if (text.Facts.Is(i, Role.By))
            {
                for (int j = i + 1; j < Math.Min(end, i + 5); j++)
                {
                    if (text.Facts.Parties.Of(j) is not null)
                    {
                        return j;
                    }
                }
            }
        }

        return -1;
    }

    /// <summary>The party or company that it falls on: “from X”, “to X”, “against X”, “on X”, “into X”, “X goods”, “X's measures”, “made in X”.</summary>
    public static void Target(EventText text, MeasureDraft draft, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Facts.NameAt(i) is not { } name)
            {
                if (draft.Actor != "EU" && text.Facts.Reads(i, "European") && text.Names("EU"))
                {
                    // Where the article speaks of the EU, European goods are the EU's.
                    draft.Target = "EU";
                    draft.Support(i, i + 1);
                    return;
                }

                continue;
            }

            int before = text.Facts.Is(i - 1, Role.Determiner) ? i - 2 : i - 1;
            bool pointed = text.Facts.Is(before, Role.To | Role.From | Role.Against | Role.On | Role.With | Role.For | Role.Of) || text.Facts.Reads(before, "into") || text.Facts.Reads(before, "targeting");
            bool owns = text.Facts.Is(i + 1, Role.Possessive) || name.Form is PartyForm.Adjective or PartyForm.People || text.Facts.Is(i + 1, Role.Hyphen);
            bool made = text.Facts.Is(before, Role.In | Role.By) && (text.Facts.Reads(before - 1, "made") || text.Facts.Reads(before - 1, "produced") || text.Facts.Reads(before - 1, "built") || text.Facts.Reads(before - 1, "grown"));
            bool direct = before == from - 1 && before >= 0 && text.Facts.VerbAt(before) is not null;
            bool listed = text.Facts.Is(before, Role.Conjunction | Role.Comma);
            string? party = text.Facts.Parties.Of(i);
            if (party is { Length: 2 } && party != draft.Actor && name.Kind != NameKind.Place && (pointed || owns || made || direct || (listed && text.Facts.NameAt(before - 1) is not null)))
            {
                draft.Target = party;
                draft.Support(i, i + 1);
                return;
            }

            if (party is null && name.Kind == NameKind.Organization && (pointed || direct))
            {
                draft.Target = name.Id;
                draft.Support(i, i + 1);
                return;
            }
        }
    }

    private static void When(EventText text, MeasureDraft draft, VerbGroup verb, int end)
    {
        int date = text.DateOf(verb, end);
        if (draft.Action == MeasureAction.Extend)
        {
            for (int i = verb.End; i < end; i++)
            {
                date = text.Facts.Is(i - 1, Role.Until | Role.To) && text.DayAt(i) is not null ? i : date;
            }
        }

        if (date < 0 && text.Facts.Is(verb.Controller, Role.PlannedNoun))
        {
            date = text.DateIn(Math.Max(text.Facts.First(text.Facts.SentenceOf(verb.Head)), verb.Controller - 4), verb.Controller);
        }

        if (date < 0 && verb.Controller >= 0 && text.Facts.VerbAt(verb.Controller) is { } controller)
        {
            date = text.DateIn(Math.Max(controller.ClauseFirst, controller.First - 6), verb.First);
        }

        if (date >= 0)
        {
            draft.Date = text.DayAt(date);
            draft.Support(date, date + 1);
        }

        int span = text.DurationIn(verb.End, end);
        if (span >= 0 && (text.Facts.Is(span - 1, Role.For | Role.By | Role.Determiner) || (text.Facts.Is(span - 1, Role.Of) && text.Facts.Reads(span - 2, "period")) || text.Policy(span + 1) != 0))
        {
            draft.Days = text.Facts.DateAt(span)!.Days;
            draft.Support(span, span + 1);
        }
    }
}
