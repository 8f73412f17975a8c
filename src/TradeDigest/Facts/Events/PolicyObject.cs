using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>What an act of policy falls on, in the text's words.</summary>
/// <param name="First">First item of its words, without determiner and party.</param>
/// <param name="End">Index behind its last item, goods behind “of” and “on” included.</param>
/// <param name="NounPhrase">First item of the noun phrase, determiners and parties included.</param>
/// <param name="Roles">What its head is.</param>
internal readonly record struct PolicyObject(int First, int End, int NounPhrase, EventRole Roles)
{
    private const int LongestTail = 8;

    /// <summary>The first object of policy in a run of items; null where there is none, or something else stands between.</summary>
    public static PolicyObject? In(EventText text, int from, int end, bool passive)
    {
        for (int i = from; i < end; i = text.EndOf(i))
        {
            if (text.Policy(i) != 0)
            {
                return At(text, i, from, end);
            }

            bool stops = text.Facts.Is(i, Role.Stop | Role.Relative | Role.Bracket) && !text.Facts.Is(i, Role.Determiner)
                || (text.Facts.Is(i, Role.Preposition) && !text.Facts.Is(i, Role.Of | Role.For | Role.On | Role.With) && i > from && !passive)
                || (text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb) && i > from && (verb.Finite || verb.First < verb.Head));
            if (stops)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The object whose head stands at an item.</summary>
    public static PolicyObject At(EventText text, int i, int from, int end)
    {
        var roles = text.Policy(i);
        int next = text.EndOf(i);

        // “export curbs”, “steel quota”: the last noun of a row is the head.
        while (next < end && text.Policy(next) != 0 && !text.Facts.Is(next, Role.Comma))
        {
            roles = text.Policy(next);
            next = text.EndOf(next);
        }

        int first = i;
        while (first > from && IsModifier(text, first - 1))
        {
            first--;
        }

        int phrase = first;
        while (phrase > from && (text.Facts.Is(phrase - 1, Role.Determiner | Role.Possessive) || text.Facts.Items[phrase - 1].Kind is ItemKind.Name or ItemKind.Quantity || text.Facts.Is(phrase - 1, Role.Hyphen)))
        {
            phrase--;
        }

        return new PolicyObject(first, Tail(text, next, end), phrase, roles);
    }

    private static bool IsModifier(EventText text, int item) =>
        text.Facts.Items[item] is { Kind: ItemKind.Word } word && !word.Is(Role.Determiner | Role.Possessive | Role.Preposition | Role.Conjunction | Role.Break | Role.Auxiliary | Role.Adverb | Role.Relative | Role.Negative)
        && (text.Facts.VerbAt(item) is not { } verb || text.IsNoun(verb)) && !text.Is(item, EventRole.Qualifier) && char.IsLetter(text.Facts.Word(item)[0])
        && !text.Facts.Reads(item, "number");

    /// <summary>“of several critical minerals”, “on timber”, “into Australian wine”: up to the next preposition, verb, date or break; lists are read to their end.</summary>
    private static int Tail(EventText text, int at, int end)
    {
        if (at >= end || !(text.Facts.Is(at, Role.Of | Role.On) || text.Facts.Reads(at, "into")))
        {
            return at;
        }

        // “duties of between 6% and 43%”, “a tax of $12”: how much, and not on what.
        if (text.Facts.Is(at, Role.Of) && (text.Facts.Is(at + 1, Role.Preposition) || text.Facts.QuantityAt(at + 1) is { Unit: not null }))
        {
            return at;
        }

        int stop = at;
        for (int i = at + 1; i < Math.Min(end, at + 1 + LongestTail); i++)
        {
            var item = text.Facts.Items[i];
            if (item.Kind is ItemKind.Date || item.Is(Role.Preposition) && !(i == at + 1) || item.Is(Role.Relative) && !item.Is(Role.Determiner) || item.Is(Role.Stop | Role.Bracket | Role.Dash | Role.Pronoun)
                || (text.Facts.VerbAt(i) is { } verb && !text.IsNoun(verb)))
            {
                break;
            }

            if (item.Is(Role.Comma | Role.Conjunction))
            {
                if (!GoesOn(text, i, end))
                {
                    break;
                }

                continue;
            }

            if (item.Kind == ItemKind.Name && !text.Facts.Is(i, Role.Possessive) && text.Facts.NameAt(i)!.Form is not (PartyForm.Adjective or PartyForm.People))
            {
                break;
            }

            stop = item.Kind == ItemKind.Word && !item.Is(Role.Determiner | Role.Adverb) && char.IsLetter(text.Facts.Word(i)[0]) || item.Kind == ItemKind.Goods ? i + 1 : stop;
        }

        return stop == at ? at : stop;
    }

    /// <summary>Whether a comma or “and” goes on with goods: both ends are goods, or a list ends in “and”.</summary>
    private static bool GoesOn(EventText text, int at, int end)
    {
        int next = at + 1;
        while (next < end && text.Facts.Is(next, Role.Conjunction | Role.Determiner))
        {
            next++;
        }

        for (int i = next; i < Math.Min(end, next + 5); i++)
        {
            if ((text.Policy(i) & EventRole.Technology) != 0)
            {
                return true;
            }

            if (text.Facts.Items[i].Kind != ItemKind.Word || text.Facts.Items[i].Term.Roles != Role.None || text.Facts.VerbAt(i) is not null)
            {
                return false;
            }
        }

        return false;
    }
}
