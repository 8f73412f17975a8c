using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>Says which party a name, a pronoun or “the country” stands for.</summary>
internal sealed class PartyReader
{
    private readonly FactText _text;
    private string? _main;
    private bool _counted;

    public PartyReader(FactText text) => _text = text;

    /// <summary>The party that an item names or belongs to: a country, its government, its ministry, its minister; null for others.</summary>
    public string? Of(int item) => _text.NameAt(item) switch
    {
        null => null,
        { Kind: NameKind.Party, Form: PartyForm.Adjective } when OfContinent(item) => null,
        { Kind: NameKind.Party } party => party.Id,
        { Kind: NameKind.Organization or NameKind.Person } acts => acts.Party,
        _ => null,
    };

    /// <summary>The party that an item names, not counting people and organisations.</summary>
    public string? Named(int item) => _text.NameAt(item) is { Kind: NameKind.Party } ? Of(item) : null;

    /// <summary>“South American”, “Latin American” are of no one party.</summary>
    private bool OfContinent(int item) =>
        _text.Reads(item, "American") && (_text.Reads(item - 1, "South") || _text.Reads(item - 1, "Latin") || _text.Reads(item - 1, "North") || _text.Reads(item - 1, "Central"));

    /// <summary>The party or, failing that, the organisation or person that acts as the subject <paramref name="item"/>, with pronouns and “the country” resolved.</summary>
    /// <param name="item">The head of a subject, or -1.</param>
    /// <param name="companies">Whether an organisation that is no party counts by its own name.</param>
    public string? Actor(int item, bool companies = false)
    {
        if (item < 0)
        {
            return null;
        }

        if (Of(item) is { } party)
        {
            return party;
        }

        if (_text.NameAt(item) is { } name)
        {
            return companies && name.Kind == NameKind.Organization ? name.Id : null;
        }

        return _text.Is(item, Role.ThirdPerson | Role.OwnPossessive | Role.AboutNoun) ? Antecedent(item, companies) : OwnedBy(item);
    }

    /// <summary>Whom “it”, “its”, “the country” mean: the subject before it in the sentence, else of the sentence before, else the party that the article is mostly about.</summary>
    public string? Antecedent(int item, bool companies = false)
    {
        int sentence = _text.SentenceOf(item);
        bool about = _text.Is(item, Role.AboutNoun);
        for (int s = sentence; s >= Math.Max(0, sentence - 2); s--)
        {
            int end = s == sentence ? item : _text.End(s);
            if (FirstActor(_text.First(s), end, companies) is { } found)
            {
                return found.Actor;
            }
        }

        return about ? Main : null;
    }

    /// <summary>The party named most often; null where none is named or two are named equally often.</summary>
    public string? Main
    {
        get
        {
            if (!_counted)
            {
                _counted = true;
                var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var name in _text.Source.Names)
                {
                    if (name.Kind == NameKind.Party)
                    {
                        counts[name.Id] = counts.GetValueOrDefault(name.Id) + 1;
                    }
                }

                var best = counts.OrderByDescending(c => c.Value).Take(2).ToList();
                _main = best.Count == 0 || (best.Count == 2 && best[0].Value == best[1].Value) ? null : best[0].Key;
            }

            return _main;
        }
    }

    /// <summary>The first party of a stretch that hangs on no preposition, else the first; with the item that names it.</summary>
    public (string Actor, int Item)? FirstActor(int first, int end, bool companies = false)
    {
        (string, int)? fallback = null;
        for (int i = first; i < end; i++)
        {
            if (_text.NameAt(i) is not { } name)
            {
                continue;
            }

            string? actor = Of(i) ?? (companies && name.Kind == NameKind.Organization ? name.Id : null);
            if (actor is null)
            {
                continue;
            }

            bool hangs = _text.Is(i - 1, Role.Preposition) && i > first && !_text.Is(i - 1, Role.By | Role.Contrast);
            if (!hangs)
            {
                return (actor, i);
            }

            fallback ??= (actor, i);
        }

        return fallback;
    }

    /// <summary>The owner of a common noun: “China's commerce ministry”, “Chinese officials”.</summary>
    private string? OwnedBy(int item)
    {
        for (int i = item - 1; i >= Math.Max(0, item - 4); i--)
        {
            if (Of(i) is { } owner)
            {
                return owner;
            }

            if (_text.Is(i, Role.OwnPossessive))
            {
                return Antecedent(i);
            }

            if (_text.Is(i, Role.Preposition | Role.Break))
            {
                return null;
            }
        }

        return null;
    }
}
