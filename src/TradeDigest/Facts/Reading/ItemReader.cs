using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>Cuts the sentences of a text into items.</summary>
/// <remarks>Where a mention and a term begin together the longer one stands, and the mention of two equal ones; inside a mention nothing else begins.</remarks>
internal static class ItemReader
{
    /// <summary>The items of every sentence; <paramref name="sentenceFirst"/> has the first item of each and, last, the number of items.</summary>
    public static Item[] Read(AnnotatedText text, FactLexicon lexicon, out int[] sentenceFirst)
    {
        var items = new List<Item>(text.Tokens.Count);
        sentenceFirst = new int[text.Sentences.Count + 1];
        int quantity = 0, date = 0, name = 0, goods = 0;
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            sentenceFirst[s] = items.Count;
            var sentence = text.Sentences[s];
            // What a figure in a table's row means its column says, and columns are not read: no fact is better than a wrong one.
            for (int at = sentence.Kind == SentenceKind.Row ? sentence.EndToken : sentence.FirstToken; at < sentence.EndToken;)
            {
                while (quantity < text.Quantities.Count && text.Quantities[quantity].FirstToken < at)
                {
                    quantity++;
                }

                while (date < text.Dates.Count && text.Dates[date].FirstToken < at)
                {
                    date++;
                }

                while (name < text.Names.Count && text.Names[name].FirstToken < at)
                {
                    name++;
                }

                while (goods < text.Goods.Count && text.Goods[goods].FirstToken < at)
                {
                    goods++;
                }

                var (term, length) = lexicon.At(text, at);
                if (length > 1 && !term.Is(Role.Basis) && NameInside(text, name, at, length))
                {
                    (term, length) = (Term.None, 1);
                }

                var item = new Item(ItemKind.Word, default, term, -1, at, Math.Min(at + length, sentence.EndToken));
                // “will scrap duties”, “to ship steel”: behind an auxiliary a word that is goods too is a verb.
                bool verb = (term.Forms & VerbForm.Base) != 0 && items.Count > sentenceFirst[s] && items[^1].Is(Role.Planned | Role.Possible | Role.Do | Role.To);
                if (goods < text.Goods.Count && text.Goods[goods] is { IsGeneric: false } g && g.FirstToken == at && !term.Is(Role.Preposition | Role.Conjunction)
                    && !(verb && g.EndToken == at + 1))
                {
                    item = Longer(item, ItemKind.Goods, goods, g.EndToken);
                }

                if (name < text.Names.Count && text.Names[name].FirstToken == at)
                {
                    item = Longer(item, ItemKind.Name, name, text.Names[name].EndToken);
                }

                if (quantity < text.Quantities.Count && text.Quantities[quantity].FirstToken == at)
                {
                    item = Longer(item, ItemKind.Quantity, quantity, text.Quantities[quantity].EndToken);
                }

                if (date < text.Dates.Count && text.Dates[date].FirstToken == at)
                {
                    // A length of time is an amount too: as a date it says more.
                    item = Longer(item.Kind == ItemKind.Quantity && item.EndToken == text.Dates[date].EndToken ? item with { EndToken = at } : item, ItemKind.Date, date, text.Dates[date].EndToken);
                }

                int end = Math.Min(item.EndToken, sentence.EndToken);
                items.Add(item with { Span = new TextSpan(text.Tokens[at].Start, text.Tokens[end - 1].End), EndToken = end });
                at = end;
            }
        }

        sentenceFirst[^1] = items.Count;
        return [.. items];
    }

    /// <summary>“according to the World Bank”: no phrase runs into a name.</summary>
    private static bool NameInside(AnnotatedText text, int name, int at, int length)
    {
        while (name < text.Names.Count && text.Names[name].FirstToken <= at)
        {
            name++;
        }

        return name < text.Names.Count && text.Names[name].FirstToken < at + length;
    }

    private static Item Longer(Item item, ItemKind kind, int mention, int endToken)
    {
        bool termStands = item.Kind == ItemKind.Word && item.EndToken > endToken;
        bool mentionStands = item.Kind != ItemKind.Word && item.EndToken >= endToken;
        return termStands || mentionStands ? item : item with { Kind = kind, Term = Term.None, Mention = mention, EndToken = endToken };
    }
}
