namespace TradeDigest.Language;

/// <summary>The names of a text by token, as the readers of speakers ask for them.</summary>
internal sealed class SpeakerNames
{
    private const int ShortestTitle = 5;
    private readonly NameScan _scan;
    private readonly NameMention?[] _at;
    private readonly NameMention?[] _titled;

    public SpeakerNames(NameScan scan, IReadOnlyList<NameMention> names)
    {
        _scan = scan;
        All = names;
        _at = new NameMention?[scan.Tokens.Count];
        _titled = new NameMention?[scan.Tokens.Count];
        foreach (var name in names)
        {
            Array.Fill(_at, name, name.FirstToken, name.EndToken - name.FirstToken);
            for (int i = name.EndToken; name.Kind == NameKind.Person && i < _titled.Length && scan.Tokens[i].Start < name.TitledSpan.End; i++)
            {
                _titled[i] = name;
            }
        }
    }

    /// <summary>In order of the text.</summary>
    public IReadOnlyList<NameMention> All { get; }

    /// <summary>The name that covers a token.</summary>
    public NameMention? At(int token) => (uint)token < (uint)_at.Length ? _at[token] : null;

    /// <summary>The person whose title, behind the name, covers a token.</summary>
    public NameMention? DescribedAt(int token) => (uint)token < (uint)_titled.Length ? _titled[token] : null;

    /// <summary>A name as a speaker, with the role that the text gives.</summary>
    public SpeechSource Source(NameMention name) => name.Kind == NameKind.Person
        ? new SpeechSource(name.Id, TitleOf(name), name.FirstToken, name.EndToken, name)
        : new SpeechSource(Spoken(name), null, name.FirstToken, name.EndToken, name);

    /// <summary>The words that the article has for an organisation or party.</summary>
    public string Spoken(NameMention name) => name.Form switch
    {
        PartyForm.None => name.Id,
        PartyForm.Adjective or PartyForm.People => Named(name),
        PartyForm.Agency or PartyForm.Government when name.EndToken - name.FirstToken == 1 => InFull(name),
        _ => _scan.Words(name.FirstToken, name.EndToken),
    };

    /// <summary>The title beside the name, with its party and organisation as written before it; else the role that the article gives elsewhere.</summary>
    public string? TitleOf(NameMention person)
    {
        if (person.TitledSpan.Start < person.Span.Start)
        {
            string before = _scan.Text[person.TitledSpan.Start..person.Span.Start].Trim().TrimEnd(',');
            if (before.Length >= ShortestTitle && !before.EndsWith('.'))
            {
                return before;
            }
        }

        return person.Role;
    }

    /// <summary>Whether a preposition stands before the noun phrase that begins here, its determiner and title included.</summary>
    public bool IsGoverned(int at)
    {
        int before = at - 1;
        if (At(at) is { Kind: NameKind.Person } person)
        {
            while (before > 0 && _scan.Tokens[before].Start >= person.TitledSpan.Start)
            {
                before--;
            }
        }

        while (before > 0 && (_scan.Has(before, NameWord.Determiner) || _scan.IsPossessive(before) || At(before) is { Form: PartyForm.Adjective }
            || (_scan.Has(before, NameWord.RoleModifier | NameWord.Portfolio) && !_scan.Has(before, NameWord.Function))))
        {
            before--;
        }

        return _scan.Has(before, NameWord.Preposition) && !(_scan.Is(before, "to") && _scan.Is(before - 1, "according"));
    }

    /// <summary>The agency's name before it was shortened to <c>the ministry</c>, <c>the Commission</c>.</summary>
    private string InFull(NameMention agency)
    {
        string form = _scan.Words(agency.FirstToken, agency.EndToken);
        foreach (var name in All)
        {
            if (name.Id == agency.Id && name.Form == agency.Form && name.EndToken - name.FirstToken > 1
                && (_scan.Is(name.EndToken - 1, form) || _scan.Is(name.FirstToken, form)))
            {
                return _scan.Words(name.FirstToken, name.EndToken);
            }
        }

        return form;
    }

    private string Named(NameMention adjective)
    {
        foreach (var name in All)
        {
            if (name.Id == adjective.Id && name.Form is PartyForm.Name)
            {
                return _scan.Words(name.FirstToken, name.EndToken);
            }
        }

        return _scan.Words(adjective.FirstToken, adjective.EndToken);
    }
}
