using System.Globalization;
using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads a call from the noun or the verb that tells it.</summary>
internal static class CallReader
{
    /// <summary>“a phone call between X and Y last week”, “held a 105-minute call with Y”.</summary>
    public static CallDraft? Noun(EventText text, int noun)
    {
        int sentence = text.Facts.SentenceOf(noun);
        int first = text.Facts.First(sentence), end = text.Facts.End(sentence);
        int after = text.EndOf(noun);
        if (text.Facts.VerbAt(noun) is { } itself && !text.IsNoun(itself) && itself.First < itself.Head)
        {
            return null;
        }

        int stop = Stop(text, after, end);
        var who = new Participants(text);
        int between = Between(text, after, end);
        int with = With(text, after, Math.Min(stop, after + 10));
        int duration = Duration(text, noun, after, stop, first);
        var verb = Governor(text, noun, first);
        if (verb is not null && (verb.Mood is not (Mood.Fact or Mood.Planned) || verb.Says(VerbClass.Refuse | VerbClass.Urge | VerbClass.Suspend | VerbClass.Remove)))
        {
            return null;
        }

        for (int i = noun - 1; i >= Math.Max(first, noun - 3); i--)
        {
            if (text.Facts.Is(i, Role.NegativeDeterminer))
            {
                return null;
            }
        }

        // A bare “call” must be one that two people have, or last some minutes.
        bool bare = !text.Is(noun, EventRole.Call);
        if (bare && between < 0 && with < 0 && duration < 0)
        {
            return null;
        }

        int firstPerson = int.MaxValue;
        if (between >= 0)
        {
            who.Add(between + 1, stop);
        }
        else
        {
            Side(text, who, noun, first, verb);
            firstPerson = who.First;
            if (with >= 0)
            {
                who.Add(with + 1, stop);
            }
        }

        if ((duration >= 0 || !bare) && who.Count < 2 && Behind(text, stop, end) is var (from, to) and not (-1, -1))
        {
            who.Add(from, to);
        }

        if (List(who) is not { } list)
        {
            return null;
        }

        var draft = new CallDraft { Participants = list, First = noun, End = after };
        draft.Support(Math.Max(first, Math.Min(who.First, firstPerson)), who.End);
        Add(text, draft, duration, verb, after, stop);
        return draft;
    }

    /// <summary>“X spoke to Y by phone”, “X telephoned Y”.</summary>
    public static CallDraft? Verb(EventText text, VerbGroup verb)
    {
        if (verb.Mood is not (Mood.Fact or Mood.Planned) || verb.Passive)
        {
            return null;
        }

        int end = text.ClauseEnd(verb);
        bool phoned = text.Uses(verb, EventVerb.Phone);
        bool byPhone = false;
        for (int i = verb.End; i < end; i++)
        {
            byPhone |= text.Is(i, EventRole.ByPhone);
        }

        return phoned || byPhone ? Spoken(text, verb.First, verb.End, text.SubjectOf(verb), end, phoned) : null;
    }

    /// <summary>“X and Y talked on the telephone for nearly an hour”.</summary>
    public static CallDraft? Talked(EventText text, int item)
    {
        int sentence = text.Facts.SentenceOf(item);
        int first = text.Facts.First(sentence);
        for (int i = item - 1; i >= Math.Max(first, item - 3); i--)
        {
            if (text.Facts.Is(i, Role.Negative | Role.NegativeAuxiliary | Role.Possible))
            {
                return null;
            }
        }

        return Spoken(text, item, text.EndOf(item), (first, item), Stop(text, text.EndOf(item), text.Facts.End(sentence)), false);
    }

