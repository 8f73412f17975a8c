using TradeDigest.Facts.Reading;
using TradeDigest.Facts.Tariffs;

namespace TradeDigest.Facts;

/// <summary>Duties on goods: their level, their change, the trade they cover, and where they stand.</summary>
/// <remarks>
/// Covers “imposed a 25% tariff on X from Y”, “raised the duty on X to 20% from zero”, “cut its tariffs by 5 points”, “a cut in tariffs on X to 15%”, “X's duties will be halved from 150% to 75%”,
/// “goods from X face a 50% levy”, “tariffs that X imposed on Y”, “suspended its 18% tariff until”, “struck down the 17% duty”, second tariffs that leave out the verb
/// (“and Chinese tariffs on US goods to 10%”) or the noun (“and Beijing to 10%”). What is denied, asked of another or stands under “if” yields nothing.
/// </remarks>
internal sealed class TariffRule : IFactRule
{

    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        TariffReader? reader = null;
        (string Imposer, int Sentence)? known = null;
        for (int s = 0; s < text.Sentences; s++)
        {
            int first = text.First(s), end = text.End(s);
            TariffFact? previous = null;
            bool spoken = false;
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
                        if (fact.Imposer is null && phrase.Definite && known is { } imposer && s - imposer.Sentence <= 1 && fact.Target != imposer.Imposer)
                        {
                            // “Gabon will cut its duties. The duty on cars will fall to 20%”: it is Gabon's.
                            fact = fact with { Imposer = imposer.Imposer };
                        }

                        found.Add(previous = fact);
                        stop = phrase.End;
                    }

                    known = phrase.Imposer is { } by ? (by, s) : known;
                    spoken = true;
                }
                else if (text.VerbAt(i) is { } levies && (reader ??= new TariffReader(text)).Bare(levies, end) is { } bare)
                {
                    if (Fact(text, bare, first, end, previous, ref verb) is { } fact)
                    {
                        found.Add(previous = fact);
                        stop = bare.End;
                    }

                    i = bare.Noun;
                }
                else if (previous is null && spoken && text.VerbAt(i) is { } pays && TariffEllipsis.Pays(text, pays, end) is { } paid)
                {
                    found.Add(previous = paid.Fact);
                    i = stop = paid.End;
                    i--;
                }
                else if (previous is not null && i >= stop && TariffEllipsis.Read(text, i, end, previous, reader!) is { } more)
                {
                    found.Add(previous = more.Fact);
                    i = stop = more.End;
                    i--;
                }
            }
        }
    }

    private static TariffFact? Fact(FactText text, TariffPhrase phrase, int first, int end, TariffFact? previous, ref VerbGroup? carried)
    {
        var verb = TariffVerb.Governor(text, phrase, first, end, out bool asSubject);
        bool coordinated = verb is null && carried is not null && TariffVerb.Joined(text, phrase, first);
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
                TariffLevels.Complement(text, phrase, governor, asSubject, end);
            }

            status = TariffVerb.Status(governor) ?? status;
            if (!asSubject && !coordinated && governor.Says(VerbClass.Impose | VerbClass.Lower | VerbClass.Raise | VerbClass.Remove | VerbClass.Suspend | VerbClass.Threaten | VerbClass.Extend | VerbClass.Propose | VerbClass.Plan | VerbClass.Approve)
                && !governor.Says(VerbClass.Face) && !(text.Is(governor.Subject, Role.WindowNoun)))
            {
                TariffActors.Imposed(text, phrase, governor, first);
            }
            else if (asSubject && governor.Passive)
            {
                TariffActors.Agent(text, phrase, governor, end);
            }

            if (governor.Says(VerbClass.Face | VerbClass.Subject) && !asSubject && phrase.Target is null && phrase.Imposer is null)
            {
                TariffActors.Suffers(text, phrase, governor);
            }

            TariffLevels.Removal(phrase, governor, ref status);
            if (governor.Says(VerbClass.Suspend))
            {
                days = TariffDates.Duration(text, governor, phrase, end);
            }

            if (!coordinated && phrase.HasNumber && !governor.Says(VerbClass.StrikeDown) && !(asSubject && governor.Says(VerbClass.Be)))
            {
                phrase.Support(asSubject ? phrase.First : governor.First, phrase.End);
            }

            carried = governor;
        }
        else if (!TariffNoun.Nominal(text, phrase, first, ref status))
        {
            return null;
        }

        TariffActors.Relative(text, phrase, end, ref status);
        if (!phrase.HasNumber || phrase is { Coverage: not null, To: null, From: null, Points: null, Target: null, Goods: null, Imposer: null })
        {
            return null;
        }

        date = governor is null ? TariffDates.Effective(text, phrase, end) : TariffDates.DateOf(text, governor, phrase, first, end);

        TariffLevels.Aside(text, phrase, end);
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
    public static bool IsThose(FactText text, int i) => text.Reads(i, "those") && text.Is(i + 1, Role.On) && text.VerbAt(i + 2) is null;
}
