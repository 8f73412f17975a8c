using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Says who makes a promise: a party, a company by its name, the companies of a country in the text's words.</summary>
internal static class Promiser
{
    private static readonly string[] s_companies = ["company", "firm", "carmaker", "automaker", "chipmaker", "planemaker", "manufacturer", "group", "airline", "retailer", "conglomerate", "miner", "steelmaker"];

    /// <summary>Whoever is the subject of <paramref name="verb"/>; null where that is nobody, or several at once.</summary>
    public static string? Of(FactText text, VerbGroup verb, int first)
    {
        if (verb.Subject < 0)
        {
            return TheCompany(text, verb, first) ?? Unknown(text, verb, first);
        }

        if (text.Parties.Joint(verb.Subject))
        {
            return null;
        }

        if (Company(text, verb) is { } company)
        {
            return company;
        }

        // “South Korean smelters”, “Norwegian shipowners”: not their state.
        if (text.NameAt(verb.Subject) is { Kind: NameKind.Party, Form: PartyForm.Adjective } && IsPlainPlural(text, verb.Subject + 1))
        {
            return text.Words(verb.Subject, verb.Subject + 2);
        }

        return text.Parties.Actor(verb.Subject, companies: true);
    }

    /// <summary>“Japan's JENCO”, “the Thai company Siam Orchard”: a company that no lexicon knows, behind the country that it is of.</summary>
    private static string? Company(FactText text, VerbGroup verb)
    {
        if (text.NameAt(verb.Subject) is not { Kind: NameKind.Party } party)
        {
            return null;
        }

        int from = verb.Subject + (text.Is(verb.Subject + 1, Role.Possessive) ? 2 : 1);
        bool owned = from > verb.Subject + 1 || party.Form == PartyForm.Adjective;
        from += from < text.Items.Length && Array.Exists(s_companies, c => text.Reads(from, c)) ? 1 : 0;
        if (owned && text.NameAt(from) is { Kind: NameKind.Organization, Party: null } known && text.Verbs.Exists(v => v.First == from + 1))
        {
            return known.Id;
        }

        int end = from;
        while (end < Math.Min(text.Items.Length, from + 4) && text.Items[end] is { Kind: ItemKind.Word } word && word.Term == Term.None && char.IsUpper(text.Word(end)[0]))
        {
            end++;
        }

        return owned && end > from && text.Verbs.Exists(v => v.First == end) ? text.Words(from, end) : null;
    }

    private static bool IsPlainPlural(FactText text, int i) =>
        i < text.Items.Length && text.Items[i].Kind == ItemKind.Word && text.Items[i].Term == Term.None && text.Word(i) is { Length: > 4 } word && char.IsLower(word[0]) && word[^1] == 's'
        && !text.Reads(i, "officials") && !text.Reads(i, "authorities") && !text.Reads(i, "leaders") && !text.Reads(i, "ministers") && !text.Reads(i, "negotiators") && !text.Reads(i, "lawmakers");

    /// <summary>“The company”, “the carmaker”: the one company that the sentences shortly before name.</summary>
    private static string? TheCompany(FactText text, VerbGroup verb, int first)
    {
        int at = -1;
        for (int i = Math.Max(first, verb.First - 10); i < verb.First && at < 0; i++)
        {
            at = text.Is(i, Role.Determiner) && text.Reads(i, "the") && Array.Exists(s_companies, c => text.Reads(i + 1, c)) ? i : -1;
        }

        int sentence = text.SentenceOf(verb.Head);
        for (int s = sentence; at >= 0 && s >= Math.Max(0, sentence - 2); s--)
        {
            string? only = null;
            for (int i = text.First(s); i < Math.Min(at, text.End(s)); i++)
            {
                if (text.NameAt(i) is { Kind: NameKind.Organization, Party: null } company)
                {
                    if (only is not null && only != company.Id)
                    {
                        return null;
                    }

                    only = company.Id;
                }
            }

            if (only is not null)
            {
                return only;
            }
        }

        return null;
    }

    /// <summary>A company that no lexicon knows: nothing but capitalised words before the first verb of the sentence.</summary>
    private static string? Unknown(FactText text, VerbGroup verb, int first)
    {
        int end = first;
        while (end < verb.First && text.Items[end].Kind == ItemKind.Word && text.Items[end].Term == Term.None && char.IsUpper(text.Word(end)[0]))
        {
            end++;
        }

        bool name = end > first && end - first <= 4 && text.Verbs.Exists(v => v.First == end) && (end - first > 1 || text.Word(first)[^1] is not 's');
        return name ? text.Words(first, end) : null;
    }
}
