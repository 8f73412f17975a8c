using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts.Tariffs;

/// <summary>Reads the levels that a verb gives a tariff.</summary>
internal static class TariffLevels
{
    /// <summary>“tariffs on X, currently 20%, will fall to”: the level before, said aside.</summary>
    public static void Aside(FactText text, TariffPhrase phrase, int end)
    {
        for (int i = phrase.Noun + 1; i < Math.Min(end, phrase.End); i++)
        {
            int at = i + 1;
            if (text.Is(i, Role.Comma) && text.Is(at, Role.Relative) && phrase.From is null && phrase.To is not null && Stood(text, at + 1, end) is { } stood)
            {
                phrase.From = stood == phrase.To ? null : stood;
                return;
            }

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

    /// <summary>“(which) stood at 15%, (was raised)”: the level that an aside gives; null for none.</summary>
    private static decimal? Stood(FactText text, int from, int end)
    {
        for (int i = from; i < Math.Min(end, from + 4); i++)
        {
            if (text.VerbAt(i) is { } verb)
            {
                int at = verb.End + (text.Is(verb.End, Role.At) ? 1 : 0);
                return verb.Says(VerbClass.Level | VerbClass.Be | VerbClass.Remain) && text.QuantityAt(at) is { IsPercent: true } level && text.Is(at + 1, Role.Comma) ? level.Value : null;
            }
        }

        return null;
    }

    /// <summary>Reads the numbers behind the verb: “… will rise from 10% to 25%”, “were cut by 5 points”, “was set at 15%”.</summary>
    public static void Complement(FactText text, TariffPhrase phrase, VerbGroup verb, bool asSubject, int end)
    {
        int from = asSubject ? verb.End : phrase.End;
        bool keep = asSubject || verb.Says(VerbClass.Lower | VerbClass.Raise | VerbClass.Rise | VerbClass.Fall);
        for (int i = from; keep && i < Math.Min(end, from + 20); i++)
        {
            if (text.Is(i, Role.Stop | Role.Relative | Role.Tariff) || (text.VerbAt(i) is { Finite: true }) || (text.Is(i, Role.Conjunction) && (text.Items[Math.Min(i + 1, end - 1)].Kind is ItemKind.Name or ItemKind.Goods || text.Is(i + 1, Role.On))))
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
                    // “range from 7% to 12%” tells no change.
                    phrase.From ??= verb.Verb.Base == "range" ? null : q.Value;
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

    /// <summary>A tariff that is lifted falls from its level to nothing.</summary>
    public static void Removal(TariffPhrase phrase, VerbGroup verb, ref TariffStatus? status)
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
}
