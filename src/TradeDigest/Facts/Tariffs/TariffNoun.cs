using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts.Tariffs;

/// <summary>Reads a tariff that stands under no verb of its own.</summary>
internal static class TariffNoun
{
    /// <summary>A tariff without a verb of its own: “a cut in tariffs to 10%”, “a 25% tariff on cars”.</summary>
    public static bool Nominal(FactText text, TariffPhrase phrase, int first, ref TariffStatus? status)
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
                    : (verb.Mood is Mood.Planned or Mood.Proposed || verb.Says(VerbClass.Propose)) && verb.Verb.Base != "exempt" ? TariffStatus.Planned : status;
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
    public static bool Disputed(FactText text, TariffPhrase phrase, int first)
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
}
