using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts.Tariffs;

/// <summary>Finds the verb that says what becomes of a tariff, and what it says.</summary>
internal static class TariffVerb
{
    private const VerbClass Changes = VerbClass.Impose | VerbClass.Lower | VerbClass.Raise | VerbClass.Remove | VerbClass.Suspend | VerbClass.Extend | VerbClass.StrikeDown
        | VerbClass.Threaten | VerbClass.Propose | VerbClass.Face | VerbClass.Subject | VerbClass.TakeEffect | VerbClass.Rise | VerbClass.Fall | VerbClass.Level | VerbClass.Be | VerbClass.Remain | VerbClass.Approve | VerbClass.Plan;

    /// <summary>“plans / has prepared / drew up tariffs”; “expects”, “hopes for” tariffs are somebody else's.</summary>
    public static bool Prepares(VerbGroup verb) => verb.Verb.Base is "plan" or "prepare" or "draw up" or "schedule" or "intend";

    /// <summary>The verb that says what becomes of the tariff: before it with the tariff as object, or after it with the tariff as subject.</summary>
    public static VerbGroup? Governor(FactText text, TariffPhrase phrase, int first, int end, out bool asSubject)
    {
        asSubject = false;
        for (int i = phrase.End; i < Math.Min(end, phrase.End + 24); i++)
        {
            if (text.VerbAt(i) is { } after)
            {
                bool relative = text.Is(after.ClauseFirst - 1, Role.Relative) && after.ClauseFirst > phrase.End - 1;
                bool own = (after.Subject >= phrase.First && after.Subject < phrase.End + 1) || (after.Subject < phrase.First && TariffRule.IsThose(text, phrase.Noun) && after.First <= phrase.End + 1);
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
                if (before.Verb.Base == "exempt")
                {
                    // “exempt cocoa from the 20% tariff”: the tariff stays.
                    return null;
                }

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
    public static bool Precedes(FactText text, TariffPhrase phrase, int first, VerbGroup after)
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

    public static bool Joined(FactText text, TariffPhrase phrase, int first) =>
        phrase.First > first && text.Is(phrase.First - 1, Role.Conjunction | Role.Contrast | Role.Comma | Role.Determiner | Role.On | Role.Stop);

    public static TariffStatus? Status(VerbGroup verb) =>
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
}
