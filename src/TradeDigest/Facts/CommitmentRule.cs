using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Promises to buy, invest, build, supply or pay.</summary>
/// <remarks>
/// Covers “pledged / agreed / promised / offered / vowed to buy $25 bn of X from Y by 2027”, “committed to buying”, “X's pledge to buy”, “signed a contract to supply”, “will buy 30 engines from”,
/// “said it would invest”, “pledged C$5 bn to fund”. What was done, is only wanted, weighed, asked for, threatened or refused is no commitment.
/// </remarks>
internal sealed class CommitmentRule : IFactRule
{
    private const VerbClass Acts = VerbClass.Buy | VerbClass.Invest | VerbClass.Build | VerbClass.Supply | VerbClass.Pay;

    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        foreach (var verb in text.Verbs)
        {
            int sentence = text.SentenceOf(verb.Head);
            int first = text.First(sentence), end = text.End(sentence);
            if (verb.Says(Acts) && !verb.Passive && Binding(text, verb, first, out int opening, out bool promised))
            {
                if (Read(text, verb, opening, promised, first, end) is { } fact)
                {
                    found.Add(fact);
                }
            }
            else if (verb.Says(VerbClass.Promise) && verb is { Mood: Mood.Fact, Passive: false } && Sum(text, verb, first, end) is { } sum)
            {
                found.Add(sum);
            }
        }
    }

    /// <summary>Whether the verb hangs on a promise, or says what will be done.</summary>
    private static bool Binding(FactText text, VerbGroup verb, int first, out int opening, out bool promised)
    {
        opening = verb.First;
        promised = false;
        if (verb.Mood is not Mood.Planned)
        {
            return false;
        }

        if (verb.Controller >= first)
        {
            if (text.VerbAt(verb.Controller) is { } controller)
            {
                // “pledged to invest … and to build”: the promise stands before the first of them.
                while (controller.Says(Acts) && controller.Mood == Mood.Planned && controller.Controller >= first && text.VerbAt(controller.Controller) is { } above)
                {
                    controller = above;
                }

                promised = controller.Says(VerbClass.Promise) && controller.Mood is Mood.Fact;
                opening = controller.Head == verb.Controller ? controller.First : verb.First;
                return promised && !Expected(text, controller, first);
            }

            promised = text.Is(verb.Controller, Role.PromiseNoun);
            opening = verb.Controller;
            return promised && !text.Reads(verb.Controller, "plan") && !Rejected(text, verb.Controller, first);
        }

        return text.Is(verb.First, Role.Planned) && !Expected(text, verb, first);
    }

    private static bool Expected(FactText text, VerbGroup verb, int first)
    {
        for (int i = verb.First - 1; i >= first; i--)
        {
            if (text.VerbAt(i) is { } before)
            {
                return FigureReader.Expects(before) || before.Mood is Mood.Conditional or Mood.Denied && before.Controller < 0;
            }
        }

        return false;
    }

    private static bool Rejected(FactText text, int noun, int first)
    {
        for (int i = noun - 1; i >= Math.Max(first, noun - 4); i--)
        {
            if (text.VerbAt(i) is { } verb)
            {
                return verb.Says(VerbClass.Refuse) || verb.Mood is not Mood.Fact;
            }
        }

        return false;
    }

    private static CommitmentFact? Read(FactText text, VerbGroup verb, int opening, bool promised, int first, int end)
    {
        string? actor = Promiser.Of(text, verb, first);
        if (actor is null)
        {
            return null;
        }

        decimal? value = null;
        string? unit = null, counterparty = null, thing = null;
        PartialDate? date = null;
        int stop = verb.End, objectFirst = -1, objectEnd = -1;
        bool building = false;
        for (int i = verb.End; i < end; i++)
        {
            var item = text.Items[i];
            if (text.QuantityAt(i) is { } q)
            {
                if (q.Unit is "%" or "pp" or "day" or "year" or "month" or "week")
                {
                    if (value is null && q.Unit is "%" or "pp")
                    {
                        return null;
                    }

                    continue;
                }

                if (value is null || (q.IsMoney && unit is null or { Length: not 3 } && text.Is(i - 1, Role.Preposition | Role.Of) || text.Reads(i - 1, "worth") && unit is not { Length: 3 }))
                {
                    (value, unit) = (q.Value, q.Unit);
                    stop = i + 1;
                }
            }
            else if (item.Kind == ItemKind.Date)
            {
                if (text.Is(i - 1, Role.By | Role.In) || text.Reads(i - 1, "before") || text.Is(i - 1, Role.Until))
                {
                    if (text.DateAt(i)!.Start is { } when && text.Is(i - 1, Role.By))
                    {
                        (date, stop) = (Ahead(text, i, when), i + 1);
                    }
                }
            }
            else if (item.Kind == ItemKind.Name)
            {
                if (counterparty is null && Receives(text, verb, i) is { } party && party != actor)
                {
                    counterparty = party;
                    stop = i + 1;
                }
            }
            else if (text.VerbAt(i) is { } next && (next.Finite || next.Says(Acts)) && i > verb.End)
            {
                break;
            }
            else if (item.Is(Role.Stop | Role.Relative) || (item.Is(Role.Contrast) && !item.Is(Role.Preposition | Role.Conjunction)))
            {
                break;
            }
            else
            {
                building |= item.Is(Role.Building);
                if (item.Kind == ItemKind.Goods || item.Is(Role.Building | Role.GenericGoods))
                {
                    objectFirst = objectFirst < 0 ? i : objectFirst;
                    objectEnd = objectEnd < 0 || objectEnd == i ? i + 1 : objectEnd;
                    stop = Math.Max(stop, objectEnd);
                }
            }
        }

        if (value is not null && unit is not { Length: 3 } && Action(verb) is CommitmentAction.Invest)
        {
            // “put 14 chemicals on a list”: only money is invested.
            return null;
        }

        if (value is null && !(promised && (objectFirst >= 0 || building)))
        {
            return null;
        }

        if (!promised && counterparty is null && objectFirst < 0 && Action(verb) is CommitmentAction.Invest or CommitmentAction.Pay && IsState(actor))
        {
            // “the government would spend $6 billion to support growers”: a budget at home is promised to nobody.
            return null;
        }

        if (objectFirst >= 0)
        {
            int from = text.Parties.Named(objectFirst - 1) is not null && objectFirst - 1 > verb.Head ? objectFirst - 1 : objectFirst;
            thing = text.Words(from, objectEnd);
        }

        return new CommitmentFact
        {
            Actor = actor,
            Action = Action(verb),
            Object = thing,
            Counterparty = counterparty,
            Value = value,
            Unit = unit,
            Date = date,
            Evidence = text.Evidence(verb.Subject >= first && verb.Subject < opening ? verb.Subject : Math.Min(opening, verb.First), stop),
        };
    }

    /// <summary>A promise is for a day to come: “by June” without a year is the next one.</summary>
    private static PartialDate Ahead(FactText text, int item, PartialDate date)
    {
        bool dated = text.Words(item, item + 1).Any(char.IsDigit) && text.Words(item, item + 1).Contains(date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return !dated && date.Last < text.Source.Published && date.Last.AddYears(1) >= text.Source.Published ? new PartialDate(date.Year + 1, date.Month, date.Day) : date;
    }

    private static bool IsState(string actor) => actor.Length == 2 && char.IsAsciiLetterUpper(actor[0]) && char.IsAsciiLetterUpper(actor[1]);

    /// <summary>Who receives: the seller after “from” or before the goods, the land invested in, whoever is supplied or paid.</summary>
    private static string? Receives(FactText text, VerbGroup verb, int i)
    {
        string? id = text.Parties.Of(i) ?? (text.NameAt(i) is { Kind: NameKind.Organization } company ? company.Id : null);
        int before = text.Is(i - 1, Role.Determiner) ? i - 2 : i - 1;
        bool adjective = text.NameAt(i)!.Form == PartyForm.Adjective;
        if (id is null)
        {
            return null;
        }

        return Action(verb) switch
        {
            CommitmentAction.Buy => text.Is(before, Role.From) || adjective ? id : null,
            CommitmentAction.Invest => text.Is(before, Role.In) || text.Reads(before, "into") || adjective ? text.NameAt(i)!.Kind == NameKind.Place ? null : id : null,
            CommitmentAction.Supply => before == verb.Head || text.Is(before, Role.To) ? id : null,
            CommitmentAction.Pay => before == verb.Head || text.Is(before, Role.To) ? id : null,
            _ => null,
        };
    }

    private static CommitmentAction Action(VerbGroup verb) =>
        verb.Verb.Base is "spend" or "commit" or "put" or "inject" or "pour" || verb.Says(VerbClass.Invest) && !verb.Says(VerbClass.Buy) ? CommitmentAction.Invest
        : verb.Says(VerbClass.Build) ? CommitmentAction.Build
        : verb.Says(VerbClass.Buy) ? CommitmentAction.Buy
        : verb.Says(VerbClass.Supply) ? CommitmentAction.Supply
        : CommitmentAction.Pay;

    /// <summary>“pledged €3.9 billion to support food systems”: a sum with no verb of its own.</summary>
    private static CommitmentFact? Sum(FactText text, VerbGroup verb, int first, int end)
    {
        int at = verb.End;
        while (at < Math.Min(end, verb.End + 5) && (text.Is(at, Role.Adverb | Role.Determiner | Role.To) || text.Reads(at, "about") || (text.Items[at].Kind == ItemKind.Word && text.Items[at].Term == Term.None)))
        {
            at++;
        }

        if (text.QuantityAt(at) is not { IsMoney: true } q || Promiser.Of(text, verb, first) is not { } actor)
        {
            return null;
        }

        var action = CommitmentAction.Pay;
        string? counterparty = null;
        int stop = at + 1;
        for (int i = at + 1; i < Math.Min(end, at + 6); i++)
        {
            if (text.VerbAt(i) is { } purpose && purpose.Says(Acts))
            {
                action = Action(purpose);
                break;
            }

            if (text.Parties.Named(i) is { } party && text.Is(i - 1, Role.To | Role.For) && party != actor)
            {
                (counterparty, stop) = (party, i + 1);
            }

            if (text.Reads(i, "investment") || text.Reads(i, "investments"))
            {
                action = CommitmentAction.Invest;
            }
        }

        return new CommitmentFact
        {
            Actor = actor,
            Action = action,
            Counterparty = counterparty,
            Value = q.Value,
            Unit = q.Unit,
            Evidence = text.Evidence(verb.Subject >= first ? verb.Subject : verb.First, stop),
        };
    }
}