    private static CallDraft? Spoken(EventText text, int first, int after, (int First, int End) subject, int end, bool phoned)
    {
        var who = new Participants(text);
        who.Add(subject.First, subject.End);
        for (int i = after; i < end; i++)
        {
            bool other = text.Facts.Is(i, Role.With | Role.To) || (phoned && i == after);
            if (other)
            {
                int from = phoned && i == after ? i : i + 1;
                who.Add(from, Stop(text, from, end));
                break;
            }
        }

        if (List(who) is not { } list)
        {
            return null;
        }

        var draft = new CallDraft { Participants = list, First = first, End = after };
        draft.Support(Math.Max(text.Facts.First(text.Facts.SentenceOf(first)), who.First), who.End);
        for (int i = after; i < end; i++)
        {
            if (text.Is(i, EventRole.ByPhone))
            {
                draft.Support(i, text.EndOf(i));
            }
        }

        int duration = -1;
        for (int i = after; i < end && duration < 0; i++)
        {
            duration = Minutes(text, i) is not null ? i : -1;
        }

        Add(text, draft, duration, null, after, end);
        if (draft.Date is null && text.DateIn(subject.First, first) is var date and >= 0)
        {
            draft.Date = text.DayAt(date);
            draft.Support(date, date + 1);
        }

        return draft;
    }

    private static void Add(EventText text, CallDraft draft, int duration, VerbGroup? verb, int after, int stop)
    {
        if (duration >= 0)
        {
            draft.Minutes = Minutes(text, duration);
            draft.AtLeast = text.Facts.DateAt(duration)!.Modifier is "MORE_THAN" or "EQUAL_OR_MORE"
                || text.Facts.Reads(duration - 1, "least") || text.Facts.Reads(duration - 2, "least") || text.Facts.Reads(duration - 1, "over");
            draft.Support(duration, duration + 1);
        }

        int date = text.DateIn(after, stop);
        if (date < 0 && verb is not null)
        {
            date = text.DateOf(verb, Math.Max(stop, verb.End));
        }

        // “a call with his counterpart, X, on Sunday”
        if (date < 0 && text.Facts.Is(stop, Role.Comma))
        {
            date = text.DateIn(stop + 1, Math.Min(stop + 3, text.Facts.End(text.Facts.SentenceOf(after))));
        }

        // “a call lasting 25 minutes on 3 May”
        if (date < 0 && duration >= stop)
        {
            date = text.DateIn(duration + 1, Math.Min(Stop(text, duration + 1, text.Facts.End(text.Facts.SentenceOf(duration))), duration + 5));
        }

        // “a call between X and Y took place on Thursday”
        if (date < 0 && text.Facts.VerbAt(stop) is { } happens && text.Uses(happens, EventVerb.Begin | EventVerb.Hold))
        {
            date = text.DateIn(happens.End, text.ClauseEnd(happens));
        }

        if (date >= 0)
        {
            draft.Date = text.DayAt(date);
            draft.Support(date, date + 1);
        }
    }

    /// <summary>People where both are named, else parties; null for fewer than two.</summary>
    private static IReadOnlyList<string>? List(Participants who) =>
        who.People.Count >= 2 ? who.People : who.Codes.Count >= 2 ? who.Codes : null;

