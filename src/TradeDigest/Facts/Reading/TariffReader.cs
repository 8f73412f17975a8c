using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>Reads the noun phrase around a tariff: “its 25% tariff on steel from Canada”, “Peruvian tariffs on Chilean wine, from 24% to 12%”, “duties of up to 218% on $3 bn of wine”.</summary>
internal sealed class TariffReader(FactText text)
{
    /// <summary>The phrase of the tariff noun at <paramref name="noun"/>.</summary>
    public TariffPhrase Read(int noun, int first, int end)
    {
        var phrase = new TariffPhrase { Noun = noun, First = noun, End = noun + 1 };
        Left(phrase, first);
        Right(phrase, noun + 1, end);
        return phrase;
    }

    /// <summary>“charges 50 per cent on Canadian steel”: a level that a verb of levying lays on goods or a party without a noun for it; null for others.</summary>
    public TariffPhrase? Bare(VerbGroup verb, int end)
    {
        if (verb.Passive || !verb.Says(VerbClass.Impose) || verb.Verb.Base is not ("impose" or "charge" or "levy" or "slap" or "collect" or "put" or "place" or "apply"))
        {
            return null;
        }

        int amount = Amount(verb.End, Math.Min(end, verb.End + 3));
        // “an 18 per cent tax on Peruvian juices”: a tax on a party's goods is a tariff.
        bool taxed = amount >= 0 && (text.Reads(amount + 1, "tax") || text.Reads(amount + 1, "surcharge") || text.Reads(amount + 1, "penalty"));
        int on = taxed ? amount + 2 : amount + 1;
        if (amount < 0 || text.QuantityAt(amount) is not { IsPercent: true } level || !text.Is(on, Role.On) || text.Reads(on, "over"))
        {
            return null;
        }

        var phrase = new TariffPhrase { Noun = on - 1, First = amount, End = on, To = level.High ?? level.Value };
        Right(phrase, on, end);
        bool known = phrase.Target is not null;
        for (int i = on + 1; i < phrase.End && !taxed; i++)
        {
            known |= text.GoodsAt(i) is not null || text.Is(i, Role.GenericGoods);
        }

        return known ? phrase : null;
    }

    private void Left(TariffPhrase phrase, int first)
    {
        for (int i = phrase.Noun - 1; i >= Math.Max(first, phrase.Noun - 9); i--)
        {
            var item = text.Items[i];
            if (item.Kind == ItemKind.Quantity)
            {
                if (text.QuantityAt(i) is { IsPercent: true } q && phrase.To is null)
                {
                    phrase.To = q.High ?? q.Value;
                    phrase.First = i;
                    continue;
                }

                break;
            }

            if (item.Kind == ItemKind.Goods)
            {
                phrase.Goods ??= text.GoodsAt(i)!.Value.Id;
                phrase.First = i;
                continue;
            }

            if (item.Kind == ItemKind.Name)
            {
                // “US tariffs”, “Washington's 17% duty” own it; “the US imposed 10% duties” has a verb between.
                if (text.Parties.Of(i) is { } party && text.NameAt(i)!.Kind != NameKind.Person)
                {
                    phrase.Imposer = party;
                    phrase.First = i;
                    phrase.Definite = true;
                    if (i > first && text.QuantityAt(i - 1) is { IsPercent: true } rate && phrase.To is null)
                    {
                        // “the 50% U.S. tariff”
                        (phrase.To, phrase.First) = (rate.High ?? rate.Value, i - 1);
                    }
                }

                break;
            }

            if (item.Is(Role.OwnPossessive))
            {
                phrase.Definite = true;
                phrase.Imposer = text.Parties.Antecedent(i);
                phrase.First = phrase.Imposer is null ? phrase.First : i;
                break;
            }

            if (item.Is(Role.Determiner))
            {
                phrase.Definite |= text.Reads(i, "the") || text.Reads(i, "these") || text.Reads(i, "this") || text.Reads(i, "those");
                if (text.QuantityAt(i - 1) is null)
                {
                    break;
                }

                continue;
            }

            if (item.Is(Role.Possessive) && text.Items[i - 1].Kind is ItemKind.Name or ItemKind.Date)
            {
                continue;
            }

            // “India's average applied tariff”: a participle before the noun is an adjective.
            bool participle = i == phrase.Noun - 1 && text.VerbAt(i) is { Passive: false } bare && bare.First == bare.Head && (bare.Form & VerbForm.Participle) != 0
                && text.Items[i - 1].Kind == ItemKind.Word && !text.Is(i - 1, Role.Pronoun | Role.AboutNoun | Role.Adverb);
            bool adjective = participle || item.Kind == ItemKind.Word && !item.Is(Role.Preposition | Role.Break | Role.Auxiliary | Role.Relative | Role.Condition | Role.Stop | Role.Tariff | Role.Metric) && text.VerbAt(i) is null;
            bool joins = item.Is(Role.Conjunction) && (text.Is(i - 1, Role.Tariff) || (text.Items[i - 1].Kind == ItemKind.Word && text.Items[i - 1].Term == Term.None));
            if (!(adjective && (!item.Is(Role.Conjunction) || joins)))
            {
                break;
            }
        }
    }

