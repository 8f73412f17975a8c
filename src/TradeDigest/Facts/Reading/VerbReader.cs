namespace TradeDigest.Facts.Reading;

/// <summary>Finds the verbs of each sentence: which words are verbs and not nouns, their voice, mood, clause and subject.</summary>
/// <remarks>A shallow reading from left to right: a clause begins behind a subordinator, a relative word, a conjunction or comma that is followed by a
/// subject of its own; a verb without one shares the subject of the verb before it.</remarks>
internal static class VerbReader
{
    public static List<VerbGroup> Read(FactText text)
    {
        var verbs = new List<VerbGroup>();
        for (int s = 0; s < text.Sentences; s++)
        {
            ReadSentence(text, text.First(s), text.End(s), verbs);
        }

        return verbs;
    }

    private static void ReadSentence(FactText text, int first, int end, List<VerbGroup> verbs)
    {
        int before = verbs.Count;
        for (int i = first; i < end; i++)
        {
            var term = text.Items[i].Term;
            bool helps = term.Is(Role.Be | Role.Have | Role.Do) && NextIsVerbal(text, i, end);
            if (helps)
            {
                continue;
            }

            bool isBe = term.Is(Role.Be);
            if (!isBe && (term.Forms == VerbForm.None || !IsVerb(text, i, first, end)))
            {
                continue;
            }

            verbs.Add(Build(text, i, first, isBe, verbs, before));
        }
    }

    /// <summary>Whether an auxiliary is followed, past adverbs and negations, by the verb that it helps.</summary>
    private static bool NextIsVerbal(FactText text, int be, int end)
    {
        for (int i = be + 1; i < end; i++)
        {
            var item = text.Items[i];
            if (item.Is(Role.Adverb | Role.Negative | Role.Auxiliary))
            {
                continue;
            }

            return (item.Term.Forms & (VerbForm.Participle | VerbForm.Gerund)) != 0 || (text.Is(be, Role.Do) && (item.Term.Forms & VerbForm.Base) != 0);
        }

        return false;
    }

    private static bool IsVerb(FactText text, int i, int first, int end)
    {
        var term = text.Items[i].Term;
        var forms = term.Forms;
        int previous = BeforeAdverbs(text, i, first);
        if (previous < first)
        {
            return i + 1 < end && ((forms & VerbForm.Gerund) != 0 || !term.AlsoNoun) && StartsNounPhrase(text, i + 1);
        }

        var item = text.Items[previous];
        var next = i + 1 < end ? text.Items[i + 1] : default;
        if (item.Is(Role.Auxiliary))
        {
            return true;
        }

        if (item.Is(Role.To))
        {
            // “to cut”, and “committed to buying”.
            return (forms & (VerbForm.Base | VerbForm.Gerund)) != 0 && previous == i - 1;
        }

        if ((forms & VerbForm.Gerund) != 0)
        {
            // “the lifting of” and “rising costs” behind a determiner are no verbs.
            return !item.Is(Role.Determiner | Role.Possessive) && next.Term is not null && !next.Is(Role.Of);
        }

        bool that = item.Is(Role.That) && (forms & (VerbForm.Past | VerbForm.Third)) != 0 && !term.Is(Role.Metric);
        if ((item.Is(Role.Determiner | Role.Possessive) && !that) || (item.Kind == ItemKind.Quantity && (term.AlsoNoun || text.QuantityAt(previous)!.Value.Unit is null or "%" or "pp")) || item.Is(Role.Hyphen)
            || (item.Is(Role.Preposition) && !item.Is(Role.Contrast | Role.Conjunction)))
        {
            return false;
        }

        if (term.Is(Role.Metric))
        {
            // “exports” is a verb only between an actor and an amount or object.
            bool actor = item.Is(Role.Pronoun | Role.AboutNoun) || (item.Is(Role.Relative) && !item.Is(Role.That)) || (item.Kind == ItemKind.Name && text.NameAt(previous)!.Form != Language.PartyForm.Adjective);
            return actor && next.Term is not null && (next.Kind is ItemKind.Quantity or ItemKind.Goods || next.Is(Role.Determiner | Role.Possessive) || text.Reads(i + 1, "about"));
        }

        if (!term.AlsoNoun || item.Is(Role.Pronoun | Role.Relative | Role.AboutNoun))
        {
            return true;
        }

        if (item.Kind == ItemKind.Name)
        {
            return text.NameAt(previous)!.Form != Language.PartyForm.Adjective || StartsNounPhrase(text, i + 1) || PluralVerb(forms, next);
        }

        if (item.Is(Role.Metric | Role.Tariff | Role.Elliptical))
        {
            // “exports rise 5%”, “trade gap narrows”; “export rise”, “tariff cut” are nouns.
            return text.Word(previous)[^1] is 's' or 'S' || (forms & VerbForm.Third) != 0;
        }

        if (item.Is(Role.Conjunction | Role.Comma))
        {
            return StartsNounPhrase(text, i + 1);
        }

        if (item.Kind == ItemKind.Goods && term.Says(VerbClass.Rise | VerbClass.Fall | VerbClass.Level) && (next.Kind == ItemKind.Quantity || (next.Is(Role.From | Role.To | Role.By) && i + 2 < end && text.Items[i + 2].Kind == ItemKind.Quantity)))
        {
            // “tariffs on Canadian barley drop from 24%”.
            return true;
        }

        if (text.Items[previous].Term is { Forms: not VerbForm.None, AlsoNoun: false })
        {
            // “imposed bans last year”: behind a verb the word is its object.
            return false;
        }

        return StartsNounPhrase(text, i + 1) && (text.Word(previous)[^1] is 's' or 'S' || (forms & (VerbForm.Third | VerbForm.Past)) != 0);
    }

