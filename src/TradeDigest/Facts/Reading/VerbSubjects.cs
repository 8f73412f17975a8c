namespace TradeDigest.Facts.Reading;

/// <summary>Finds the subject of a verb.</summary>
internal static class VerbSubjects
{
    public static bool HasSubject(FactText text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (text.Items[i].Kind is ItemKind.Name or ItemKind.Goods || text.Is(i, Role.Pronoun | Role.Tariff | Role.Metric | Role.AboutNoun | Role.GenericGoods | Role.Elliptical))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The head of the noun phrase before a verb: the first that does not hang on a preposition; with <paramref name="nearest"/> the last.</summary>
    public static int SubjectHead(FactText text, int from, int to, bool nearest)
    {
        int found = -1;
        bool hanging = false;
        for (int i = from; i < to; i++)
        {
            var item = text.Items[i];
            if (item.Is(Role.Preposition) && !(item.Is(Role.Contrast) && i == from))
            {
                hanging = true;
                continue;
            }

            if (item.Is(Role.Comma) || item.Kind == ItemKind.Date)
            {
                hanging = false;
                continue;
            }

            bool head = item.Is(Role.Pronoun | Role.Tariff | Role.Metric | Role.AboutNoun | Role.GenericGoods | Role.Elliptical | Role.WindowNoun | Role.DeadlineNoun | Role.BothWays)
                || item.Kind is ItemKind.Goods || (item.Kind == ItemKind.Name && !text.Is(i + 1, Role.Possessive));
            if (!head)
            {
                continue;
            }

            if (nearest)
            {
                found = i;
                continue;
            }

            if (hanging && item.Kind == ItemKind.Name && i > from && (text.Items[i - 1].Kind == ItemKind.Goods || text.Is(i - 1, Role.Tariff | Role.Metric | Role.WindowNoun)))
            {
                // “Before the duties Peru took”: what hangs on the preposition has ended.
                hanging = false;
            }

            if (!hanging)
            {
                // “Chinese tariffs”, “the U.S. trade deficit”: the last of the row is the head; “the duties Peru (imposed)”: whoever stands right before the verb.
                bool contact = found >= 0 && found == i - 1 && i + 1 == to && item.Kind == ItemKind.Name && text.Items[found].Kind != ItemKind.Name && text.NameAt(i)!.Form != Language.PartyForm.Adjective;
                bool row = found < 0 || contact || (i == found + 1 && text.Items[found].Kind == ItemKind.Name);
                if (row)
                {
                    found = i;
                }
            }
        }

        if (found >= 0 || nearest)
        {
            return found;
        }

        // Nothing but what hangs or owns: “China's commerce ministry”, “officials in Tokyo”.
        for (int i = from; i < to; i++)
        {
            // “Tessera of Peru said”: a name that no lexicon knows, and not the country, is the subject.
            bool unknown = i - 2 >= from && text.Is(i - 1, Role.Of | Role.In) && text.Items[i - 2] is { Kind: ItemKind.Word } word && word.Term == Term.None && char.IsUpper(text.Word(i - 2)[0]);
            if (unknown)
            {
                return -1;
            }

            if (text.Items[i].Kind == ItemKind.Name && (i == from || text.Is(i + 1, Role.Possessive) || !text.Is(i - 1, Role.Preposition) || text.Is(i - 1, Role.Of)))
            {
                return i;
            }
        }

        return -1;
    }

    public static int Antecedent(FactText text, int clause, int sentenceFirst)
    {
        for (int i = clause - 2; i >= Math.Max(sentenceFirst, clause - 14); i--)
        {
            if (text.Items[i].Kind is ItemKind.Name or ItemKind.Goods || text.Is(i, Role.Tariff | Role.Metric | Role.WindowNoun | Role.GenericGoods))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a comma right before the verb, past adverbs and dates, closes a relative clause that a comma opened.</summary>
    public static bool BehindAside(FactText text, VerbGroup? previous, int first)
    {
        if (previous is null || !text.Is(previous.ClauseFirst - 1, Role.Relative) || !text.Is(previous.ClauseFirst - 2, Role.Comma))
        {
            return false;
        }

        int at = first - 1;
        while (at > previous.Head && (text.Is(at, Role.Adverb) || text.Items[at].Kind == ItemKind.Date || text.Is(at, Role.On | Role.In) && text.Items[at + 1].Kind == ItemKind.Date))
        {
            at--;
        }

        return at > previous.Head && text.Is(at, Role.Comma);
    }

    public static int OwnerOf(FactText text, int noun, int sentenceFirst, VerbGroup? previous)
    {
        for (int i = noun - 1; i >= Math.Max(sentenceFirst, noun - 6); i--)
        {
            if (text.Items[i].Kind == ItemKind.Name)
            {
                return i;
            }

            if (text.Is(i, Role.OwnPossessive | Role.Pronoun | Role.AboutNoun))
            {
                return previous is null || !text.Is(i, Role.OwnPossessive) ? i : previous.Subject;
            }
        }

        return previous?.Subject ?? -1;
    }

    /// <summary>“with Washington reducing its tariffs”: the clause of a gerund begins behind “with”.</summary>
    public static int OpenedByWith(FactText text, int from, int to)
    {
        for (int i = to - 1; i >= from; i--)
        {
            if (text.Is(i, Role.With))
            {
                return i + 1;
            }
        }

        return from;
    }
}