    /// <summary>Reads what follows the noun from <paramref name="i"/>: of, on, from, to, by, against, and a relative clause that says who imposes it.</summary>
    public void Right(TariffPhrase phrase, int i, int end)
    {
        // “a tax on exports of timber”: the noun has taken the first preposition in.
        bool onGoods = text.Items[i - 1].EndToken - text.Items[i - 1].Token > 2;
        while (i < end)
        {
            bool sums = text.Is(i, Role.Of) || text.Reads(i, "totalling") || text.Reads(i, "totaling") || text.Reads(i, "averaging") || text.Reads(i, "worth");
            if (sums && Amount(i + 1, end) is var of && of >= 0 && text.QuantityAt(of) is { IsPercent: true } level && phrase.To is null)
            {
                phrase.To = level.High ?? level.Value;
                phrase.Support(phrase.First, of + 1);
                i = of + 1;
            }
            else if (text.Is(i, Role.From | Role.To) && Amount(i + 1, end) is var amount && amount >= 0 && text.QuantityAt(amount) is { } q && (q.IsPercent || q is { Unit: null, Value: >= 0 and <= 1000 }))
            {
                if (!q.IsPercent && !PercentFollows(amount, end))
                {
                    return;
                }

                if (text.Is(i, Role.From))
                {
                    phrase.From = q.Value;
                }
                else
                {
                    // “its 14% tariff to 7%”: the level before the noun is the one that goes.
                    phrase.From ??= phrase.To == (q.High ?? q.Value) ? null : phrase.To;
                    phrase.To = q.High ?? q.Value;
                }

                phrase.Support(phrase.First, amount + 1);
                i = amount + 1;
            }
            else if (text.Is(i, Role.At) && phrase.To is null && Amount(i + 1, end) is var at && at >= 0 && text.QuantityAt(at) is { IsPercent: true } rate)
            {
                // “kept its tariff on steel at 25%”
                phrase.To = rate.High ?? rate.Value;
                phrase.Support(phrase.First, at + 1);
                i = at + 1;
            }
            else if (text.Is(i, Role.From) && text.Reads(i + 1, "above"))
            {
                i++;
            }
            else if (text.Is(i, Role.On | Role.Against | Role.For) && !text.Reads(i, "over") || (text.Is(i, Role.From | Role.In | Role.Of) && onGoods && !text.Reads(i, "worth of")) || text.Reads(i, "imported from"))
            {
                int next = Target(phrase, i, end);
                if (next < 0)
                {
                    return;
                }

                onGoods = true;
                i = next;
                phrase.Support(phrase.First, i);
            }
            else if (onGoods && text.Is(i + 1, Role.In | Role.From) && (text.Reads(i, "originating") || text.Reads(i, "made") || text.Reads(i, "produced") || text.Reads(i, "built") || text.Reads(i, "grown") || text.Reads(i, "coming")))
            {
                // “on cars originating in Peru”
                i++;
            }
            else if (text.Is(i, Role.Comma) && text.Is(i + 1, Role.From | Role.To) && Amount(i + 2, end) >= 0)
            {
                i++;
            }
            else
            {
                return;
            }
        }
    }

    private bool PercentFollows(int amount, int end)
    {
        // “from zero to 20 per cent”, “from 25 to 10 percent”.
        for (int i = amount + 1; i < Math.Min(end, amount + 4); i++)
        {
            if (text.QuantityAt(i) is { IsPercent: true })
            {
                return true;
            }
        }

        return text.Reads(amount, "zero") || text.Reads(amount, "nil");
    }