    /// <summary>The item before a word, past adverbs and dates: “China currently controls”, “Chile on Monday lifted”.</summary>
    private static int BeforeAdverbs(FactText text, int i, int first)
    {
        int previous = i - 1;
        while (previous >= first && ((text.Is(previous, Role.Adverb | Role.Negative) && !text.Is(previous, Role.Auxiliary)) || text.Items[previous].Kind == ItemKind.Date))
        {
            bool dated = text.Items[previous].Kind == ItemKind.Date && previous > first && text.Is(previous - 1, Role.On | Role.In);
            previous -= dated ? 2 : 1;
        }

        return previous;
    }

    private static bool PluralVerb(VerbForm forms, Item next) =>
        (forms & VerbForm.Third) != 0 && next.Term is not null && (next.Kind is ItemKind.Quantity or ItemKind.Goods || next.Is(Role.Preposition | Role.Tariff | Role.GenericGoods));

    /// <summary>Whether an object, an infinitive or an amount begins here.</summary>
    private static bool StartsNounPhrase(FactText text, int i)
    {
        if (i >= text.Items.Length)
        {
            return false;
        }

        var item = text.Items[i];
        return item.Kind != ItemKind.Word || item.Is(Role.Determiner | Role.Possessive | Role.To | Role.Tariff | Role.Metric | Role.GenericGoods | Role.Pronoun | Role.By | Role.That | Role.AboutNoun | Role.World);
    }

    private static VerbGroup Build(FactText text, int head, int sentenceFirst, bool isBe, List<VerbGroup> verbs, int before)
    {
        var (first, passive, infinitive, mood) = Auxiliaries(text, head, sentenceFirst);
        var form = text.Items[head].Term.Forms;
        var previous = verbs.Count > before ? verbs[^1] : null;
        bool bare = first == head;
        bool reduced = bare && !infinitive && IsReducedPassive(text, head, form, previous);
        bool gerund = bare && (form & VerbForm.Gerund) != 0;
        bool finite = !infinitive && !reduced && !gerund;
        int clause = ClauseStart(text, first, sentenceFirst, previous, out bool conditional, out bool relative);
        int controller = -1;
        int subject;
        if (infinitive)
        {
            (subject, controller, mood) = Controlled(text, first, sentenceFirst, previous, mood);
        }
        else if (reduced)
        {
            subject = SubjectHead(text, clause, first, nearest: true);
        }
        else if (gerund)
        {
            (subject, controller, mood) = GerundSubject(text, first, clause, previous, mood);
        }
        else
        {
            subject = SubjectHead(text, clause, first, nearest: relative);
            if (relative && subject < 0)
            {
                subject = Antecedent(text, clause, sentenceFirst);
            }

            if (!relative && BehindAside(text, previous, first) && Antecedent(text, previous!.ClauseFirst, sentenceFirst) is >= 0 and var aside)
            {
                // “Mali, which had faced a 50% tariff, now pays 15%”: the aside has an end.
                (subject, clause) = (aside, aside);
            }

            if (subject < 0 && previous is not null && !text.Is(first - 1, Role.Pronoun) && !HasPlainSubject(text, clause, first))
            {
                subject = previous.Subject;
                mood = Stronger(mood, bare && !isBe ? Inherited(previous) : mood);
            }

            mood = Reported(text, previous, mood);
        }

        if (conditional && mood != Mood.Denied)
        {
            mood = Mood.Conditional;
        }

        return new VerbGroup(first, head, form, finite, passive || reduced, mood, clause, subject, controller, isBe ? BeTerm : text.Items[head].Term);
    }

