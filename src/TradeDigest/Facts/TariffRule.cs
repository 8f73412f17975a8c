using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Duties on goods: their level, their change, the trade they cover, and where they stand.</summary>
/// <remarks>
/// Covers “imposed a 25% tariff on X from Y”, “raised the duty on X to 20% from zero”, “cut its tariffs by 5 points”, “a cut in tariffs on X to 15%”, “X's duties will be halved from 150% to 75%”,
/// “goods from X face a 50% levy”, “tariffs that X imposed on Y”, “suspended its 18% tariff until”, “struck down the 17% duty”, second tariffs that leave out the verb
/// (“and Chinese tariffs on US goods to 10%”) or the noun (“and Beijing to 10%”). What is denied, asked of another or stands under “if” yields nothing.
/// </remarks>
internal sealed class TariffRule : IFactRule
{
    private const VerbClass Changes = VerbClass.Impose | VerbClass.Lower | VerbClass.Raise | VerbClass.Remove | VerbClass.Suspend | VerbClass.Extend | VerbClass.StrikeDown
        | VerbClass.Threaten | VerbClass.Propose | VerbClass.Face | VerbClass.Subject | VerbClass.TakeEffect | VerbClass.Rise | VerbClass.Fall | VerbClass.Level | VerbClass.Be | VerbClass.Remain | VerbClass.Approve | VerbClass.Plan;

    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        TariffReader? reader = null;
        for (int s = 0; s < text.Sentences; s++)
        {
            int first = text.First(s), end = text.End(s);
            TariffFact? previous = null;
            VerbGroup? verb = null;
            int stop = first;
            for (int i = first; i < end; i++)
            {
                bool named = text.Is(i, Role.Tariff) && text.VerbAt(i) is null && !(i + 1 < end && text.Is(i + 1, Role.Tariff));
                if (named || (previous is not null && IsThose(text, i)))
                {
                    var phrase = (reader ??= new TariffReader(text)).Read(i, first, end);
                    if (Fact(text, phrase, first, end, previous, ref verb) is { } fact)
                    {
                        found.Add(previous = fact);
                        stop = phrase.End;
                    }
                }
                else if (previous is not null && i >= stop && Ellipsis(text, i, end, previous, reader!, out int ellipsisEnd) is { } more)
                {
                    found.Add(more);
                    i = ellipsisEnd - 1;
                }
            }
        }
    }

    private static TariffFact? Fact(FactText text, TariffPhrase phrase, int first, int end, TariffFact? previous, ref VerbGroup? carried)
    {
        var verb = Governor(text, phrase, first, end, out bool asSubject);
        bool coordinated = verb is null && carried is not null && Joined(text, phrase, first);
        var governor = verb ?? (coordinated ? carried : null);
        int date = -1;
        TariffStatus? status = phrase.Definite ? TariffStatus.InForce : null;
        int? days = null;

        if (governor is not null)
        {
            if (governor.Mood is Mood.Denied or Mood.Urged or Mood.Conditional)
            {
                return null;
            }

            // “A 25 percent tariff would shave 0.3 points off growth”: a tariff that does something to something else, and that nobody may ever impose.
            bool isCause = asSubject && !governor.Passive && governor.Says(VerbClass.Lower | VerbClass.Raise | VerbClass.Lead)
                && !governor.Says(VerbClass.Rise | VerbClass.Fall);
            if (isCause && !phrase.Definite && governor.Mood is (Mood.Planned or Mood.Proposed or Mood.Possible))
            {
                return null;
            }

            if (!coordinated && !isCause)
            {
                Complement(text, phrase, governor, asSubject, end);
            }

            status = Status(governor) ?? status;
            if (!asSubject && !coordinated && governor.Says(VerbClass.Impose | VerbClass.Lower | VerbClass.Raise | VerbClass.Remove | VerbClass.Suspend | VerbClass.Threaten | VerbClass.Extend | VerbClass.Propose | VerbClass.Plan)
                && !governor.Says(VerbClass.Face) && !(text.Is(governor.Subject, Role.WindowNoun)))
            {
                Imposed(text, phrase, governor, first);
            }
            else if (asSubject && governor.Passive)
            {
                Agent(text, phrase, governor, end);
            }

            if (governor.Says(VerbClass.Face | VerbClass.Subject) && !asSubject && phrase.Target is null && phrase.Imposer is null)
            {
                Suffers(text, phrase, governor);
            }

            Removal(phrase, governor, ref status);
            if (governor.Says(VerbClass.Suspend))
            {
                days = Duration(text, governor, phrase, end);
            }

            if (!coordinated && phrase.HasNumber && !governor.Says(VerbClass.StrikeDown) && !(asSubject && governor.Says(VerbClass.Be)))
            {
                phrase.Support(asSubject ? phrase.First : governor.First, phrase.End);
            }

            carried = governor;
        }
        else if (!Nominal(text, phrase, first, ref status))
        {
            return null;
        }

        Relative(text, phrase, end, ref status);
        if (!phrase.HasNumber || phrase is { Coverage: not null, To: null, From: null, Points: null, Target: null, Goods: null, Imposer: null })
        {
            return null;
        }

        if (governor is not null)
        {
            date = DateOf(text, governor, phrase, first, end);
        }

        Aside(text, phrase, end);
        if ((coordinated || IsThose(text, phrase.Noun)) && previous is not null && phrase.Imposer is null && phrase.Target is null)
        {
            phrase.Imposer = previous.Imposer;
        }

        if (phrase.Imposer is not null && phrase.Imposer == phrase.Target)
        {
            phrase.Imposer = null;
        }

        return new TariffFact
        {
            Imposer = phrase.Imposer,
            Target = phrase.Target,
            Goods = phrase.Goods,
            FromPercent = phrase.From,
            ToPercent = phrase.To,
            ChangePoints = phrase.Points,
            CoverageValue = phrase.Coverage,
            Unit = phrase.Coverage is null ? null : phrase.Unit,
            DurationDays = days,
            Status = status,
            Date = date < 0 || (status == TariffStatus.Planned && text.DateAt(date)!.Start!.Value.Last < text.Source.Published) ? null : text.DateAt(date)!.Start,
            Evidence = text.Evidence(phrase.First, phrase.End),
        };
    }

    /// <summary>“those on chocolate”: the tariffs on other goods, behind a clause on tariffs.</summary>
    private static bool IsThose(FactText text, int i) => text.Reads(i, "those") && text.Is(i + 1, Role.On) && text.VerbAt(i + 2) is null;

    /// <summary>“tariffs on X, currently 20%, will fall to”: the level before, said aside.</summary>
    private static void Aside(FactText text, TariffPhrase phrase, int end)
    {
        for (int i = phrase.Noun + 1; i < Math.Min(end, phrase.End); i++)
        {
            int at = i + 1;
            if (!text.Is(i, Role.Comma) || !(text.Reads(at, "currently") || text.Reads(at, "now") || text.Reads(at, "presently") || text.Reads(at, "previously") || text.Reads(at, "formerly")))
            {
                continue;
            }

            at += text.Is(at + 1, Role.At) ? 2 : 1;
            if (phrase.From is null && text.QuantityAt(at) is { IsPercent: true } level && text.Is(at + 1, Role.Comma) && phrase.To is not null)
            {
                phrase.From = level.Value;
            }

            return;
        }
    }

    /// <summary>“plans / has prepared / drew up tariffs”; “expects”, “hopes for” tariffs are somebody else's.</summary>
    private static bool Prepares(VerbGroup verb) => verb.Verb.Base is "plan" or "prepare" or "draw up" or "schedule" or "intend";

    /// <summary>The verb that says what becomes of the tariff: before it with the tariff as object, or after it with the tariff as subject.</summary>
    private static VerbGroup? Governor(FactText text, TariffPhrase phrase, int first, int end, out bool asSubject)
    {
        asSubject = false;
        for (int i = phrase.End; i < Math.Min(end, phrase.End + 24); i++)
        {
            if (text.VerbAt(i) is { } after)
            {
                bool relative = text.Is(after.ClauseFirst - 1, Role.Relative) && after.ClauseFirst > phrase.End - 1;
                bool own = (after.Subject >= phrase.First && after.Subject < phrase.End + 1) || (after.Subject < phrase.First && IsThose(text, phrase.Noun) && after.First <= phrase.End + 1);
                if (!relative && own && (after.Says(Changes & ~VerbClass.Plan) || (after.Passive && Prepares(after))) && (after.Finite || after.Passive || after.Controller >= 0) && !Precedes(text, phrase, first, after))
                {
                    asSubject = true;
                    return after;
                }

                if (!relative)
                {
                    break;
                }
            }
        }

        for (int i = phrase.First - 1; i >= first; i--)
        {
            if (text.VerbAt(i) is { } before)
            {
                bool acts = (before.Says(Changes & ~VerbClass.Plan) && !before.Says(VerbClass.Be)) || Prepares(before);
                return acts && !(before.Passive && !before.Says(VerbClass.Subject | VerbClass.Face)) ? before
                    : before.Says(VerbClass.Say) || !before.Says(Changes) ? null : before.Passive && before.Says(VerbClass.Subject) ? before : null;
            }

            if (text.Is(i, Role.Stop | Role.Contrast) && !text.Is(i, Role.Conjunction | Role.Preposition) || text.Is(i, Role.Relative | Role.Tariff))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether the tariff is the object of an earlier verb of change, so that the verb behind it belongs to somebody else.</summary>
    private static bool Precedes(FactText text, TariffPhrase phrase, int first, VerbGroup after)
    {
        if (after.Finite)
        {
            return false;
        }

        for (int i = phrase.First - 1; i >= first; i--)
        {
            if (text.VerbAt(i) is { } before)
            {
                return before.Says(VerbClass.Impose | VerbClass.Lower | VerbClass.Raise | VerbClass.Remove | VerbClass.Suspend);
            }
        }

        return false;
    }

    private static bool Joined(FactText text, TariffPhrase phrase, int first) =>
        phrase.First > first && text.Is(phrase.First - 1, Role.Conjunction | Role.Contrast | Role.Comma | Role.Determiner | Role.On | Role.Stop);

    /// <summary>Reads the numbers behind the verb: “… will rise from 10% to 25%”, “were cut by 5 points”, “was set at 15%”.</summary>
    private static void Complement(FactText text, TariffPhrase phrase, VerbGroup verb, bool asSubject, int end)
    {
        int from = asSubject ? verb.End : phrase.End;
        bool keep = asSubject || verb.Says(VerbClass.Lower | VerbClass.Raise | VerbClass.Rise | VerbClass.Fall);
        for (int i = from; keep && i < Math.Min(end, from + 20); i++)
        {
            if (text.Is(i, Role.Stop | Role.Relative | Role.Tariff) || (text.VerbAt(i) is { Finite: true }) || (text.Is(i, Role.Conjunction) && text.Items[Math.Min(i + 1, end - 1)].Kind == ItemKind.Name))
            {
                return;
            }

            if (text.QuantityAt(i) is not { } q || text.Is(i + 1, Role.Of))
            {
                continue;
            }

            int before = i - 1;
            while (before > from - 1 && text.Items[before].Kind == ItemKind.Word && !text.Is(before, Role.To | Role.From | Role.By | Role.At | Role.Break))
            {
                before--;
            }

            if (q.IsPercent || q is { Unit: null, Value: 0 })
            {
                if (text.Is(before, Role.From))
                {
                    phrase.From ??= q.Value;
                }
                else if (text.Is(before, Role.To | Role.At) || (before == verb.Head && verb.Says(VerbClass.Level | VerbClass.Be)) || text.Is(before, Role.Comma) && phrase.To is null)
                {
                    phrase.To = q.High ?? q.Value;
                }
                else
                {
                    continue;
                }
            }
            else if (q.Unit is "pp" || (q.Unit is null && text.Is(i + 1, Role.Points)))
            {
                phrase.Points = q.Value * (verb.Says(VerbClass.Lower | VerbClass.Fall) ? -1 : 1);
            }
            else
            {
                continue;
            }

            phrase.Support(phrase.First, i + 1);
        }
    }

    private static TariffStatus? Status(VerbGroup verb) =>
        verb.Says(VerbClass.Threaten) ? TariffStatus.Threatened
        : verb.Mood switch
        {
            Mood.Threatened or Mood.Possible => TariffStatus.Threatened,
            Mood.Planned or Mood.Proposed => TariffStatus.Planned,
            _ when verb.Says(VerbClass.StrikeDown) => TariffStatus.StruckDown,
            _ when verb.Says(VerbClass.Suspend) => TariffStatus.Suspended,
            _ when verb.Says(VerbClass.Propose) && !verb.Says(VerbClass.Impose) => TariffStatus.Planned,
            _ when Prepares(verb) => TariffStatus.Planned,
            _ => TariffStatus.InForce,
        };

    private static void Imposed(FactText text, TariffPhrase phrase, VerbGroup verb, int first)
    {
        if (phrase.Imposer is not null && !text.Is(phrase.Noun, Role.None))
        {
            return;
        }

        if (verb.Subject >= 0 && text.Parties.Actor(verb.Subject) is { } imposer)
        {
            phrase.Imposer = imposer;
            if (verb.Subject >= first)
            {
                phrase.Support(verb.Subject, phrase.End);
            }
        }
    }

    private static void Agent(FactText text, TariffPhrase phrase, VerbGroup verb, int end)
    {
        if (phrase.Imposer is not null)
        {
            return;
        }

        for (int i = verb.End; i < Math.Min(end, verb.End + 8); i++)
        {
            if (text.Is(i, Role.By))
            {
                for (int j = i + 1; j < Math.Min(end, i + 4); j++)
                {
                    if (text.Parties.Of(j) is { } agent)
                    {
                        phrase.Imposer = agent;
                        phrase.Support(phrase.First, j + 1);
                        return;
                    }
                }
            }
        }
    }

    /// <summary>“Brazilian steel faces a 50% duty”, “goods from Vietnam are subject to”: the subject is the target.</summary>
    private static void Suffers(FactText text, TariffPhrase phrase, VerbGroup verb)
    {
        for (int i = Math.Max(verb.ClauseFirst, text.First(text.SentenceOf(verb.Head))); i < verb.First; i++)
        {
            if (text.Parties.Named(i) is { } party)
            {
                phrase.Target ??= party;
                phrase.Support(i, phrase.End);
            }
            else if (text.GoodsAt(i) is { } goods)
            {
                phrase.Goods ??= goods.Id;
                phrase.Support(i, phrase.End);
            }
        }
    }

    /// <summary>A tariff that is lifted falls from its level to nothing.</summary>
    private static void Removal(TariffPhrase phrase, VerbGroup verb, ref TariffStatus? status)
    {
        if (verb.Says(VerbClass.Remove) && phrase is { To: { } level, From: null } && !(verb.Says(VerbClass.Raise | VerbClass.Lower) && phrase.Noun + 1 != phrase.End && level == phrase.To && phrase.Points is not null))
        {
            bool toLevel = verb.Says(VerbClass.Raise | VerbClass.Lower) && phrase.End > phrase.Noun + 1;
            if (!toLevel)
            {
                (phrase.From, phrase.To) = (level, 0);
            }
        }
        else if (verb.Says(VerbClass.Impose) && phrase is { To: null, From: not null })
        {
            status ??= TariffStatus.InForce;
        }
    }

    private static int? Duration(FactText text, VerbGroup verb, TariffPhrase phrase, int end)
    {
        for (int i = verb.End; i < Math.Min(end, phrase.End + 8); i++)
        {
            if (text.DateAt(i) is { Days: { } days } && text.Is(i - 1, Role.For | Role.In | Role.Determiner))
            {
                phrase.Support(phrase.First, i + 1);
                return days;
            }
        }

        return null;
    }

    /// <summary>A tariff without a verb of its own: “a cut in tariffs to 10%”, “a 25% tariff on cars”.</summary>
    private static bool Nominal(FactText text, TariffPhrase phrase, int first, ref TariffStatus? status)
    {
        int i = phrase.First - 1;
        while (i > first && text.Is(i, Role.Determiner))
        {
            i--;
        }

        if (i > first && text.Is(i, Role.In | Role.Of | Role.To) && text.Items[i - 1].Term is { } noun && (noun.Is(Role.Change) || noun.Says(VerbClass.Lower | VerbClass.Raise)))
        {
            phrase.Support(i - 1, phrase.End);
            status = TariffStatus.InForce;
            for (int j = i - 2; j >= first; j--)
            {
                if (text.VerbAt(j) is { } verb)
                {
                    if (verb.Mood is Mood.Denied or Mood.Urged || verb.Says(VerbClass.Refuse | VerbClass.Urge))
                    {
                        return false;
                    }

                    status = verb.Mood is Mood.Possible || verb.Says(VerbClass.Threaten) ? TariffStatus.Threatened
                        : verb.Mood is Mood.Fact && !verb.Says(VerbClass.Promise | VerbClass.Propose | VerbClass.Plan) ? TariffStatus.InForce : TariffStatus.Planned;
                    break;
                }
            }

            return true;
        }

        if (Disputed(text, phrase, first))
        {
            return true;
        }

        // “retaliate with a 20% tariff”, “threat of a 10% levy”, “instead of a tariff of”.
        for (int j = phrase.First - 1; j >= Math.Max(first, phrase.First - 8); j--)
        {
            if (text.Is(j, Role.ThreatenedNoun))
            {
                status = TariffStatus.Threatened;
                return true;
            }

            if (text.Is(j, Role.Negative | Role.NegativeDeterminer | Role.Condition) || text.Reads(j, "instead"))
            {
                return false;
            }

            if (text.VerbAt(j) is { } verb)
            {
                if (verb.Mood is Mood.Denied or Mood.Urged or Mood.Conditional || verb.Says(VerbClass.Refuse | VerbClass.Urge))
                {
                    return false;
                }

                status = verb.Mood is Mood.Threatened or Mood.Possible || verb.Says(VerbClass.Threaten) ? TariffStatus.Threatened
                    : verb.Mood is Mood.Planned or Mood.Proposed || verb.Says(VerbClass.Propose) ? TariffStatus.Planned : status;
                if (verb.Says(VerbClass.Retaliate) && phrase.Imposer is null && text.Parties.Actor(verb.Subject) is { } actor)
                {
                    phrase.Imposer = actor;
                    status ??= TariffStatus.InForce;
                    phrase.Support(verb.Subject >= first ? verb.Subject : verb.First, phrase.End);
                }

                break;
            }
        }

        return true;
    }

    /// <summary>“requested consultations with X over a 50% duty on its beef”, “complained against X about”: the one complained of levies it.</summary>
    private static bool Disputed(FactText text, TariffPhrase phrase, int first)
    {
        int over = phrase.First - 1;
        while (over > first && text.Is(over, Role.Determiner))
        {
            over--;
        }

        if (phrase.Imposer is not null || !(text.Reads(over, "over") || text.Reads(over, "about") || text.Reads(over, "concerning")))
        {
            return false;
        }

        for (int i = over - 1; i >= Math.Max(first, over - 9); i--)
        {
            if (text.VerbAt(i) is { Finite: true })
            {
                return false;
            }

            if (text.Parties.Named(i) is { } party && text.Is(text.Is(i - 1, Role.Determiner) ? i - 2 : i - 1, Role.With | Role.Against) && !text.Parties.Joint(i))
            {
                phrase.Imposer = party;
                phrase.Support(i, phrase.End);
                return true;
            }
        }

        return false;
    }

    /// <summary>“that the United States imposed on fresh tomatoes from Mexico”, “imposed by Ankara in 2018”.</summary>
    private static void Relative(FactText text, TariffPhrase phrase, int end, ref TariffStatus? status)
    {
        for (int i = phrase.End; i < Math.Min(end, phrase.End + 8); i++)
        {
            if (text.VerbAt(i) is not { } verb)
            {
                continue;
            }

            bool relative = text.Is(verb.ClauseFirst - 1, Role.Relative) && verb.ClauseFirst - 1 <= phrase.End + 1;
            if (!verb.Says(VerbClass.Impose) || !(relative || (verb.Passive && verb.First <= phrase.End + 1)) || verb.Mood is Mood.Denied)
            {
                return;
            }

            if (!verb.Passive && phrase.Imposer is null && verb.Subject > phrase.Noun && text.Parties.Actor(verb.Subject) is { } imposer)
            {
                phrase.Imposer = imposer;
                phrase.Support(phrase.First, verb.End);
            }

            Agent(text, phrase, verb, end);
            var more = new TariffReader(text);
            more.Right(phrase, verb.End, end);
            status ??= TariffStatus.InForce;
            return;
        }
    }

    private static int DateOf(FactText text, VerbGroup verb, TariffPhrase phrase, int first, int end)
    {
        for (int i = phrase.End; i < Math.Min(end, phrase.End + 7); i++)
        {
            if (text.DateAt(i) is { Start: not null, Kind: DateKind.Date } && !text.Is(i - 1, Role.Until) && !text.Reads(i - 1, "since") && !text.Reads(i - 1, "by"))
            {
                phrase.Support(phrase.First, i + 1);
                return i;
            }

            if (text.VerbAt(i) is not null && i > verb.Head || text.Is(i, Role.Stop | Role.Comma))
            {
                break;
            }
        }

        if (Effective(text, phrase, end) is >= 0 and var effective)
        {
            return effective;
        }

        int from = Math.Max(first, verb.ClauseFirst);
        for (int i = from; i < phrase.First; i++)
        {
            if (text.DateAt(i) is { Start: not null, Kind: DateKind.Date } && !text.Is(i - 1, Role.Until) && !text.Reads(i - 1, "since"))
            {
                phrase.Support(i, phrase.End);
                return i;
            }
        }

        return -1;
    }

    /// <summary>“…, to take effect on 7 February”, “which come into force on May 3”: the day behind the verb that says so; -1 for none.</summary>
    private static int Effective(FactText text, TariffPhrase phrase, int end)
    {
        for (int i = phrase.End; i < end && !text.Is(i, Role.Tariff | Role.Stop); i++)
        {
            if (text.VerbAt(i) is not { } verb)
            {
                continue;
            }

            if (!verb.Finite && !verb.Says(VerbClass.TakeEffect))
            {
                continue;
            }

            if (!verb.Says(VerbClass.TakeEffect) || verb.Finite && !text.Is(verb.ClauseFirst - 1, Role.Relative) || verb.Mood is Mood.Denied or Mood.Conditional)
            {
                return -1;
            }

            for (int at = verb.End; at < Math.Min(end, verb.End + 3); at++)
            {
                if (text.DateAt(at) is { Start: not null, Kind: DateKind.Date } && !text.Is(at - 1, Role.Until))
                {
                    phrase.Support(phrase.First, at + 1);
                    return at;
                }
            }

            return -1;
        }

        return -1;
    }

    /// <summary>“and Beijing to 10%”, “and then fall to 40%”, “and its to 125%”: a further level without the noun.</summary>
    private static TariffFact? Ellipsis(FactText text, int i, int end, TariffFact previous, TariffReader reader, out int ellipsisEnd)
    {
        ellipsisEnd = i + 1;
        if (!text.Is(i, Role.Conjunction | Role.Contrast | Role.Comma) || i + 2 >= end)
        {
            return null;
        }

        int at = i + 1;
        while (at < end && text.Is(at, Role.Adverb | Role.Conjunction) || text.Reads(at, "then"))
        {
            at++;
        }

        string? imposer = previous.Imposer, target = previous.Target;
        bool other = false;
        bool verb = text.VerbAt(at) is { } v && v.Says(VerbClass.Fall | VerbClass.Rise | VerbClass.Lower | VerbClass.Raise);
        if (text.Parties.Named(at) is { } party)
        {
            other = true;
            (imposer, target) = (party, party == previous.Target ? previous.Imposer : null);
            at++;
        }
        else if (text.Is(at, Role.OwnPossessive) && previous is { Imposer: not null, Target: not null })
        {
            other = true;
            (imposer, target) = (previous.Target, previous.Imposer);
            at++;
        }
        else if (verb)
        {
            at++;
        }
        else
        {
            return null;
        }

        var phrase = new TariffPhrase { Noun = at, First = other || verb ? i + 1 : i, End = at };
        reader.Right(phrase, at, end);
        if (phrase.To is null)
        {
            return null;
        }

        ellipsisEnd = phrase.End;
        return previous with
        {
            Imposer = imposer,
            Target = target,
            FromPercent = phrase.From,
            ToPercent = phrase.To,
            ChangePoints = null,
            CoverageValue = null,
            Unit = null,
            Date = null,
            Evidence = text.Evidence(phrase.First, phrase.End),
        };
    }
}
