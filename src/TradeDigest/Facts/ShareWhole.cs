using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>What the share is a share of.</summary>
internal readonly record struct ShareWhole(string? Goods, string? Activity, string? Owner, bool World, int End)
{
    /// <summary>Reads “global wheat exports”, “Brazil's exports”, “the world's nickel”, “known phosphate reserves”, “the global market for memory chips”.</summary>
    public static ShareWhole Read(FactText text, int from, int end)
    {
        var whole = new ShareWhole(null, null, null, false, -1);
        int plain = -1, plainEnd = -1, hyphens = 0;
        for (int i = from; i < end && i < from + 12; i++)
        {
            var item = text.Items[i];
            if (item.Kind == ItemKind.Goods)
            {
                whole = whole with { Goods = whole.Goods ?? text.GoodsAt(i)!.Value.Id, End = i + 1 };
            }
            else if (item.Kind == ItemKind.Name)
            {
                if (text.NameAt(i) is { Kind: NameKind.Organization, Party: null } && text.Is(i + 1, Role.Possessive))
                {
                    // “a third of Nokia's sales”: of a company, and of no commodity.
                    return default(ShareWhole) with { End = -1 };
                }

                whole = whole with { Owner = whole.Owner ?? text.Parties.Of(i), End = whole.Activity is null ? whole.End : i + 1 };
            }
            else if (item.Is(Role.World))
            {
                whole = whole with { World = true };
            }
            else if (item.Is(Role.Activity) && (whole.Activity is null || item.Term.Activity is not "market") && text.VerbAt(i) is null)
            {
                whole = whole with { Activity = whole.Activity ?? item.Term.Activity, End = i + 1 };
            }
            else if (item.Is(Role.Metric) && !item.Is(Role.Growth) && whole.Activity is null && text.VerbAt(i) is null)
            {
                whole = whole with { Activity = item.Term.Metric, World = whole.World || MetricPhrase.SpeaksOfWorld(text, i), End = i + 1 };
            }
            else if (item.Is(Role.GenericGoods) || (text.Reads(i, "total") && !(i + 1 < end && (text.Items[i + 1].Kind is ItemKind.Name or ItemKind.Goods || text.Is(i + 1, Role.Metric | Role.Activity)))))
            {
                // “six per cent of the total”: of what the subject is a part of.
                whole = whole with { End = i + 1 };
            }
            else if (whole.End < 0 && text.QuantityAt(i) is { IsMoney: true })
            {
                // “of the $6 billion market”
                continue;
            }
            else if (plain >= 0 && plainEnd == i && text.Is(i, Role.Hyphen))
            {
                // “extreme-ultraviolet lamps”: a word with a hyphen is one.
                (plainEnd, hyphens) = (i + 1, hyphens + 1);
            }
            else if (IsPlain(text, i))
            {
                // “the world's gallium”: words that no lexicon knows are the commodity, where they stand together.
                plain = plain < 0 ? i : plain;
                plainEnd = plainEnd < 0 || plainEnd == i ? i + 1 : plainEnd;
            }
            else if (item.Term == Term.None && char.IsUpper(text.Word(i)[0]))
            {
                continue;
            }
            else if (!(item.Is(Role.For | Role.Of | Role.In | Role.Determiner | Role.Possessive | Role.AboutNoun | Role.Superlative) || item.Term.NoCommodity)
                || (item.Is(Role.In) && (whole.End > 0 || plain >= 0)))
            {
                break;
            }
        }

        if (whole.Goods is null && plain >= 0 && plainEnd <= plain + 3 + (2 * hyphens) && (whole.World || whole.Owner is not null || whole.Activity is not null || text.Is(from, Role.Determiner | Role.OwnPossessive)))
        {
            whole = whole with { Goods = text.Words(plain, plainEnd), End = Math.Max(whole.End, plainEnd) };
        }

        return whole;
    }

    private static bool IsPlain(FactText text, int i) =>
        text.Items[i].Kind == ItemKind.Word && text.Items[i].Term == Term.None && text.Items[i].Span.Length > 2 && char.IsLower(text.Word(i)[0]);
}