    /// <summary>Whether a comma right before the verb, past adverbs and dates, closes a relative clause that a comma opened.</summary>
    private static bool BehindAside(FactText text, VerbGroup? previous, int first)
    {
        if (previous is null || !text.Is(previous.ClauseFirst - 1, Role.Relative) || !text.Is(previous.ClauseFirst - 2, Role.Comma))
        {
            return false;
        }

        int at = first - 1;
        while (at > previous.Head && (text.Is(at, Role.Adverb) || text.Items[at].Kind == ItemKind.Date || text.Is(at, Role.On | Role.In) && text.Items[at + 1].Kind == ItemKind.Date))
        {
            at--;
        }

        return at > previous.Head && text.Is(at, Role.Comma);
    }

    private static Term BeTerm { get; } = new() { Verbs = VerbClass.Be, Base = "be", Roles = Role.Be };

    /// <summary>Walks left over auxiliaries, adverbs, negations and “to”.</summary>
    private static (int First, bool Passive, bool Infinitive, Mood Mood) Auxiliaries(FactText text, int head, int sentenceFirst)
    {
        int first = head;
        bool passive = false, infinitive = false, be = false;
        var mood = Mood.Fact;
        for (int i = head - 1; i >= sentenceFirst; i--)
        {
            var item = text.Items[i];
            if (item.Is(Role.Auxiliary))
            {
                be |= item.Is(Role.Be);
                mood = Stronger(mood, item.Is(Role.Planned) ? Mood.Planned : item.Is(Role.Possible) ? Mood.Possible : Mood.Fact);
                mood = item.Is(Role.NegativeAuxiliary) ? Mood.Denied : mood;
                first = i;
            }
            else if (item.Is(Role.Negative))
            {
                mood = Mood.Denied;
                first = i;
            }
            else if (item.Is(Role.To) && (first == head || text.Is(first, Role.Be | Role.Have | Role.Adverb | Role.Negative)) && !infinitive)
            {
                infinitive = true;
                first = i;
                if (text.Is(i - 1, Role.Negative) && i - 1 >= sentenceFirst)
                {
                    mood = Mood.Denied;
                    first = i - 1;
                }

                break;
            }
            else if (item.Is(Role.Adverb) || (item.Is(Role.Hyphen) && text.Is(i - 1, Role.Adverb)))
            {
                continue;
            }
            else
            {
                break;
            }
        }

        if (be)
        {
            passive = (text.Items[head].Term.Forms & VerbForm.Participle) != 0 && (text.Items[head].Term.Forms & VerbForm.Gerund) == 0;
        }

        return (first, passive, infinitive, mood);
    }

    /// <summary>“tariffs imposed by Washington”, “a deal reached in May”: a bare participle behind a noun, with no object behind it.</summary>
    private static bool IsReducedPassive(FactText text, int head, VerbForm form, VerbGroup? previous)
    {
        if ((form & VerbForm.Participle) == 0 || head + 1 >= text.Items.Length)
        {
            return false;
        }

        var next = text.Items[head + 1];
        if (text.Items[head].Term.Says(VerbClass.Expire | VerbClass.TakeEffect | VerbClass.Remain | VerbClass.Meet) && !next.Is(Role.By))
        {
            return false;
        }

        if (next.Is(Role.By) && head + 2 < text.Items.Length && text.Items[head + 2].Kind == ItemKind.Quantity)
        {
            // “exports increased by 5 percent”: by how much, and not by whom.
            return false;
        }

        bool noObject = next.Kind == ItemKind.Date || next.Is(Role.By) || (next.Is(Role.On | Role.In | Role.Against | Role.At) && !text.Items[head].Term.Says(VerbClass.Rise | VerbClass.Fall | VerbClass.Level));
        var behind = head > 0 ? text.Items[head - 1] : default;
        bool behindNoun = behind.Term is not null && (behind.Is(Role.Tariff | Role.GenericGoods | Role.WindowNoun) || behind.Kind == ItemKind.Goods || (behind.Kind == ItemKind.Word && behind.Term == Term.None));
        behindNoun |= behind.Term is not null && behind.Is(Role.Comma) && head >= 2 && previous is { Finite: true }
            && (text.Is(head - 2, Role.Tariff | Role.GenericGoods | Role.WindowNoun) || text.Items[head - 2].Kind == ItemKind.Goods);
        return noObject && behindNoun && (next.Is(Role.By) || previous is not { Finite: true } || previous.Head < head);
    }

