namespace TradeDigest.Language;

/// <summary>Finds the subject of a verb of saying, and whom it stands for.</summary>
internal sealed class SpeakerReader
{
    private const int FarthestSubject = 30;
    private readonly NameScan _scan;
    private readonly IReadOnlyList<NameMention> _names;
    private readonly NameMention?[] _at;
    private readonly NameMention?[] _titled;
    private readonly PronounReader _pronouns;

    public SpeakerReader(NameScan scan, IReadOnlyList<NameMention> names)
    {
        _scan = scan;
        _names = names;
        _at = new NameMention?[scan.Tokens.Length];
        _titled = new NameMention?[scan.Tokens.Length];
        foreach (var name in names)
        {
            Array.Fill(_at, name, name.FirstToken, name.EndToken - name.FirstToken);
            for (int i = name.EndToken; name.Kind == NameKind.Person && i < _titled.Length && scan.Tokens[i].Start < name.TitledSpan.End; i++)
            {
                _titled[i] = name;
            }
        }

        _pronouns = new PronounReader(scan, names);
    }

    public NameMention? At(int token) => (uint)token < (uint)_at.Length ? _at[token] : null;

    /// <summary>The subject behind a verb: <c>said Ian Moss, president of …</c>, <c>said a ministry spokesman</c>.</summary>
    public SpeechSource? Behind(int verb, int limit, SpeechSource? last)
    {
        int at = verb + 1;
        if (_scan.Is(verb, "according") && _scan.Is(at, "to"))
        {
            at++;
        }

        int end = Math.Min(limit, at + 14);
        for (int i = at; i < end; i++)
        {
            if (TitledAt(i, end) is { } titled)
            {
                return new SpeechSource(titled.Id, TitleOf(titled), verb, titled.EndToken, titled);
            }

            if (At(i) is { } name && name.FirstToken == i)
            {
                if (FromName(name, i, at, end) is { } source)
                {
                    return source with { First = verb };
                }

                i = name.EndToken - 1;
                continue;
            }

            if (_pronouns.IsPronoun(i) && i == at)
            {
                return _pronouns.Resolve(i, last) is { } found ? found with { First = verb, End = i + 1 } : new SpeechSource(null, null, verb, i + 1, null);
            }

            if (IsUnnamed(i) && !_scan.Has(i + 1, NameWord.RoleHead | NameWord.Spokesperson) && !IsTitleOfNext(i, end))
            {
                return Unnamed(i, at, end) with { First = verb };
            }

            if (_scan.Tokens[i].Kind is TokenKind.Punctuation && !_scan.IsMark(i, '-') && !_scan.IsMark(i, '.') || _scan.Tokens[i].Kind == TokenKind.Quote
                || (i > at && _scan.Has(i, NameWord.StrongSaying)) || (i > at && _scan.Is(i, "that")))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The person whose title begins at this token.</summary>
    private NameMention? TitledAt(int at, int end)
    {
        for (int i = at; i < end && i < at + 14; i++)
        {
            if (At(i) is { Kind: NameKind.Person } person)
            {
                return person.TitledSpan.Start <= _scan.Tokens[at].Start ? person : null;
            }
        }

        return null;
    }

    /// <summary>The subject before a verb: the nearest name, pronoun or role in its clause that no preposition governs.</summary>
    public SpeechSource? Before(int verb, int from, SpeechSource? last)
    {
        bool participle = _scan.Word(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        SpeechSource? best = null;
        int first = Math.Max(from, verb - FarthestSubject);
        for (int i = verb - 1; i >= first; i--)
        {
            SpeechSource? found = null;
            if (_titled[i] is { } described && described.FirstToken >= first)
            {
                i = described.FirstToken;
                found = IsGoverned(i) && !IsAccording(i) ? null : FromName(described, i, first, verb);
            }
            else if (At(i) is { } name)
            {
                i = name.FirstToken;
                found = IsGoverned(i) && !IsAccording(i) ? null : FromName(name, i, first, verb);
            }
            else if (_pronouns.IsPronoun(i))
            {
                found = IsGoverned(i) ? null : _pronouns.Resolve(i, last) ?? new SpeechSource(null, null, i, i + 1, null);
            }
            else if (IsUnnamed(i) && !IsTitleOfNext(i, verb) && !IsGoverned(NounPhrase(i)))
            {
                found = Unnamed(i, first, verb);
            }
            else if (_scan.Tokens[i].Kind == TokenKind.Quote && best is not null)
            {
                break;
            }

            if (found is not null)
            {
                best = found with { End = verb + 1 };
                if (!participle)
                {
                    break;
                }
            }
        }

        return best;
    }

    private bool IsAccording(int at) => _scan.Is(at - 1, "to") && _scan.Is(at - 2, "according");

    /// <summary>Whether a preposition stands before the noun phrase that begins here, its determiner and title included.</summary>
    private bool IsGoverned(int at)
    {
        int before = at - 1;
        if (At(at) is { Kind: NameKind.Person } person)
        {
            while (before > 0 && _scan.Tokens[before].Start >= person.TitledSpan.Start)
            {
                before--;
            }
        }

        while (before > 0 && (_scan.Is(before, "the") || _scan.Is(before, "a") || _scan.Is(before, "an") || _scan.Is(before, "its") || _scan.Is(before, "his") || _scan.Is(before, "her")
            || (_scan.Has(before, NameWord.RoleModifier | NameWord.Portfolio) && !_scan.Has(before, NameWord.Function)) || _scan.IsPossessive(before)
            || At(before) is { Form: PartyForm.Adjective }))
        {
            before--;
        }

        return _scan.Is(before, "of") || _scan.Is(before, "in") || _scan.Is(before, "with") || _scan.Is(before, "to") || _scan.Is(before, "from") || _scan.Is(before, "on")
            || _scan.Is(before, "by") || _scan.Is(before, "for") || _scan.Is(before, "at") || _scan.Is(before, "against") || _scan.Is(before, "over") || _scan.Is(before, "between")
            || _scan.Is(before, "about") || _scan.Is(before, "after") || _scan.Is(before, "before") || _scan.Is(before, "into") || _scan.Is(before, "than") || _scan.Is(before, "alongside")
            || _scan.Is(before, "under") || _scan.Is(before, "through") || _scan.Is(before, "via") || _scan.Is(before, "toward") || _scan.Is(before, "towards") || _scan.Is(before, "near")
            || _scan.Is(before, "during") || _scan.Is(before, "since") || _scan.Is(before, "outside") || _scan.Is(before, "inside") || _scan.Is(before, "like") || _scan.Is(before, "across");
    }

    private bool IsUnnamed(int at) => _scan.Has(at, NameWord.Spokesperson | NameWord.RoleHead) && !_scan.Has(at, NameWord.Function) && !_scan.IsPossessive(at + 1)
        && (!_scan.Has(at, NameWord.Saying) || _scan.Is(at - 1, "a") || _scan.Is(at - 1, "the") || At(at - 1) is not null);

    /// <summary>Whether the role is the title of a person named right behind it.</summary>
    private bool IsTitleOfNext(int at, int end)
    {
        for (int i = at + 1; i < end && i <= at + 6; i++)
        {
            if (At(i) is { Kind: NameKind.Person } person && person.TitledSpan.Start <= _scan.Tokens[at].Start)
            {
                return true;
            }
        }

        return At(at) is not null;
    }

    /// <summary>The first token of the noun phrase that ends in this head.</summary>
    private int NounPhrase(int head)
    {
        int first = head;
        while (first > 0 && head - first < 8 && _scan.Joined(first) && (_scan.Has(first - 1, NameWord.RoleModifier | NameWord.Portfolio | NameWord.RoleHead)
            || At(first - 1) is { Kind: not NameKind.Person } || _scan.IsPossessive(first - 1) || _scan.IsMark(first - 1, '-')
            || (_scan.IsWord(first - 1) && !_scan.Has(first - 1, NameWord.Function | NameWord.FiniteVerb | NameWord.Saying))))
        {
            first--;
        }

        return first;
    }

    private SpeechSource? FromName(NameMention name, int at, int from, int to)
    {
        if (name.Kind == NameKind.Person)
        {
            return new SpeechSource(name.Id, TitleOf(name), name.FirstToken, name.EndToken, name);
        }

        if (name.Kind == NameKind.Place && name.Form == PartyForm.None)
        {
            return null;
        }

        // An adjective or possessive speaks through the noun behind it: “Chinese officials said”.
        int next = name.EndToken + (_scan.IsPossessive(name.EndToken) ? 1 : 0);
        if (name.Form == PartyForm.Adjective || next > name.EndToken)
        {
            for (int i = next; i < to && i < next + 6; i++)
            {
                if (At(i) is { } inner)
                {
                    return FromName(inner, i, from, to);
                }

                if (IsUnnamed(i))
                {
                    return Unnamed(LastHead(i), name.FirstToken, to);
                }
            }

            return null;
        }

        for (int i = next; i < to && i < next + 4; i++)
        {
            if (IsUnnamed(i) && At(i) is null)
            {
                return Unnamed(LastHead(i), name.FirstToken, to);
            }

            if (!_scan.Has(i, NameWord.RoleModifier | NameWord.Portfolio))
            {
                break;
            }
        }

        return new SpeechSource(Spoken(name), null, name.FirstToken, name.EndToken, name);
    }

    private int LastHead(int at)
    {
        while (_scan.Joined(at + 1) && _scan.Has(at + 1, NameWord.Spokesperson | NameWord.RoleHead) && !_scan.Has(at + 1, NameWord.StrongSaying))
        {
            at++;
        }

        return at;
    }

    /// <summary>Someone known by a role alone: the person who has it in this article, or the organisation for which he or she speaks.</summary>
    private SpeechSource Unnamed(int head, int from, int to)
    {
        int first = Math.Max(NounPhrase(head), 0);
        string role = _scan.Words(FirstOfRole(first, head), head + 1);
        bool definite = _scan.Is(first - 1, "the") || _scan.IsPossessive(first - 1) || _scan.Is(first - 1, "his") || _scan.Is(first - 1, "its");
        if (definite && !_scan.Has(head, NameWord.Spokesperson) | _scan.Is(head, "minister") | _scan.Is(head, "economist") | _scan.Is(head, "analyst") && PersonWithRole(head) is { } person)
        {
            return new SpeechSource(person.Id, TitleOf(person), first, head + 1, person);
        }

        for (int i = first; i < head; i++)
        {
            if (At(i) is { Kind: not NameKind.Person } owner)
            {
                return new SpeechSource(Spoken(owner), role, owner.FirstToken, head + 1, owner);
            }
        }

        int of = head + 1;
        if (_scan.Is(of, "of") || _scan.Is(of, "at") || _scan.Is(of, "for") || _scan.Is(of, "from") || _scan.Is(of, "with") || _scan.Is(of, "by"))
        {
            int word = _scan.Is(of + 1, "the") ? of + 2 : of + 1;
            for (int i = word; i < Math.Min(word + 3, _scan.Tokens.Length); i++)
            {
                if (At(i) is { } owner && owner.FirstToken == i)
                {
                    return owner.Kind == NameKind.Person
                        ? new SpeechSource(owner.Id, TitleOf(owner), first, owner.EndToken, owner)
                        : new SpeechSource(Spoken(owner), role, first, owner.EndToken, owner);
                }
            }
        }

        return AgencyMeant(first, head) is { } agency
            ? new SpeechSource(Spoken(agency), role, first, head + 1, agency)
            : new SpeechSource(null, role, first, head + 1, null);
    }

    private int FirstOfRole(int first, int head)
    {
        int at = first;
        for (int i = first; i < head; i++)
        {
            if (At(i) is not null || _scan.IsPossessive(i))
            {
                at = i + 1;
            }
        }

        return at;
    }

    /// <summary>The ministry that <c>a ministry spokesman</c> speaks for: the last one named.</summary>
    private NameMention? AgencyMeant(int first, int head)
    {
        for (int i = first; i < head; i++)
        {
            if (_scan.Has(i, NameWord.StrongAgency | NameWord.AgencyHead | NameWord.Portfolio | NameWord.OrganizationHead))
            {
                for (int n = _names.Count - 1; n >= 0; n--)
                {
                    var name = _names[n];
                    if (name.FirstToken < first && (name.Form == PartyForm.Agency || name.Kind == NameKind.Organization)
                        && _scan.Words(name.FirstToken, name.EndToken).Contains(_scan.Word(i).ToString(), StringComparison.OrdinalIgnoreCase))
                    {
                        return name;
                    }
                }
            }
        }

        return null;
    }

    private NameMention? PersonWithRole(int head)
    {
        for (int n = _names.Count - 1; n >= 0; n--)
        {
            var name = _names[n];
            if (name.FirstToken < head && name is { Kind: NameKind.Person, Role: { } role } && role.AsSpan().Trim().EndsWith(_scan.Word(head), StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The words that the article has for an organisation or party.</summary>
    private string Spoken(NameMention name) => name.Form switch
    {
        PartyForm.None => name.Id,
        PartyForm.Adjective or PartyForm.People => Named(name),
        _ => _scan.Words(name.FirstToken, name.EndToken),
    };

    private string Named(NameMention adjective)
    {
        foreach (var name in _names)
        {
            if (name.Id == adjective.Id && name.Form is PartyForm.Name)
            {
                return _scan.Words(name.FirstToken, name.EndToken);
            }
        }

        return _scan.Words(adjective.FirstToken, adjective.EndToken);
    }

    /// <summary>The title beside the name, with its party and organisation as written before it; else the role that the article gives elsewhere.</summary>
    private string? TitleOf(NameMention person)
    {
        if (person.TitledSpan.Start < person.Span.Start)
        {
            string before = _scan.Text[person.TitledSpan.Start..person.Span.Start].Trim().TrimEnd(',');
            if (before.Length > 4 && !before.EndsWith('.'))
            {
                return before;
            }
        }

        return person.Role;
    }
}
