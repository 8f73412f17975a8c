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

        return _text.Is(item, Role.ThirdPerson | Role.OwnPossessive | Role.AboutNoun) ? Antecedent(item, companies)
            : _text.Is(item, Role.BothWays) ? null
            : OwnedBy(item);
    }

    /// <summary>Whether the party at <paramref name="item"/> is one of several that are named together (“Peru and Chile”), so that what is said of them is said of no single one.</summary>
    public bool Joint(int item)
    {
        if ((Of(item) ?? Company(item)) is not { } party)
        {
            return false;
        }

        int next = item + 1;
        while (_text.Is(next, Role.Comma) && Other(next + 1, party))
        {
            next += 2;
        }

        if (_text.Is(next, Role.Conjunction) && Other(_text.Is(next + 1, Role.Determiner) ? next + 2 : next + 1, party))
        {
            return true;
        }

        int before = _text.Is(item - 1, Role.Determiner) ? item - 2 : item - 1;
        return _text.Is(before, Role.Conjunction) && (Other(before - 1, party) || UnknownName(before - 1));
    }

    /// <summary>The names of those that <see cref="Joint"/> finds together, as written: “Peru and Chile”.</summary>
    public string JointWords(int item)
    {
        int end = item + 1;
        while (_text.Is(end, Role.Conjunction | Role.Comma) && _text.NameAt(_text.Is(end + 1, Role.Determiner) ? end + 2 : end + 1) is not null)
        {
            end += _text.Is(end + 1, Role.Determiner) ? 3 : 2;
        }

        return _text.Words(JointFirst(item), end);
    }

    /// <summary>The item that names the first of those that are named together with the one at <paramref name="item"/>.</summary>
    public int JointFirst(int item)
    {
        int first = item;
        while (_text.Is(first - 1, Role.Conjunction | Role.Comma | Role.Determiner) && _text.NameAt(first - (_text.Is(first - 1, Role.Determiner) ? 3 : 2)) is not null)
        {
            first -= _text.Is(first - 1, Role.Determiner) ? 3 : 2;
        }

        return first;
    }

    /// <summary>A capitalised word that no lexicon knows, where no sentence begins: it may name another party.</summary>
    private bool UnknownName(int item) =>
        item > 0 && _text.Items[item] is { Kind: ItemKind.Word } word && word.Term == Term.None && char.IsUpper(_text.Word(item)[0]) && char.IsLower(_text.Word(item)[^1]);

    private string? Company(int item) => _text.NameAt(item) is { Kind: NameKind.Organization } company ? company.Id : null;

    private bool Other(int item, string party) => (Named(item) ?? Company(item)) is { } other && other != party && !_text.Is(item + 1, Role.Possessive);

    /// <summary>Whom “it”, “its”, “the country” mean: the subject of the verb before it, the subject before it in the sentence, else of the sentence before,
    /// else the party that the article is mostly about. “The bloc” and “the union” mean no country; “its” behind a company means the company.</summary>
    public string? Antecedent(int item, bool companies = false)
    {
        int sentence = _text.SentenceOf(item);
        bool about = _text.Is(item, Role.AboutNoun);
        if (!about && Acting(item, _text.First(sentence)) is >= 0 and var subject)
        {
            return Actor(subject, companies);
        }

        string? found = Nearest(item, sentence, about, companies);
        return found is { Length: 2 } and not "EU" && (_text.Reads(item, "the bloc") || _text.Reads(item, "the union") || _text.Reads(item, "the commission")) ? null : found;
    }

    /// <summary>The subject of the last verb before <paramref name="item"/> that has a name or a pronoun for one; -1 for none.</summary>
    private int Acting(int item, int first)
    {
        for (int i = item - 1; i >= first; i--)
        {
            if (_text.VerbAt(i) is { Subject: >= 0 } verb && verb.Subject < item && (verb.Subject >= first) && (_text.NameAt(verb.Subject) is not null || _text.Is(verb.Subject, Role.ThirdPerson)))
            {
                return verb.Subject;
            }
        }

        return -1;
    }

    private string? Nearest(int item, int sentence, bool about, bool companies)
    {
        for (int s = sentence; s >= Math.Max(0, sentence - 2); s--)
        {
            if (s < sentence && _text.Is(_text.First(s), Role.ThirdPerson | Role.OwnPossessive))
            {
                // “Its exports to X rose. It signed …”: both mean whoever went before.
                continue;
            }

            int end = s == sentence ? item : _text.End(s);
            if (FirstActor(_text.First(s), end, companies) is { } found)
            {
                // “The government” behind a sentence on two states is that of whom the article is mostly about.
                return about && s < sentence && OfSentence(s) is var spoken && Named(found.Item) is not null && spoken?.Actor != found.Actor ? spoken?.Actor : found.Actor;
            }
        }

        return about ? Main : null;
    }

    /// <summary>The state that the text names first; null where it names none.</summary>
    public string? FirstNamed
    {
        get
        {
            foreach (var name in _text.Source.Names)
            {
                if (name is { Kind: NameKind.Party, Id.Length: 2 })
                {
                    return name.Id;
                }
            }

            return null;
        }
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

    /// <summary>Of whom a sentence speaks: its first party, where it names no other state; of several the one that the article is mostly about.</summary>
    public (string Actor, int Item)? OfSentence(int sentence)
    {
        var first = FirstActor(_text.First(sentence), _text.End(sentence));
        for (int i = _text.First(sentence); i < _text.End(sentence) && first is { } known; i++)
        {
            if (Named(i) is { Length: 2 } other && other != known.Actor)
            {
                return Main is { } main ? (main, known.Item) : first;
            }
        }

        return first;
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