    /// <summary>The amount at or shortly behind <paramref name="i"/>, past “as much as”, “just”, “up to”, “above”; -1 for none.</summary>
    public int Amount(int i, int end)
    {
        int stop = Math.Min(end, i + 5);
        for (; i < stop; i++)
        {
            if (text.Items[i].Kind == ItemKind.Quantity)
            {
                return i;
            }

            if (text.Items[i].Kind != ItemKind.Word || text.Is(i, Role.Break | Role.Tariff | Role.Conjunction | Role.On | Role.Of | Role.GenericGoods) || text.VerbAt(i) is not null)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Reads “on Chinese goods”, “on steel from Brazil”, “on $200 billion of imports from China”, “against India”; -1 where nothing of the kind follows.</summary>
    private int Target(TariffPhrase phrase, int at, int end)
    {
        int i = at + 1, last = -1, plain = -1, goods = -1;
        for (; i < end; i++)
        {
            var item = text.Items[i];
            if (item.Kind == ItemKind.Name && text.Parties.Named(i) is { } party)
            {
                if (last >= 0 && text.Is(i - 1, Role.Conjunction | Role.Comma) && phrase.Target is not null)
                {
                    break;
                }

                phrase.Target ??= party;
                last = i;
            }
            else if (item.Kind == ItemKind.Goods)
            {
                if (phrase.Goods is null)
                {
                    (goods, phrase.Goods) = (i, text.GoodsAt(i)!.Value.Id);
                }
                else if (goods >= 0 && last == i - 1)
                {
                    // “crude soyoil”: the head says which goods they are.
                    phrase.Goods = text.Words(goods, i + 1);
                }

                last = i;
            }
            else if (last >= 0 && (text.Reads(i, "'") || text.Reads(i, "’") || text.Reads(i, "worth")))
            {
                continue;
            }
            else if (item.Is(Role.GenericGoods) || text.Is(i, Role.Metric) && text.Items[i].Term.Metric is "imports" or "exports")
            {
                last = i;
            }
            else if (item.Is(Role.OwnPossessive))
            {
                last = i;
                phrase.Target ??= OwnGoods(i);
            }
            else if (item.Is(Role.BothWays))
            {
                last = i;
            }
            else if (item.Kind == ItemKind.Quantity)
            {
                if (text.QuantityAt(i) is { IsMoney: true } value)
                {
                    (phrase.Coverage, phrase.Unit) = (value.Value, value.Unit);
                    last = i;
                }
                else
                {
                    break;
                }
            }
            else if (item.Is(Role.Of | Role.From) && last >= 0)
            {
                if (Amount(i + 1, end) is var amount && amount >= 0 && text.QuantityAt(amount)!.Value.IsPercent)
                {
                    break;
                }

                if (item.Is(Role.From) && Amount(i + 1, end) >= 0)
                {
                    break;
                }

                continue;
            }
            else if (item.Is(Role.Conjunction | Role.Comma) && last >= 0)
            {
                // “soybean and sunflower oil”, “cars, trucks and parts”: goods go on, a verb or a new tariff does not.
                if (!(i + 1 < end && text.Items[i + 1].Kind == ItemKind.Goods) || TariffSoon(i + 1, end))
                {
                    break;
                }
            }
            else if (last == i - 1 && IsPlain(i) && (text.NameAt(i - 1)?.Form == PartyForm.Adjective || text.Is(i - 1, Role.OwnPossessive) || (phrase.Goods is not null && plain == i - 1)))
            {
                // “Swedish furniture”: words that no lexicon knows are goods all the same.
                phrase.Goods = plain == i - 1 ? $"{phrase.Goods} {text.Words(i, i + 1)}" : phrase.Goods ?? text.Words(i, i + 1);
                plain = last = i;
            }
            else if (item.Is(Role.Possessive | Role.Determiner) || (item.Kind == ItemKind.Word && item.Term == Term.None && text.VerbAt(i) is null && i <= at + 6 && char.IsLetter(text.Word(i)[0]))
                || (item.Is(Role.World | Role.Adverb | Role.Superlative | Role.Hyphen) && last < 0))
            {
                continue;
            }
            else
            {
                break;
            }
        }

        if (last < 0)
        {
            // “on luxury yachts”: words that no lexicon knows are goods all the same.
            return Plain(phrase, at, end);
        }

        return last + 1;
    }

    private bool IsPlain(int i) =>
        text.Items[i].Kind == ItemKind.Word && text.Items[i].Term == Term.None && char.IsLower(text.Word(i)[0]) && text.Items[i].Span.Length > 2 && !text.Reads(i, "worth") && !text.Reads(i, "starting");

    private string? OwnGoods(int i)
    {
        // “tariffs on its cars”: whoever the pronoun means is the target; the subject of the clause.
        return text.Parties.Antecedent(i);
    }

    private bool TariffSoon(int i, int end)
    {
        for (int j = i; j < Math.Min(end, i + 4); j++)
        {
            if (text.Is(j, Role.Tariff))
            {
                return true;
            }
        }

        return false;
    }

    private int Plain(TariffPhrase phrase, int at, int end)
    {
        int i = at + 1;
        while (i < end && text.Is(i, Role.Determiner | Role.Adverb))
        {
            i++;
        }

        int first = i;
        while (i < end && i < first + 3 && IsPlain(i))
        {
            i++;
        }

        if (i == first || text.Is(at, Role.From | Role.In | Role.For))
        {
            return -1;
        }

        phrase.Goods ??= text.Words(first, i);
        return i;
    }
}
