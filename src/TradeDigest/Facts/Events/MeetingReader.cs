using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads a meeting from the verb that tells it, or from the noun that names it.</summary>
internal static class MeetingReader
{
    /// <summary>The meeting that a verb tells; null for none.</summary>
    public static MeetingDraft? Read(EventText text, VerbGroup verb)
    {
        if (!IsTold(text, verb))
        {
            return null;
        }

        int end = text.ClauseEnd(verb);
        var (subjectFirst, subjectEnd) = text.SubjectOf(verb);
        bool subjectTalks = Talks(text, subjectFirst, subjectEnd) >= 0;
        int objectTalks = Talks(text, verb.End, end);
        if (!subjectTalks && subjectFirst >= verb.First - 1 && text.Facts.Reads(subjectFirst - 1, "which"))
        {
            // “a working group which will meet in Z”
            int group = Talks(text, Math.Max(text.Facts.First(text.Facts.SentenceOf(verb.Head)), subjectFirst - 5), subjectFirst - 1);
            (subjectTalks, subjectFirst) = (group >= 0, group >= 0 ? group - 1 : subjectFirst);
        }

        bool meets = text.Uses(verb, EventVerb.Meet) && !verb.Passive && !subjectTalks && MeetsSomebody(text, verb, end);
        bool holds = objectTalks >= 0 && !verb.Passive && !Denied(text, verb.End, objectTalks)
            && (text.Uses(verb, EventVerb.Hold | EventVerb.Begin | EventVerb.End) ? IsObject(text, verb.End, objectTalks)
                : text.Uses(verb, EventVerb.Travel) ? IsPurpose(text, verb, objectTalks) : text.Uses(verb, EventVerb.Discuss) && IsOccasion(text, verb.End, objectTalks));
        bool happens = subjectTalks && text.Uses(verb, EventVerb.Begin | EventVerb.End | EventVerb.Hold | EventVerb.Meet) && (verb.Passive || !text.Uses(verb, EventVerb.Hold))
            && !Denied(text, subjectFirst, subjectEnd);
        if (!meets && !holds && !happens)
        {
            return null;
        }

        var who = new Participants(text);
        who.Add(subjectFirst, subjectEnd);
        if (meets || holds)
        {
            AddPartners(text, who, verb, end, meets);
        }

        if (happens)
        {
            AddPartners(text, who, subjectFirst, subjectEnd, verb.End, end);
        }

        int first = text.Facts.First(text.Facts.SentenceOf(verb.Head));
        var draft = new MeetingDraft { First = verb.First, End = holds ? text.EndOf(objectTalks) : verb.End, IsDefinite = happens && text.Facts.Is(subjectFirst, Role.Determiner) };
        if (who.List is { } list && !(text.Uses(verb, EventVerb.Travel) && who.Count < 1))
        {
            draft.Parties = list;
            draft.IsBody = who.HasBody;
            draft.Support(Math.Max(first, who.First), Math.Max(who.End, draft.End));
        }
        else if (meets && Officials(text, subjectFirst, subjectEnd) is var officials and >= 0)
        {
            draft.IsOfficial = true;
            draft.Support(Math.Max(first, officials), draft.End);
        }
        else if (happens)
        {
            int talks = Talks(text, subjectFirst, subjectEnd);
            draft.Support(talks, verb.End);

            // “The first round will take place in Z”: of the two who have just been named.
            draft.Meant = draft.IsDefinite && text.References.Sides(talks) is { Count: 2 } sides ? sides : null;
        }

        if (meets && objectTalks >= 0 && objectTalks - verb.End <= 12 && IsFor(text, verb.End, objectTalks))
        {
            draft.Support(verb.First, text.EndOf(objectTalks));
        }

        MeetingPlace.Read(text, draft, subjectFirst, subjectEnd, happens);
        MeetingPlace.Read(text, draft, verb.End, end, true, text.Uses(verb, EventVerb.Travel));
        if (verb.Controller >= 0 && text.Facts.VerbAt(verb.Controller) is { } goes && text.Uses(goes, EventVerb.Travel))
        {
            // “fly to Z on D to meet Y”
            MeetingPlace.Read(text, draft, goes.End, verb.First, true, true);
        }

        MeetingTime.Read(text, draft, verb, end);

        // “The 15th round was held in Z from 25 to 28 November”: whoever negotiates, it is a meeting.
        draft.IsOfficial |= happens && draft.City is not null && draft.Start is { Day: > 0 } && Talks(text, subjectFirst, subjectEnd) is >= 0 and var round
            && text.Facts.Word(round).StartsWith("round", StringComparison.OrdinalIgnoreCase);

        // “concluded negotiations on a pact” tells of the pact, and of no meeting unless it says where or when.
        bool made = holds && text.Uses(verb, EventVerb.End) && text.Facts.Is(text.EndOf(objectTalks), Role.On | Role.For) && draft.City is null && draft.Start is null;
        return made ? null : draft;
    }

