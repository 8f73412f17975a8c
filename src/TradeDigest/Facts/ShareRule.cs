using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Parts of a whole: of a production, a supply, a trade, a market.</summary>
/// <remarks>
/// Covers “X accounts for / makes up / controls / holds / produces / takes 40% of Y”, “X, with 40% of global output”, “X has a 30% share of Y”, “X's share of Y rose to 52%”,
/// “40% of Y goes to / comes from X”, “a third of”, “half of”, and “followed by Z with 15%”. A percentage of a change, a tariff or a poll is no share.
/// </remarks>
internal sealed class ShareRule : IFactRule
{
    private const VerbClass Holds = VerbClass.Account | VerbClass.Control | VerbClass.Absorb | VerbClass.Produce | VerbClass.Import | VerbClass.Export | VerbClass.Supply | VerbClass.Buy;

    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        ShareFact? last = null;
        int lastSentence = -1;
        for (int i = 0; i < text.Items.Length; i++)
        {
            if (text.QuantityAt(i) is not { } q || Percent(text, i, q) is not { } percent)
            {
                continue;
            }

            int sentence = text.SentenceOf(i);
            int first = text.First(sentence), end = text.End(sentence);
            var fact = Of(text, i, percent, first, end) ?? Followed(text, i, percent, first, lastSentence == sentence ? last : null) ?? Rose(text, i, percent, first);
            if (fact is not null)
            {
                found.Add(last = fact);
                lastSentence = sentence;
            }
        }
    }

    private static decimal? Percent(FactText text, int i, Quantity q)
    {
        if (q.IsPercent)
        {
            return q.Value is >= 0 and <= 100 ? q.High ?? q.Value : null;
        }

        // “a third of”, “half of”: a fraction is below one.
        return q.Unit is null && q.Value is > 0 and < 1 && !char.IsDigit(text.Word(i)[0]) ? Math.Round(q.Value * 100, 1) : null;
    }

    /// <summary>“40% of …”, “a 30% share of …”, “a share of 30% of …”.</summary>
    private static ShareFact? Of(FactText text, int i, decimal percent, int first, int end)
    {
        int of = i + 1;
        bool share = false;
        while (of < end && of < i + 4 && (text.Is(of, Role.ShareNoun | Role.Hyphen) || (text.Items[of].Kind == ItemKind.Word && text.Items[of].Term == Term.None && text.Is(of + 1, Role.ShareNoun))))
        {
            share |= text.Is(of, Role.ShareNoun);
            of++;
        }

        if (text.Reads(i - 1, "which") && text.Is(i - 2, Role.Of) && Meant(text, i) is { } goods && Mover(text, i + 1, end) is { Party: { } to } gone && !text.Parties.Joint(gone.End - 1))
        {
            // “… of cotton, of which 35% went to Peru”
            return new ShareFact { Holder = to, Commodity = goods, Percent = percent, Evidence = text.Evidence(i - 2, gone.End) };
        }

        bool half = !share && text.Is(of, Role.Determiner) && text.Is(of + 1, Role.World);
        if (!half && !(of < end && text.Is(of, Role.Of) || (share && text.Is(of, Role.In))))
        {
            return null;
        }

        var whole = ShareWhole.Read(text, of + (half ? 0 : 1), end);
        if (whole.End < 0)
        {
            return null;
        }

        int verb = VerbBefore(text, i, first);
        string? holder;
        int support = i;
        if (verb >= 0)
        {
            var group = text.VerbAt(verb)!;
            if (group.Mood is not (Mood.Fact or Mood.Planned) || group.Passive || !(group.Says(Holds) || (share && group.Says(VerbClass.Record))))
            {
                return null;
            }

            if (group.Says(VerbClass.Import | VerbClass.Export | VerbClass.Produce | VerbClass.Supply) && whole.Activity is null or "consumption" or "market" or "supply" || ActivityOf(group) is "mining" or "refining" or "processing" && whole.Activity is "supply" or null)
            {
                whole = whole with { Activity = ActivityOf(group) ?? whole.Activity };
            }

            bool total = text.Reads(whole.End - 1, "total");
            if (whole.Activity is null && !whole.World && whole.Goods is null && !total)
            {
                return null;
            }

            if (!(group.Says(VerbClass.Account | VerbClass.Control | VerbClass.Produce | VerbClass.Supply | VerbClass.Import | VerbClass.Export) || whole.Activity is not null || whole.World || (whole.Owner is not null && whole.Goods is not null)))
            {
                return null;
            }

            bool joint = text.Parties.Joint(group.Subject);
            if (joint && !Together(text, group.Subject, i))
            {
                return null;
            }

            holder = joint ? text.Parties.JointWords(group.Subject) : text.Parties.Actor(group.Subject, companies: true);
            int holds = joint ? text.Parties.JointFirst(group.Subject) : group.Subject;
            support = holds >= first ? Math.Min(holds, group.First) : group.First;
            if (holder is null && group.Subject >= 0)
            {
                if (whole.Activity is null && group.Subject >= first && text.Is(group.Subject, Role.Metric) && group.Says(VerbClass.Account))
                {
                    whole = whole with { Activity = text.Items[group.Subject].Term.Metric };
                }

                whole = whole with { Goods = whole.Goods ?? text.GoodsAt(group.Subject)?.Id ?? GoodsBefore(text, group, first) };
                holder = group.Says(VerbClass.Absorb) && !group.Says(VerbClass.Account) ? null : whole.Owner;
            }
        }
        else if (Mover(text, whole.End, end) is { Party: { } party } mover)
        {
            holder = party;
            whole = whole with { End = mover.End };
            if (text.Parties.Joint(mover.End - 1))
            {
                return null;
            }
        }
        else if (text.Is(Left(text, i, first), Role.With))
        {
            int with = Left(text, i, first);
            (holder, support) = HolderBefore(text, with, first);
            if (holder is null || (whole.Activity is null && !whole.World))
            {
                return null;
            }

            whole = whole with { Goods = whole.Goods ?? GoodsBetween(text, support, with) };
        }
        else
        {
            return null;
        }

        if (holder is null && whole.Goods is null && !(whole.World && whole.Activity is not null && verb >= 0))
        {
            return null;
        }

        return new ShareFact
        {
            Holder = holder,
            Commodity = whole.Goods ?? (whole is { Owner: null, World: false, Activity: "exports" or "imports" or "production" or "sales" or "supply" or "consumption" } || text.Reads(whole.End - 1, "total") ? Meant(text, i) : null),
            Activity = whole.Activity,
            Percent = percent,
            Evidence = text.Evidence(Math.Min(support, i), whole.End),
        };
    }

    /// <summary>“X and Y together hold”: the share is that of all of them.</summary>
    private static bool Together(FactText text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (text.Reads(i, "together") || text.Reads(i, "jointly") || text.Reads(i, "combined"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The goods of “49% of shipments”: the last named before it in the sentence, else the only ones that the sentences shortly before name; null where that is open.</summary>
    private static string? Meant(FactText text, int at)
    {
        int sentence = text.SentenceOf(at);
        for (int i = at - 1; i >= text.First(sentence); i--)
        {
            if (text.GoodsAt(i) is { } goods)
            {
                return goods.Id;
            }
        }

        string? only = null;
        for (int i = text.First(Math.Max(0, sentence - 2)); i < text.First(sentence); i++)
        {
            if (text.GoodsAt(i) is { } goods)
            {
                if (only is not null && only != goods.Id)
                {
                    return null;
                }

                only = goods.Id;
            }
        }

        return only;
    }

    private static string? ActivityOf(VerbGroup verb) => verb.Verb.Base switch
    {
        "mine" or "extract" => "mining",
        "process" => "processing",
        "refine" or "smelt" => "refining",
        "supply" or "provide" or "deliver" => "supply",
        "import" => "imports",
        "export" or "ship" => "exports",
        "produce" or "make" or "manufacture" or "grow" or "generate" => "production",
        _ => null,
    };

    private static int Left(FactText text, int i, int first)
    {
        int left = i - 1;
        while (left > first && left > i - 5 && (text.Is(left, Role.Determiner | Role.Adverb | Role.Superlative) || text.Reads(left, "about") || text.Reads(left, "around") || text.Reads(left, "over")
            || (text.Items[left].Kind == ItemKind.Word && text.Items[left].Term == Term.None && char.IsLetter(text.Word(left)[0])) || text.Reads(left, "than") || text.Reads(left, "for")))
        {
            left--;
        }

        return left;
    }

    private static int VerbBefore(FactText text, int i, int first)
    {
        for (int left = i - 1; left >= Math.Max(first, i - 6); left--)
        {
            if (text.VerbAt(left) is not null)
            {
                return left;
            }

            if (text.Is(left, Role.Break | Role.Conjunction | Role.With | Role.By | Role.From | Role.To) || text.Items[left].Kind is not ItemKind.Word || text.Is(left, Role.Change | Role.Tariff))
            {
                return -1;
            }
        }

        return -1;
    }

    private static string? GoodsBefore(FactText text, VerbGroup verb, int first)
    {
        for (int i = verb.First - 1; i >= Math.Max(first, verb.First - 6); i--)
        {
            if (text.GoodsAt(i) is { } goods)
            {
                return goods.Id;
            }
        }

        return null;
    }

    private static string? GoodsBetween(FactText text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (text.GoodsAt(i) is { } goods)
            {
                return goods.Id;
            }
        }

        return null;
    }

    private static (string? Holder, int Item) HolderBefore(FactText text, int with, int first)
    {
        for (int v = with - 1; v >= first; v--)
        {
            if (text.VerbAt(v) is { } verb)
            {
                return (text.Parties.Joint(verb.Subject) ? null : text.Parties.Actor(verb.Subject, companies: true), verb.Subject >= first ? verb.Subject : verb.First);
            }
        }

        return (null, with);
    }

    /// <summary>“… go to China”, “… come from Russia”, “… is produced in Chile”.</summary>
    private static (string? Party, int End)? Mover(FactText text, int from, int end)
    {
        for (int i = from; i < Math.Min(end, from + 5); i++)
        {
            bool moves = text.Reads(i, "go") || text.Reads(i, "goes") || text.Reads(i, "went") || text.Reads(i, "come") || text.Reads(i, "comes") || text.Reads(i, "came")
                || text.Reads(i, "originates") || text.Reads(i, "flows")
                || (text.VerbAt(i) is { Passive: true } verb && verb.Says(VerbClass.Produce | VerbClass.Export | VerbClass.Import | VerbClass.Supply));
            if (!moves)
            {
                continue;
            }

            int at = i + 1;
            if (!text.Is(at, Role.To | Role.From | Role.In | Role.By))
            {
                return null;
            }

            at += text.Is(at + 1, Role.Determiner) ? 2 : 1;
            return text.Parties.Named(at) is { } party ? (party, at + 1) : null;
        }

        return null;
    }

    /// <summary>“followed by Brazil with 15%”, “and Egypt 13 per cent”.</summary>
    private static ShareFact? Followed(FactText text, int i, decimal percent, int first, ShareFact? last)
    {
        if (last is null)
        {
            return null;
        }

        int left = i - 1;
        bool with = text.Is(left, Role.With | Role.At);
        left -= with ? 1 : 0;
        bool listed = left >= first && (text.Is(left - 1, Role.By) && text.Reads(left - 2, "followed") || text.Is(left - 1, Role.Conjunction) && with);
        bool plain = listed && text.Items[left] is { Kind: ItemKind.Word } word && word.Term == Term.None && char.IsLower(text.Word(left)[0]);
        if (listed && last.Commodity is not null && last.Holder is null && (text.GoodsAt(left)?.Id ?? (plain ? text.Words(left, left + 1) : null)) is { } goods)
        {
            return last with { Commodity = goods, Percent = percent, Evidence = text.Evidence(left, i + 1) };
        }

        if (left < first || text.Parties.Named(left) is not { } party || !(text.Is(left - 1, Role.By) && text.Reads(left - 2, "followed") || text.Is(left - 1, Role.Conjunction | Role.Comma)))
        {
            return null;
        }

        return last with { Holder = party, Percent = percent, Evidence = text.Evidence(left, i + 1) };
    }

    /// <summary>“Russia's share of Turkish gas imports rose to 52%”.</summary>
    private static ShareFact? Rose(FactText text, int i, decimal percent, int first)
    {
        for (int v = i - 1; v >= Math.Max(first, i - 8); v--)
        {
            if (text.VerbAt(v) is not { } verb)
            {
                continue;
            }

            if (verb.Mood != Mood.Fact || !(verb.Says(VerbClass.Level | VerbClass.Be | VerbClass.Remain) || (verb.Says(VerbClass.Rise | VerbClass.Fall) && text.Is(Left(text, i, first), Role.To))))
            {
                return null;
            }

            for (int s = v - 1; s >= Math.Max(first, v - 12); s--)
            {
                if (!text.Is(s, Role.ShareNoun))
                {
                    continue;
                }

                string? holder = null;
                int start = s;
                for (int h = s - 1; h >= Math.Max(first, s - 4); h--)
                {
                    if (text.NameAt(h) is { } name)
                    {
                        (holder, start) = (text.Parties.Of(h) ?? (name.Kind == NameKind.Organization ? name.Id : null), h);
                        break;
                    }

                    if (text.Is(h, Role.OwnPossessive))
                    {
                        (holder, start) = (text.Parties.Antecedent(h, companies: true), h);
                        break;
                    }
                }

                int of = text.Is(s + 2, Role.Determiner) ? s + 3 : s + 2;
                if (holder is null && text.Is(s + 1, Role.Of) && text.Parties.Named(of) is { } member && text.Is(of + 1, Role.In))
                {
                    // “the share of Peru in our exports”
                    var exports = ShareWhole.Read(text, of + 2, v);
                    return exports.End <= 0 ? null
                        : new ShareFact { Holder = member, Commodity = exports.Goods, Activity = exports.Activity, Percent = percent, Evidence = text.Evidence(s, i + 1) };
                }

                var whole = text.Is(s + 1, Role.Of | Role.In) ? ShareWhole.Read(text, s + 2, v) : default;
                return holder is null || whole.End <= 0 ? null
                    : new ShareFact { Holder = holder, Commodity = whole.Goods, Activity = whole.Activity, Percent = percent, Evidence = text.Evidence(start, i + 1) };
            }

            return null;
        }

        return null;
    }
}