    private static VerbGroup? Governor(EventText text, int noun, int first)
    {
        for (int i = noun - 1; i >= Math.Max(first, noun - 7); i--)
        {
            if (text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb))
            {
                return verb;
            }

            if (text.Facts.Is(i, Role.Stop))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whoever calls: the owner (“Trump's call with”), else the subject of “held a call”, of “in a call with”.</summary>
    private static void Side(EventText text, Participants who, int noun, int first, VerbGroup? verb)
    {
        for (int i = noun - 1; i >= Math.Max(first, noun - 4); i--)
        {
            if (text.Facts.NameAt(i) is { Kind: NameKind.Person } && text.Facts.Is(i + 1, Role.Possessive))
            {
                who.Add(i, i + 1);
                return;
            }
        }

        if (verb is not null)
        {
            var (from, end) = text.SubjectOf(verb);
            who.Add(Math.Max(from, first), end);
            return;
        }

        // “X and Y settled it in a telephone conversation”: two parties before it.
        var parties = new Participants(text);
        parties.Add(first, noun);
        if (parties is { People.Count: 0, Codes.Count: 2 })
        {
            who.Add(first, noun);
            return;
        }

        // “Trump, speaking after his call with Xi”: the first person of the sentence.
        for (int i = first; i < noun; i++)
        {
            if (text.Facts.NameAt(i) is { Kind: NameKind.Person })
            {
                who.Add(i, i + 1);
                return;
            }
        }
    }

    /// <summary>“In a call that lasted 90 minutes, X and Y discussed”: the subject behind the comma.</summary>
    private static (int From, int End) Behind(EventText text, int stop, int end)
    {
        int comma = stop;
        while (comma < Math.Min(end, stop + 8) && !text.Facts.Is(comma, Role.Comma))
        {
            comma++;
        }

        if (comma >= Math.Min(end, stop + 8))
        {
            return (-1, -1);
        }

        int verb = comma + 1;
        while (verb < end && text.Facts.VerbAt(verb) is null)
        {
            verb++;
        }

        // “In a phone call, X urged Y to …”: whoever is spoken to stands behind the verb.
        int spoken = verb;
        while (verb < end && text.Facts.VerbAt(verb)!.Says(VerbClass.Urge | VerbClass.Say) && spoken < Math.Min(end, verb + 10) && !text.Facts.Is(spoken, Role.To | Role.That)
            && (spoken == verb || text.Facts.VerbAt(spoken) is null))
        {
            spoken++;
        }

        return (comma + 1, spoken);
    }

    /// <summary>“between” behind the noun, past a date: “call last week between”.</summary>
    private static int Between(EventText text, int after, int end)
    {
        int at = after;
        while (at < end && (text.Facts.Items[at].Kind == ItemKind.Date || text.Facts.Is(at, Role.On | Role.In)))
        {
            at++;
        }

        return text.Facts.Reads(at, "between") ? at : -1;
    }

    private static int With(EventText text, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Facts.Is(i, Role.With))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Stop(EventText text, int from, int end)
    {
        int i = from;
        while (i < end && !text.Facts.Is(i, Role.Stop | Role.Dash) && !(text.Facts.Is(i, Role.Relative) && !text.Facts.Is(i, Role.Determiner))
            && !(text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb)) && !(text.Facts.Is(i, Role.Comma) && text.Facts.NameAt(i + 1) is null && !text.Facts.Is(i + 1, Role.Conjunction)))
        {
            i++;
        }

        return i;
    }

    /// <summary>“90-minute” before the noun, “that lasted about 90 minutes”, “lasting more than two hours” behind it.</summary>
    private static int Duration(EventText text, int noun, int after, int stop, int first)
    {
        for (int i = noun - 1; i >= Math.Max(first, noun - 4); i--)
        {
            if (Minutes(text, i) is not null)
            {
                return i;
            }
        }

        int end = Math.Min(text.Facts.End(text.Facts.SentenceOf(noun)), stop + 7);
        for (int i = after; i < end; i++)
        {
            if (Minutes(text, i) is not null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The minutes of a duration shorter than a day: <c>PT90M</c>, <c>PT1H30M</c>, <c>PT1.5H</c>; null for others.</summary>
    private static int? Minutes(EventText text, int item)
    {
        // “two-and-a-half-hour”: “half-hour” is a part of it.
        bool part = text.Facts.Is(item - 1, Role.Hyphen) || (text.Facts.Reads(item - 1, "a") && text.Facts.Is(item - 2, Role.Hyphen));
        if (part || text.Facts.DateAt(item) is not { Kind: DateKind.Duration, Value: { Length: > 3 } value } || !value.StartsWith("PT", StringComparison.Ordinal))
        {
            return null;
        }

        decimal minutes = 0;
        int from = 2;
        for (int i = 2; i < value.Length; i++)
        {
            if (char.IsLetter(value[i]))
            {
                if (!decimal.TryParse(value.AsSpan(from, i - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) || amount > 1000)
                {
                    return null;
                }

                minutes += value[i] switch { 'H' => amount * 60, 'M' => amount, _ => 0 };
                from = i + 1;
            }
        }

        return minutes > 0 ? (int)Math.Round(minutes) : null;
    }
}
