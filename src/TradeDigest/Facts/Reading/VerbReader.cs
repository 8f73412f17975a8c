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
            bool helps = term.Is(Role.Be | Role.Have | Role.Do) && VerbWords.NextIsVerbal(text, i, end);
            if (helps)
            {
                continue;
            }

            bool isBe = term.Is(Role.Be);
            if (!isBe && (term.Forms == VerbForm.None || !VerbWords.IsVerb(text, i, first, end)))
            {
                continue;
            }

            verbs.Add(Build(text, i, first, isBe, verbs, before));
        }
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
            subject = VerbSubjects.SubjectHead(text, clause, first, nearest: true);
        }
        else if (gerund)
        {
            (subject, controller, mood) = GerundSubject(text, first, clause, previous, mood);
        }
        else
        {
            subject = VerbSubjects.SubjectHead(text, clause, first, nearest: relative);
            if (relative && subject < 0)
            {
                subject = VerbSubjects.Antecedent(text, clause, sentenceFirst);
            }

            if (!relative && VerbSubjects.BehindAside(text, previous, first) && VerbSubjects.Antecedent(text, previous!.ClauseFirst, sentenceFirst) is >= 0 and var aside)
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

            if (previous is not null && item.Is(Role.Comma) && VerbSubjects.HasSubject(text, i + 1, first))
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

        if (!conditional && previous is not null && start <= previous.End && previous.Mood == Mood.Conditional && !VerbSubjects.HasSubject(text, previous.End, first))
        {
            conditional = true;
        }

        return start;
    }

    /// <summary>Whether the clause opens with a noun phrase that no lexicon knows (“and the group retaliated”): then its verb shares no other's subject.</summary>
    private static bool HasPlainSubject(FactText text, int clause, int first) =>
        text.Is(clause - 1, Role.Conjunction) && first - clause is >= 2 and <= 6 && text.Is(clause, Role.Determiner) && !text.Is(clause, Role.Pronoun | Role.That)
        && text.Items[clause + 1] is { Kind: ItemKind.Word } noun && noun.Term == Term.None;

    private static (int Subject, int Controller, Mood Mood) Controlled(FactText text, int first, int sentenceFirst, VerbGroup? previous, Mood mood)
    {
        int left = first - 1;
        while (left >= sentenceFirst && text.Is(left, Role.Adverb | Role.Negative))
        {
            left--;
        }

        if (left > sentenceFirst && text.Is(left, Role.PlannedNoun | Role.PromiseNoun | Role.ThreatenedNoun) && text.Is(left - 1, Role.NegativeDeterminer))
        {
            return (VerbSubjects.OwnerOf(text, left, sentenceFirst, previous), left, Mood.Denied);
        }

        if (left >= sentenceFirst && text.Is(left, Role.ThreatenedNoun))
        {
            return (VerbSubjects.OwnerOf(text, left, sentenceFirst, previous), left, Stronger(mood, Mood.Threatened));
        }

        if (previous is null)
        {
            bool planned = left >= sentenceFirst && text.Is(left, Role.PlannedNoun | Role.PromiseNoun | Role.Be);
            return (VerbSubjects.OwnerOf(text, left, sentenceFirst, previous), left, Stronger(mood, planned ? PlannedBy(text, left) : Mood.Fact));
        }

        if (previous is { Finite: false, Controller: >= 0 } && text.Is(left, Role.Conjunction | Role.Comma))
        {
            // “proposed to cut quotas and to double the duty”: both infinitives hang on one verb.
            return (previous.Subject, previous.Controller, Stronger(mood, previous.Mood));
        }

        bool direct = left == previous.Head;
        bool named = !direct && VerbSubjects.HasSubject(text, previous.End, first);
        if (!direct && text.Is(left, Role.PlannedNoun | Role.PromiseNoun))
        {
            return (VerbSubjects.OwnerOf(text, left, sentenceFirst, previous), left, Stronger(mood, Stronger(PlannedBy(text, left), previous.Mood)));
        }

        var said = direct || named ? OfController(previous, named) : Mood.Planned;
        int subject = named && previous.Says(VerbClass.Urge | VerbClass.Approve | VerbClass.Expect | VerbClass.Say) ? VerbSubjects.SubjectHead(text, previous.End, first, nearest: false)
            : named && previous.Verb.Base is null ? VerbSubjects.SubjectHead(text, previous.End, first, nearest: true)
            : previous.Subject;
        if (named && text.Items[left].Kind == ItemKind.Name)
        {
            // “prompting the U.S. to suspend”: whoever stands before “to” acts, unless the verb before takes a plain object.
            subject = previous.Says(VerbClass.Threaten | VerbClass.Promise) ? previous.Subject : left;
        }

        return (subject, previous.Head, Stronger(mood, Stronger(said, previous.Mood is Mood.Fact ? Mood.Fact : previous.Mood)));
    }

    private static Mood PlannedBy(FactText text, int noun) => text.Reads(noun, "decision") ? Mood.Fact : Mood.Planned;

    private static (int Subject, int Controller, Mood Mood) GerundSubject(FactText text, int first, int clause, VerbGroup? previous, Mood mood)
    {
        int left = first - 1;
        if (text.Is(left, Role.Preposition))
        {
            bool without = text.Reads(left, "without") || text.Reads(left, "against") || text.Reads(left, "from") || (text.Is(left, Role.Of) && text.Reads(left - 1, "instead"));
            bool threat = text.Is(left, Role.Of) && text.Is(left - 1, Role.ThreatenedNoun);
            // “answered by banning”: behind a verb that no lexicon knows the clause still has its subject.
            int acting = previous?.Subject ?? (text.Is(left, Role.By) ? VerbSubjects.SubjectHead(text, clause, left, nearest: false) : -1);
            return (acting, previous?.Head ?? -1,
                without && !(text.Reads(left, "from") && previous is null) ? Mood.Denied : threat ? Mood.Threatened : Stronger(mood, previous?.Mood ?? Mood.Fact));
        }

        if (previous is not null && left == previous.Head)
        {
            return (previous.Subject, previous.Head, Stronger(mood, Stronger(OfController(previous, false), previous.Mood)));
        }

        int own = VerbSubjects.SubjectHead(text, Math.Max(clause, VerbSubjects.OpenedByWith(text, clause, first)), first, nearest: false);
        bool absolute = own >= 0 && !text.Is(left, Role.Comma);
        return absolute ? (own, -1, mood) : (previous?.Subject ?? own, previous?.Head ?? -1, Stronger(mood, previous?.Mood ?? Mood.Fact));
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
