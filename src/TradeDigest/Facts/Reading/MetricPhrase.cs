using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>Reads the noun phrase around a metric: “Kenya's apparel exports to the United States”, “imports of goods from Peru”, “the trade deficit with Mexico”.</summary>
internal sealed class MetricPhrase(FactText text)
{
    private static readonly string[] s_adjectives = ["al", "ic", "ous", "ive", "ful", "ed", "ing", "ly", "ary", "ant", "ent", "ible", "able", "est", "ish", "time", "year", "month", "quarter", "week", "day", "strong", "weak", "robust", "soft", "huge", "high", "cheap", "gross", "combined", "outward", "inward"];

    /// <summary>The figure, still without a number, that the metric at <paramref name="metric"/> opens.</summary>
    public Figure Read(int metric, int sentenceFirst, int sentenceEnd, string name)
    {
        var figure = new Figure { Metric = metric, Name = name, First = metric, End = metric + 1, World = SpeaksOfWorld(text, metric) };
        Left(figure, sentenceFirst);
        if (figure.Goods is null && figure.First < metric && NarrowedBy(metric) is { } narrow)
        {
            figure.Goods = narrow;
        }

        Right(figure, sentenceEnd);
        return figure;
    }

    /// <summary>Whether the words of an item open with “global” or “world”.</summary>
    public static bool SpeaksOfWorld(FactText text, int item) =>
        text.Word(item).StartsWith("global", StringComparison.OrdinalIgnoreCase) || text.Word(item).StartsWith("world", StringComparison.OrdinalIgnoreCase);

    private void Left(Figure figure, int sentenceFirst)
    {
        for (int i = figure.Metric - 1; i >= Math.Max(sentenceFirst, figure.Metric - 7); i--)
        {
            var item = text.Items[i];
            if (item.Kind == ItemKind.Name)
            {
                if (text.Parties.Of(i) is not { } party)
                {
                    figure.Owned |= text.NameAt(i)!.Kind == NameKind.Organization && text.Is(i + 1, Role.Possessive);
                    break;
                }

                bool pair = text.Is(i - 1, Role.Hyphen | Role.Conjunction) && i - 2 >= sentenceFirst && text.Parties.Named(i - 2) is not null;
                figure.Joint |= pair && text.Is(i - 1, Role.Conjunction) && figure.Name is not ("trade" or "trade-balance");
                if (pair)
                {
                    figure.Area = text.Parties.Named(i - 2);
                    figure.Partner = party;
                    figure.First = i - 2;
                }
                else
                {
                    figure.Area = party;
                    figure.First = i;
                }

                break;
            }

            if (item.Kind == ItemKind.Goods)
            {
                figure.Goods ??= text.GoodsAt(i)!.Value.Id;
                figure.First = i;
                continue;
            }

            if (text.Reads(i, "our") && text.Parties.FirstNamed is { } issuer)
            {
                // “our exports” in a statement: of the state at its head.
                figure.Area = issuer;
                figure.First = i;
                break;
            }

            if (text.Reads(i, "whose"))
            {
                int owned = text.Is(i - 1, Role.Comma) ? i - 2 : i - 1;
                figure.Owned = text.Parties.Named(owned) is null || text.Parties.Joint(owned);
                (figure.Area, figure.First) = figure.Owned ? (null, i) : (text.Parties.Named(owned), owned);
                break;
            }

            if (item.Is(Role.OwnPossessive))
            {
                if (text.Parties.Antecedent(i) is { } owner)
                {
                    figure.Area = owner;
                    figure.First = i;
                }

                break;
            }

            if (item.Kind == ItemKind.Date)
            {
                figure.Period ??= PeriodOf(text.DateAt(i)!);
                figure.First = i;
                continue;
            }

            if (item.Is(Role.World))
            {
                figure.World = true;
                figure.First = i;
                continue;
            }

            if (item.Is(Role.AboutNoun) || (item.Is(Role.Possessive) && text.Is(i - 1, Role.AboutNoun)))
            {
                int noun = item.Is(Role.AboutNoun) ? i : i - 1;
                if (text.Parties.Antecedent(noun) is { } about)
                {
                    figure.Area = about;
                    figure.First = noun;
                }

                break;
            }

            if (item.Is(Role.Possessive) && text.Items[i - 1].Kind == ItemKind.Word)
            {
                figure.Owned = true;
                break;
            }

            if (item.Is(Role.Preposition | Role.Break | Role.Auxiliary | Role.Relative | Role.Subordinator) || (item.Is(Role.Contrast) && !item.Is(Role.Conjunction)) || item.Kind == ItemKind.Quantity || (item.Is(Role.Conjunction) && i < figure.Metric - 1 && figure.Goods is null)
                || text.VerbAt(i) is not null)
            {
                break;
            }
        }
    }