    private static int ClauseStart(FactText text, int first, int sentenceFirst, VerbGroup? previous, out bool conditional, out bool relative)
    {
        conditional = false;
        relative = false;
        int stop = previous?.End ?? sentenceFirst;
        int start = stop;
        for (int i = first - 1; i >= stop; i--)
        {
            var item = text.Items[i];
            if (item.Is(Role.Condition))
            {
                conditional = true;
                start = i + 1;
                break;
            }

            if (item.Is(Role.Relative) && !(item.Is(Role.That) && previous is not null && i == previous.End))
            {
                relative = true;
                start = i + 1;
                break;
            }

            if (item.Is(Role.Stop | Role.That) || (item.Is(Role.Contrast | Role.Subordinator) && !item.Is(Role.Conjunction)))
            {
                start = i + 1;
                break;
            }

            if (previous is not null && item.Is(Role.Conjunction | Role.Dash) && i + 1 < first + 1)
            {
                start = i + 1;
                break;
            }

            if (previous is not null && item.Is(Role.Comma) && HasSubject(text, i + 1, first))
            {
                start = i + 1;
                // “…, and the duty on X was”: the conjunction nearest to the verb may lie inside its subject; the comma is no better.
                break;
            }

            if (previous is null && i == stop)
            {
                start = stop;
            }
        }

        if (!conditional && previous is not null && start <= previous.End && previous.Mood == Mood.Conditional && !HasSubject(text, previous.End, first))
        {
            conditional = true;
        }

        return start;
    }

    /// <summary>Whether the clause opens with a noun phrase that no lexicon knows (“and the group retaliated”): then its verb shares no other's subject.</summary>
    private static bool HasPlainSubject(FactText text, int clause, int first) =>
        text.Is(clause - 1, Role.Conjunction) && first - clause is >= 2 and <= 6 && text.Is(clause, Role.Determiner) && !text.Is(clause, Role.Pronoun | Role.That)
        && text.Items[clause + 1] is { Kind: ItemKind.Word } noun && noun.Term == Term.None;

