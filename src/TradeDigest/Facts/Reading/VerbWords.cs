namespace TradeDigest.Facts.Reading;

/// <summary>Tells which words of a sentence are verbs and not nouns.</summary>
internal static class VerbWords
{
    /// <summary>Whether an auxiliary is followed, past adverbs and negations, by the verb that it helps.</summary>
    public static bool NextIsVerbal(FactText text, int be, int end)
    {
        for (int i = be + 1; i < end; i++)
        {
            var item = text.Items[i];
            if (item.Is(Role.Adverb | Role.Negative | Role.Auxiliary))
            {
                continue;
            }

            return (item.Term.Forms & (VerbForm.Participle | VerbForm.Gerund)) != 0 || (text.Is(be, Role.Do) && (item.Term.Forms & VerbForm.Base) != 0);
        }

        return false;
    }

    public static bool IsVerb(FactText text, int i, int first, int end)
    {
        var term = text.Items[i].Term;
        var forms = term.Forms;
        int previous = BeforeAdverbs(text, i, first);
        if (previous < first)
        {
            return i + 1 < end && ((forms & VerbForm.Gerund) != 0 || !term.AlsoNoun) && StartsNounPhrase(text, i + 1);
        }

        var item = text.Items[previous];
        var next = i + 1 < end ? text.Items[i + 1] : default;
        if (item.Is(Role.Auxiliary))
        {
            return true;
        }

        if (item.Is(Role.To))
        {
            // “to cut”, and “committed to buying”.
            return (forms & (VerbForm.Base | VerbForm.Gerund)) != 0 && previous == i - 1;
        }

        if ((forms & VerbForm.Gerund) != 0)
        {
            // “the lifting of” and “rising costs” behind a determiner are no verbs.
            return !item.Is(Role.Determiner | Role.Possessive) && next.Term is not null && !next.Is(Role.Of);
        }

        bool that = item.Is(Role.That) && (forms & (VerbForm.Past | VerbForm.Third)) != 0 && !term.Is(Role.Metric);
        if ((item.Is(Role.Determiner | Role.Possessive) && !that) || (item.Kind == ItemKind.Quantity && (term.AlsoNoun || text.QuantityAt(previous)!.Value.Unit is null or "%" or "pp")) || item.Is(Role.Hyphen)
            || (item.Is(Role.Preposition) && !item.Is(Role.Contrast | Role.Conjunction)))
        {
            return false;
        }

        if (term.Is(Role.Metric))
        {
            // “exports” is a verb only between an actor and an amount or object.
            bool actor = item.Is(Role.Pronoun | Role.AboutNoun) || (item.Is(Role.Relative) && !item.Is(Role.That)) || (item.Kind == ItemKind.Name && text.NameAt(previous)!.Form != Language.PartyForm.Adjective);
            return actor && next.Term is not null && (next.Kind is ItemKind.Quantity or ItemKind.Goods || next.Is(Role.Determiner | Role.Possessive) || text.Reads(i + 1, "about"));
        }

        if (!term.AlsoNoun || item.Is(Role.Pronoun | Role.Relative | Role.AboutNoun))
        {
            return true;
        }

        if (item.Kind == ItemKind.Name)
        {
            return text.NameAt(previous)!.Form != Language.PartyForm.Adjective || StartsNounPhrase(text, i + 1) || PluralVerb(forms, next);
        }

        if (item.Is(Role.Metric | Role.Tariff | Role.Elliptical))
        {
            // “exports rise 5%”, “trade gap narrows”; “export rise”, “tariff cut” are nouns.
            return text.Word(previous)[^1] is 's' or 'S' || (forms & VerbForm.Third) != 0;
        }

        if (item.Is(Role.Conjunction | Role.Comma))
        {
            return StartsNounPhrase(text, i + 1);
        }

        if (item.Kind == ItemKind.Goods && term.Says(VerbClass.Rise | VerbClass.Fall | VerbClass.Level) && (next.Kind == ItemKind.Quantity || (next.Is(Role.From | Role.To | Role.By) && i + 2 < end && text.Items[i + 2].Kind == ItemKind.Quantity)))
        {
            // “tariffs on Canadian barley drop from 24%”.
            return true;
        }

        if (text.Items[previous].Term is { Forms: not VerbForm.None, AlsoNoun: false })
        {
            // “imposed bans last year”: behind a verb the word is its object.
            return false;
        }

        return StartsNounPhrase(text, i + 1) && (text.Word(previous)[^1] is 's' or 'S' || (forms & (VerbForm.Third | VerbForm.Past)) != 0);
    }

    /// <summary>The item before a word, past adverbs and dates: “China currently controls”, “Chile on Monday lifted”.</summary>
    private static int BeforeAdverbs(FactText text, int i, int first)
    {
        int previous = i - 1;
        while (previous >= first && ((text.Is(previous, Role.Adverb | Role.Negative) && !text.Is(previous, Role.Auxiliary)) || text.Items[previous].Kind == ItemKind.Date))
        {
            bool dated = text.Items[previous].Kind == ItemKind.Date && previous > first && text.Is(previous - 1, Role.On | Role.In);
            previous -= dated ? 2 : 1;
        }

        return previous;
    }

    private static bool PluralVerb(VerbForm forms, Item next) =>
        (forms & VerbForm.Third) != 0 && next.Term is not null && (next.Kind is ItemKind.Quantity or ItemKind.Goods || next.Is(Role.Preposition | Role.Tariff | Role.GenericGoods));

    /// <summary>Whether an object, an infinitive or an amount begins here.</summary>
    private static bool StartsNounPhrase(FactText text, int i)
    {
        if (i >= text.Items.Length)
        {
            return false;
        }

        var item = text.Items[i];
        return item.Kind != ItemKind.Word || item.Is(Role.Determiner | Role.Possessive | Role.To | Role.Tariff | Role.Metric | Role.GenericGoods | Role.Pronoun | Role.By | Role.That | Role.AboutNoun | Role.World);
    }
}