    /// <summary>“talks between X and Y in Z on D”, “a meeting of ministers in Z on D”, with no verb of its own.</summary>
    public static MeetingDraft? Named(EventText text, int noun)
    {
        int sentence = text.Facts.SentenceOf(noun);
        int first = text.Facts.First(sentence), end = text.Facts.End(sentence);
        int after = text.EndOf(noun);
        bool between = text.Facts.Reads(after, "between") || (text.Facts.Is(after, Role.In) && text.Facts.NameAt(after + 1) is not null && text.Facts.Reads(after + 2, "between"));
        bool held = text.Facts.Is(after, Role.In | Role.Of);
        if (!(between || held) || text.Facts.VerbAt(noun - 1) is { Mood: not (Mood.Fact or Mood.Planned) } || Denied(text, Math.Max(first, noun - 4), noun) || !IsReal(text, noun, first))
        {
            return null;
        }

        int stop = after;
        while (stop < end && !text.Facts.Is(stop, Role.Stop | Role.Dash) && !(text.Facts.Is(stop, Role.Relative) && !text.Facts.Is(stop, Role.Determiner)) && !(text.Facts.VerbAt(stop) is { } verb && !text.IsNoun(verb)))
        {
            stop++;
        }

        if (stop < end && text.Facts.VerbAt(stop) is { } fate && (fate.Says(VerbClass.Suspend | VerbClass.Remove | VerbClass.Refuse) || fate.Mood is not (Mood.Fact or Mood.Planned)))
        {
            return null;
        }

        var who = new Participants(text);
        int last = after;
        while (last < stop && (between || !text.Facts.Is(last, Role.Comma | Role.In)))
        {
            last++;
        }

        who.Add(after, last);
        var draft = new MeetingDraft { Parties = who.List, IsBody = who.HasBody, First = noun, End = after, IsOfficial = Officials(text, after, last) >= 0 };
        if (who.Count >= 1)
        {
            draft.Support(who.First, who.End);
        }

        MeetingPlace.Read(text, draft, after, stop, true);
        if (text.DateIn(after, stop) is var date and >= 0)
        {
            draft.Start = text.DayAt(date);
            draft.Support(date, date + 1);
        }

        bool placed = draft.City is not null && draft.Start is { Day: > 0 } && text.Is(noun, EventRole.Talks);
        return placed || who.Count >= 2 && who.HasState && between && (draft.City is not null || draft.Venue is not null || draft.Start is { Day: > 0 }) ? draft : null;
    }

    private static bool IsTold(EventText text, VerbGroup verb)
    {
        if (verb.Mood is not (Mood.Fact or Mood.Planned))
        {
            return false;
        }

        return verb.Controller < 0 || text.Facts.VerbAt(verb.Controller) is not { } controller
            || !(controller.Says(VerbClass.Refuse | VerbClass.Urge | VerbClass.Threaten) || controller.Verb.Base is "hope" or "want" or "consider" or "offer");
    }

    /// <summary>No verb of wish, refusal or cancelling right before the noun.</summary>
    private static bool IsReal(EventText text, int noun, int first)
    {
        for (int i = noun - 1; i >= Math.Max(first, noun - 6); i--)
        {
            if (text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb))
            {
                return verb.Mood is Mood.Fact or Mood.Planned && !verb.Says(VerbClass.Refuse | VerbClass.Urge | VerbClass.Propose | VerbClass.Suspend | VerbClass.Remove);
            }
        }