    private static bool HasSubject(FactText text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (text.Items[i].Kind is ItemKind.Name or ItemKind.Goods || text.Is(i, Role.Pronoun | Role.Tariff | Role.Metric | Role.AboutNoun | Role.GenericGoods | Role.Elliptical))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The head of the noun phrase before a verb: the first that does not hang on a preposition; with <paramref name="nearest"/> the last.</summary>
    private static int SubjectHead(FactText text, int from, int to, bool nearest)
    {
        int found = -1;
        bool hanging = false;
        for (int i = from; i < to; i++)
        {
            var item = text.Items[i];
            if (item.Is(Role.Preposition) && !(item.Is(Role.Contrast) && i == from))
            {
                hanging = true;
                continue;
            }

            if (item.Is(Role.Comma) || item.Kind == ItemKind.Date)
            {
                hanging = false;
                continue;
            }

            bool head = item.Is(Role.Pronoun | Role.Tariff | Role.Metric | Role.AboutNoun | Role.GenericGoods | Role.Elliptical | Role.WindowNoun | Role.DeadlineNoun | Role.BothWays)
                || item.Kind is ItemKind.Goods || (item.Kind == ItemKind.Name && !text.Is(i + 1, Role.Possessive));
            if (!head)
            {
                continue;
            }

            if (nearest)
            {
                found = i;
                continue;
            }

            if (hanging && item.Kind == ItemKind.Name && i > from && (text.Items[i - 1].Kind == ItemKind.Goods || text.Is(i - 1, Role.Tariff | Role.Metric | Role.WindowNoun)))
            {
                // “Before the duties Peru took”: what hangs on the preposition has ended.
                hanging = false;
            }

            if (!hanging)
            {
                // “Chinese tariffs”, “the U.S. trade deficit”: the last of the row is the head; “the duties Peru (imposed)”: whoever stands right before the verb.
                bool contact = found >= 0 && found == i - 1 && i + 1 == to && item.Kind == ItemKind.Name && text.Items[found].Kind != ItemKind.Name && text.NameAt(i)!.Form != Language.PartyForm.Adjective;
                bool row = found < 0 || contact || (i == found + 1 && text.Items[found].Kind == ItemKind.Name);
                if (row)
                {
                    found = i;
                }
            }
        }

        if (found >= 0 || nearest)
        {
            return found;
        }

        // Nothing but what hangs or owns: “China's commerce ministry”, “officials in Tokyo”.
        for (int i = from; i < to; i++)
        {
            // “Tessera of Peru said”: a name that no lexicon knows, and not the country, is the subject.
            bool unknown = i - 2 >= from && text.Is(i - 1, Role.Of | Role.In) && text.Items[i - 2] is { Kind: ItemKind.Word } word && word.Term == Term.None && char.IsUpper(text.Word(i - 2)[0]);
            if (unknown)
            {
                return -1;
            }

            if (text.Items[i].Kind == ItemKind.Name && (i == from || text.Is(i + 1, Role.Possessive) || !text.Is(i - 1, Role.Preposition) || text.Is(i - 1, Role.Of)))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Antecedent(FactText text, int clause, int sentenceFirst)
    {
        for (int i = clause - 2; i >= Math.Max(sentenceFirst, clause - 14); i--)
        {
            if (text.Items[i].Kind is ItemKind.Name or ItemKind.Goods || text.Is(i, Role.Tariff | Role.Metric | Role.WindowNoun | Role.GenericGoods))
            {
                return i;
            }
        }

        return -1;
    }

    private static (int Subject, int Controller, Mood Mood) Controlled(FactText text, int first, int sentenceFirst, VerbGroup? previous, Mood mood)
    {
        int left = first - 1;
        while (left >= sentenceFirst && text.Is(left, Role.Adverb | Role.Negative))
        {
            left--;
        }

        if (left > sentenceFirst && text.Is(left, Role.PlannedNoun | Role.PromiseNoun | Role.ThreatenedNoun) && text.Is(left - 1, Role.NegativeDeterminer))
        {
            return (OwnerOf(text, left, sentenceFirst, previous), left, Mood.Denied);
        }

        if (left >= sentenceFirst && text.Is(left, Role.ThreatenedNoun))
        {
            return (OwnerOf(text, left, sentenceFirst, previous), left, Stronger(mood, Mood.Threatened));
        }

        if (previous is null)
        {
            bool planned = left >= sentenceFirst && text.Is(left, Role.PlannedNoun | Role.PromiseNoun | Role.Be);
            return (OwnerOf(text, left, sentenceFirst, previous), left, Stronger(mood, planned ? PlannedBy(text, left) : Mood.Fact));
        }

        if (previous is { Finite: false, Controller: >= 0 } && text.Is(left, Role.Conjunction | Role.Comma))
        {
            // “proposed to cut quotas and to double the duty”: both infinitives hang on one verb.
            return (previous.Subject, previous.Controller, Stronger(mood, previous.Mood));
        }

        bool direct = left == previous.Head;
        bool named = !direct && HasSubject(text, previous.End, first);
        if (!direct && text.Is(left, Role.PlannedNoun | Role.PromiseNoun))
        {
            return (OwnerOf(text, left, sentenceFirst, previous), left, Stronger(mood, Stronger(PlannedBy(text, left), previous.Mood)));
        }

        var said = direct || named ? OfController(previous, named) : Mood.Planned;
        int subject = named && previous.Says(VerbClass.Urge | VerbClass.Approve | VerbClass.Expect | VerbClass.Say) ? SubjectHead(text, previous.End, first, nearest: false)
            : named && previous.Verb.Base is null ? SubjectHead(text, previous.End, first, nearest: true)
            : previous.Subject;
        if (named && text.Items[left].Kind == ItemKind.Name)
        {
            // “prompting the U.S. to suspend”: whoever stands before “to” acts, unless the verb before takes a plain object.
            subject = previous.Says(VerbClass.Threaten | VerbClass.Promise) ? previous.Subject : left;
        }

        return (subject, previous.Head, Stronger(mood, Stronger(said, previous.Mood is Mood.Fact ? Mood.Fact : previous.Mood)));
    }

    private static Mood PlannedBy(FactText text, int noun) => text.Reads(noun, "decision") ? Mood.Fact : Mood.Planned;

    private static int OwnerOf(FactText text, int noun, int sentenceFirst, VerbGroup? previous)
    {
        for (int i = noun - 1; i >= Math.Max(sentenceFirst, noun - 6); i--)
        {
            if (text.Items[i].Kind == ItemKind.Name)
            {
                return i;
            }

            if (text.Is(i, Role.OwnPossessive | Role.Pronoun | Role.AboutNoun))
            {
                return previous is null || !text.Is(i, Role.OwnPossessive) ? i : previous.Subject;
            }
        }

        return previous?.Subject ?? -1;
    }

    private static (int Subject, int Controller, Mood Mood) GerundSubject(FactText text, int first, int clause, VerbGroup? previous, Mood mood)
    {
        int left = first - 1;
        if (text.Is(left, Role.Preposition))
        {
            bool without = text.Reads(left, "without") || text.Reads(left, "against") || text.Reads(left, "from") || (text.Is(left, Role.Of) && text.Reads(left - 1, "instead"));
            bool threat = text.Is(left, Role.Of) && text.Is(left - 1, Role.ThreatenedNoun);
            // “answered by banning”: behind a verb that no lexicon knows the clause still has its subject.
            int acting = previous?.Subject ?? (text.Is(left, Role.By) ? SubjectHead(text, clause, left, nearest: false) : -1);
            return (acting, previous?.Head ?? -1,
                without && !(text.Reads(left, "from") && previous is null) ? Mood.Denied : threat ? Mood.Threatened : Stronger(mood, previous?.Mood ?? Mood.Fact));
        }

        if (previous is not null && left == previous.Head)
        {
            return (previous.Subject, previous.Head, Stronger(mood, Stronger(OfController(previous, false), previous.Mood)));
        }

        int own = SubjectHead(text, Math.Max(clause, OpenedByWith(text, clause, first)), first, nearest: false);
        bool absolute = own >= 0 && !text.Is(left, Role.Comma);
        return absolute ? (own, -1, mood) : (previous?.Subject ?? own, previous?.Head ?? -1, Stronger(mood, previous?.Mood ?? Mood.Fact));
    }

    /// <summary>“with Washington reducing its tariffs”: the clause of a gerund begins behind “with”.</summary>
    private static int OpenedByWith(FactText text, int from, int to)
    {
        for (int i = to - 1; i >= from; i--)
        {
            if (text.Is(i, Role.With))
            {
                return i + 1;
            }
        }

        return from;
    }

    /// <summary>What a verb makes of the infinitive or gerund that hangs on it.</summary>
    private static Mood OfController(VerbGroup verb, bool withObject) =>
        verb.Says(VerbClass.Refuse) ? Mood.Denied
        : verb.Says(VerbClass.Threaten) ? Mood.Threatened
        : verb.Says(VerbClass.Urge) && (withObject || !verb.Says(VerbClass.Propose)) ? Mood.Urged
        : verb.Says(VerbClass.Propose) ? Mood.Proposed
        : verb.Verb.Base is "decide" or "move" ? Mood.Fact
        : verb.Says(VerbClass.Plan | VerbClass.Promise | VerbClass.Be | VerbClass.Expect) ? Mood.Planned
        : verb.Says(VerbClass.Begin) ? Mood.Fact
        : withObject ? Mood.Fact
        : Mood.Planned;

    private static Mood Inherited(VerbGroup previous) => previous.Mood is Mood.Denied ? Mood.Fact : previous.Mood;

    /// <summary>“warned that it would impose” is a threat; what is denied is not so; what is urged is not yet so.</summary>
    private static Mood Reported(FactText text, VerbGroup? previous, Mood mood)
    {
        if (previous is null || mood == Mood.Denied)
        {
            return mood;
        }

        if (previous.Says(VerbClass.Threaten) && mood is Mood.Planned or Mood.Possible && previous is { Mood: not Mood.Denied })
        {
            return previous.Says(VerbClass.Threaten) ? Mood.Threatened : mood;
        }

        return previous.Verb.Base is "deny" && text.Is(previous.End, Role.That | Role.Pronoun | Role.Have) ? Mood.Denied : mood;
    }

    private static Mood Stronger(Mood a, Mood b) => a > b ? a : b;
}
