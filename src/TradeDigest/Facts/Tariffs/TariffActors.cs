using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts.Tariffs;

/// <summary>Says who imposes a tariff and on whom, from the verb around it.</summary>
internal static class TariffActors
{
    public static void Imposed(FactText text, TariffPhrase phrase, VerbGroup verb, int first)
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

    public static void Agent(FactText text, TariffPhrase phrase, VerbGroup verb, int end)
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

    /// <summary>“Brazilian steel faces a 50% duty”, “goods from Vietnam are subject to”, “Mali, which faces”: the subject is the target;
    /// “Malian exports to Chad attract”: where the goods go, the duty is levied.</summary>
    public static void Suffers(FactText text, TariffPhrase phrase, VerbGroup verb)
    {
        int first = text.First(text.SentenceOf(verb.Head));
        Where(text, phrase, verb, first);
        if (verb.Subject >= first && verb.Subject < verb.ClauseFirst && text.Is(verb.ClauseFirst - 1, Role.Relative) && text.Parties.Named(verb.Subject) is { } relative)
        {
            phrase.Target ??= relative;
            phrase.Support(verb.Subject, phrase.End);
            return;
        }

        for (int i = Math.Max(verb.ClauseFirst, first); i < verb.First; i++)
        {
            if (text.Parties.Named(i) is { } party)
            {
                int before = text.Is(i - 1, Role.Determiner) ? i - 2 : i - 1;
                if (phrase.Target is not null && text.Is(before, Role.To))
                {
                    phrase.Imposer ??= party;
                }

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

    /// <summary>“to Peru, where copper faces a 12% duty”: whoever stands before “where” levies it.</summary>
    private static void Where(FactText text, TariffPhrase phrase, VerbGroup verb, int first)
    {
        if (phrase.Imposer is not null || !text.Reads(verb.ClauseFirst - 1, "where"))
        {
            return;
        }

        for (int i = verb.ClauseFirst - 2; i >= Math.Max(first, verb.ClauseFirst - 5); i--)
        {
            if (text.Parties.Named(i) is { } place)
            {
                phrase.Imposer = place;
                phrase.Support(i, phrase.End);
                return;
            }
        }
    }

    /// <summary>“that the United States imposed on fresh tomatoes from Mexico”, “imposed by Ankara in 2018”.</summary>
    public static void Relative(FactText text, TariffPhrase phrase, int end, ref TariffStatus? status)
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
}
