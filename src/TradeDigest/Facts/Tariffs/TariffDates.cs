using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Tariffs;

/// <summary>Says when a tariff takes effect, and how long it is suspended.</summary>
internal static class TariffDates
{
    public static int? Duration(FactText text, VerbGroup verb, TariffPhrase phrase, int end)
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

    public static int DateOf(FactText text, VerbGroup verb, TariffPhrase phrase, int first, int end)
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

        // “27 August, when X will levy”: the day that the clause hangs on.
        int hung = text.Is(verb.ClauseFirst - 2, Role.Comma) ? verb.ClauseFirst - 3 : verb.ClauseFirst - 2;
        if (hung >= first && text.Reads(verb.ClauseFirst - 1, "when") && text.DateAt(hung) is { Start: not null, Kind: DateKind.Date })
        {
            phrase.Support(hung, phrase.End);
            return hung;
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
    public static int Effective(FactText text, TariffPhrase phrase, int end)
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

            for (int at = verb.End; at < Math.Min(end, verb.End + 6) && !text.Is(at, Role.Break); at++)
            {
                if (phrase.Imposer is null && text.Is(at - 1, Role.In | Role.Determiner) && text.Parties.Named(at) is { } country && country != phrase.Target)
                {
                    // “taking effect in Peru on Wednesday”
                    phrase.Imposer = country;
                }

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
}