        return true;
    }

    /// <summary>The talks in a run of items; -1 for none.</summary>
    private static int Talks(EventText text, int from, int end)
    {
        for (int i = from; i < end; i = Math.Max(i + 1, text.EndOf(i)))
        {
            if (text.Is(i, EventRole.Talks))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Denied(EventText text, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Facts.Is(i, Role.NegativeDeterminer | Role.Negative))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing but adjectives and parties stands between verb and talks.</summary>
    private static bool IsObject(EventText text, int from, int talks)
    {
        for (int i = from; i < talks; i++)
        {
            if (text.Facts.Is(i, Role.Preposition) && !text.Facts.Is(i, Role.Of) || text.Facts.Is(i, Role.Comma) || (text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>“in Z (on D) for talks”, “ahead of talks”.</summary>
    private static bool IsPurpose(EventText text, VerbGroup verb, int talks)
    {
        bool purpose = false, city = false;
        for (int i = verb.End; i < talks; i++)
        {
            purpose |= text.Facts.Is(i, Role.For) && text.Facts.DateAt(i + 1) is not { Kind: DateKind.Duration };
            city |= text.IsCity(i);
        }

        return purpose && city;
    }

    /// <summary>“(take up the issue with Y) at the joint committee in Z”.</summary>
    private static bool IsOccasion(EventText text, int from, int talks)
    {
        bool with = false, at = false;
        for (int i = from; i < talks; i++)
        {
            with |= text.Facts.Is(i, Role.With);
            at |= text.Facts.Is(i, Role.At) || text.Facts.Reads(i, "during");
        }

        return with && at;
    }

    /// <summary>Whether the talks are what they meet for.</summary>
    private static bool IsFor(EventText text, int from, int talks)
    {
        for (int i = talks - 1; i >= from; i--)
        {
            if (text.Facts.Is(i, Role.For))
            {
                return true;
            }

            if (text.Facts.Is(i, Role.Break) || text.Facts.Items[i].Kind == ItemKind.Name)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether those who meet are people or parties: “met Y”, “met with Y”, “met in Z”, “will meet on D”; not “met expectations”.</summary>
    private static bool MeetsSomebody(EventText text, VerbGroup verb, int end)
    {
        int next = verb.End;
        while (next < end && text.Facts.Is(next, Role.Adverb))
        {
            next++;
        }

        if (next >= end || text.Facts.Items[next].Kind is ItemKind.Date || text.Facts.Is(next, Role.Preposition | Role.Comma | Role.Bracket | Role.Stop) || MeetingPlace.IsFullStop(text, next))
        {
            var (subjectFirst, subjectEnd) = text.SubjectOf(verb);
            return verb.Verb.Base is not "gather" || Subjects(text, verb) >= 1 || Officials(text, subjectFirst, subjectEnd) >= 0;
        }

        for (int i = next; i < Math.Min(end, next + 9); i++)
        {
            if (text.Facts.NameAt(i) is { } name)
            {
                var item = text.Facts.Items[next].Span.Start;
                return (name.Kind == NameKind.Person && name.TitledSpan.Start <= item) || (i == next && name.Kind != NameKind.Place && name.Form is not PartyForm.Adjective)
                    || (name.Form == PartyForm.Adjective && HasPerson(text, i, end)) || (text.Facts.Is(next, Role.Determiner | Role.Possessive) && name.Kind == NameKind.Person);
            }

            if (text.Is(i, EventRole.Officials))
            {
                return true;
            }

            if (text.Facts.Is(i, Role.Preposition | Role.Break))
            {
                return false;
            }
        }

        return false;
    }

    private static bool HasPerson(EventText text, int from, int end)
    {
        for (int i = from; i < Math.Min(end, from + 8); i++)
        {
            if (text.Facts.NameAt(i) is { Kind: NameKind.Person } || text.Facts.Reads(i, "officials") || text.Facts.Reads(i, "negotiators") || text.Is(i, EventRole.Counterpart))
            {
                return true;
            }
        }

        return false;
    }

    private static int Subjects(EventText text, VerbGroup verb)
    {
        var (first, end) = text.SubjectOf(verb);
        var who = new Participants(text);
        who.Add(first, end);
        return who.Count;
    }

    /// <summary>The other side: the object of “met”, and whoever stands behind “with”, “between”, “among”.</summary>
    private static void AddPartners(EventText text, Participants who, VerbGroup verb, int end, bool meets)
    {
        int stop = verb.End;
        while (meets && stop < end && !text.Facts.Is(stop, Role.Preposition) && text.Facts.Items[stop].Kind != ItemKind.Date)
        {
            stop++;
        }

        if (meets)
        {
            who.Add(verb.End, stop);
        }

        AddPartners(text, who, verb.End, end, verb.End, end);
    }

    private static void AddPartners(EventText text, Participants who, int from, int to, int alsoFrom, int alsoTo)
    {
        Walk(from, to);
        if (alsoFrom != from)
        {
            Walk(alsoFrom, alsoTo);
        }

        void Walk(int start, int stop)
        {
            for (int i = start; i < stop; i++)
            {
                bool opens = text.Facts.Is(i, Role.With) || text.Facts.Reads(i, "between") || text.Facts.Reads(i, "among") || text.Facts.Reads(i, "meet with");
                bool adjective = text.Is(i, EventRole.Talks) && i > start;
                if (adjective)
                {
                    Compound(text, who, i, start);
                }

                if (!opens)
                {
                    continue;
                }

                int last = i + 1;
                while (last < stop && !text.Facts.Is(last, Role.Stop | Role.In | Role.At | Role.On | Role.To | Role.From | Role.For | Role.Against) && text.Facts.Items[last].Kind != ItemKind.Date
                    && !(text.Facts.VerbAt(last) is { } verb && !text.IsNoun(verb)) && !text.Is(last, EventRole.Including))
                {
                    last++;
                }

                who.Add(i + 1, last);
            }
        }
    }

    /// <summary>“US-China talks”: the parties right before the noun.</summary>
    private static void Compound(EventText text, Participants who, int noun, int from)
    {
        for (int i = noun - 1; i >= from; i--)
        {
            if (text.Facts.NameAt(i) is { Kind: NameKind.Party } && (text.Facts.Is(i + 1, Role.Hyphen) || text.Facts.Is(i - 1, Role.Hyphen)))
            {
                who.Add(i, i + 1);
            }
            else if (text.Facts.Is(i, Role.Determiner | Role.Preposition | Role.Break))
            {
                return;
            }
        }
    }

    private static int Officials(EventText text, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Is(i, EventRole.Officials))
            {
                return i;
            }
        }

        return -1;
    }
}