    private void Right(Figure figure, int sentenceEnd)
    {
        int i = figure.End;
        while (i < sentenceEnd)
        {
            if (i + 1 < sentenceEnd && text.Is(i, Role.To | Role.From | Role.Of | Role.With | Role.By | Role.In | Role.For | Role.Preposition))
            {
                int next = Attachment(figure, i, sentenceEnd);
                if (next < 0)
                {
                    return;
                }

                i = figure.End = next;
            }
            else if (text.DateAt(i) is { } date && PeriodOf(date) is { } period)
            {
                figure.Period ??= period;
                i = figure.End = i + 1;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads the prepositional piece at <paramref name="at"/>; -1 where it does not belong to the metric.</summary>
    private int Attachment(Figure figure, int at, int sentenceEnd)
    {
        int i = at + 1;
        while (i < sentenceEnd && text.Is(i, Role.Determiner | Role.Adverb) && !text.Is(i, Role.Superlative))
        {
            i++;
        }

        if (i >= sentenceEnd)
        {
            return -1;
        }

        if (text.DateAt(i) is { } date)
        {
            if (!text.Is(at, Role.In | Role.For | Role.Of | Role.From) || PeriodOf(date) is not { } period)
            {
                return -1;
            }

            figure.Period ??= period;
            return i + 1;
        }

        if (text.Reads(at, "between") && text.Parties.Named(i) is { } one && text.Is(i + 1, Role.Conjunction) && Skip(i + 2) is var j && text.Parties.Named(j) is { } other)
        {
            (figure.Area, figure.Partner) = (one, other);
            return j + 1;
        }

        if (text.Parties.Named(i) is { } party)
        {
            bool attributive = text.NameAt(i)!.Form == PartyForm.Adjective;
            int end = i + 1;
            if (attributive || text.Is(end, Role.Possessive))
            {
                // “exports of Chilean copper”, “imports of Japan's cars”: the goods follow.
                end = GoodsAfter(figure, end, sentenceEnd);
            }

            figure.Joint |= text.Parties.Joint(i);
            bool incoming = figure.Name is "imports";
            if (text.Is(at, Role.With) || (text.Is(at, Role.To) && !incoming) || (text.Is(at, Role.From) && incoming))
            {
                figure.Partner ??= party;
            }
            else if (text.Is(at, Role.From | Role.By | Role.In | Role.To) || (text.Is(at, Role.Of) && !attributive) || text.Reads(at, "into"))
            {
                figure.Area ??= party;
            }
            else if (text.Is(at, Role.Of) && incoming)
            {
                figure.Partner ??= party;
            }
            else if (text.Is(at, Role.Of))
            {
                figure.Area ??= party;
            }
            else
            {
                return -1;
            }

            return end;
        }

        if (text.Is(at, Role.Of | Role.From | Role.By) && text.NameAt(i) is { Kind: NameKind.Organization, Party: null })
        {
            // “the output of Tessera Indonesia”: a company's, and of no party.
            figure.Owned = true;
            return i + 1;
        }

        if (text.Is(at, Role.Of | Role.In | Role.From | Role.By) && IsWhole(i))
        {
            figure.Owned = true;
            return i + 1;
        }

        if (text.Is(at, Role.Of | Role.In))
        {
            int end = GoodsAfter(figure, i, sentenceEnd);
            return end > i ? end : text.Is(at, Role.Of) ? Plain(figure, i, sentenceEnd) : -1;
        }

        // “deliveries to customers outside the EU”: a few plain words.
        if (text.Is(at, Role.To | Role.From | Role.By | Role.For) && text.Items[i].Kind == ItemKind.Word && text.VerbAt(i) is null && !text.Is(i, Role.Metric | Role.Tariff | Role.Change))
        {
            int end = i;
            while (end < sentenceEnd && end < i + 4 && ((text.Items[end].Kind == ItemKind.Word && text.VerbAt(end) is null && !text.Is(end, Role.Break | Role.Conjunction | Role.Subordinator | Role.Relative | Role.Adverb | Role.Metric | Role.Up | Role.Down))
                || (text.Items[end].Kind == ItemKind.Name && end > i)))
            {
                end++;
            }

            return end;
        }

        return -1;
    }

    /// <summary>Goods that no lexicon knows: “exports of motor vehicles”, “pulp and paper”.</summary>
    private int Plain(Figure figure, int i, int sentenceEnd)
    {
        int end = i;
        while (end < sentenceEnd && end < i + 5 && (IsPlain(end) || (text.Is(end, Role.Conjunction) && end > i && end + 1 < sentenceEnd && IsPlain(end + 1))))
        {
            end++;
        }

        if (end == i)
        {
            return -1;
        }

        figure.Goods ??= text.Words(i, end);
        return end;
    }

    /// <summary>The word between an owner and the metric that no lexicon knows and that is no adjective by its ending: “Ecuador's shrimp exports”; null for none.</summary>
    private string? NarrowedBy(int metric)
    {
        int i = metric - 1;
        bool owned = text.Is(i - 1, Role.Possessive) || text.NameAt(i - 1)?.Form == Language.PartyForm.Adjective;
        if (!owned || !IsPlain(i) || text.Items[metric].Term.Metric is not ("exports" or "imports" or "production" or "stocks" or "consumption"))
        {
            return null;
        }

        string word = text.Words(i, i + 1);
        return word.Length > 3 && !text.Items[i].Term.NoCommodity && !Array.Exists(s_adjectives, a => word.EndsWith(a, StringComparison.Ordinal)) && !word.Contains('-', StringComparison.Ordinal) ? word : null;
    }

    private bool IsPlain(int i) => text.Items[i].Kind == ItemKind.Word && text.Items[i].Term == Term.None && char.IsLower(text.Word(i)[0]);

    /// <summary>“the region”, “the industry”: a whole that is no party.</summary>
    private bool IsWhole(int i) => text.Items[i].Term.NoCommodity && text.Is(i - 1, Role.Determiner) && !text.Is(i, Role.Metric | Role.GenericGoods);

    private int Skip(int i) => text.Is(i, Role.Determiner) ? i + 1 : i;

    /// <summary>Goods, their conjuncts and generic heads from <paramref name="i"/>.</summary>
    private int GoodsAfter(Figure figure, int i, int sentenceEnd)
    {
        int end = i;
        while (end < sentenceEnd)
        {
            var item = text.Items[end];
            if (item.Kind == ItemKind.Goods)
            {
                figure.Goods ??= text.GoodsAt(end)!.Value.Id;
                end++;
            }
            else if (item.Is(Role.GenericGoods) || (item.Kind == ItemKind.Word && item.Term == Term.None && end < i + 3 && end + 1 < sentenceEnd
                && (text.Items[end + 1].Kind == ItemKind.Goods || text.Is(end + 1, Role.GenericGoods))))
            {
                end++;
            }
            else if (item.Is(Role.Conjunction | Role.Comma) && end > i && end + 1 < sentenceEnd && (text.Items[end + 1].Kind == ItemKind.Goods || text.Is(end + 1, Role.GenericGoods))
                && !(end + 2 < sentenceEnd && text.Is(end + 2, Role.Metric)))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The period of a mention that is no single day and no vague time.</summary>
    public static string? PeriodOf(DateMention date) =>
        date.Kind is DateKind.Duration or DateKind.Recurring || date.Start is { Day: > 0 } && date.Kind == DateKind.Date ? null : date.Period;
}
