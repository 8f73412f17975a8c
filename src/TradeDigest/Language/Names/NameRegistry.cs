namespace TradeDigest.Language;

/// <summary>The people and organisations that one article names in full, by the shorter forms it may use for them.</summary>
internal sealed class NameRegistry
{
    private readonly NameScan _scan;
    private readonly NameMap _names;
    private readonly Dictionary<string, List<NameDraft>> _byForm = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<NameDraft>> _byGiven = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<NameDraft>> _byHead = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _mentions = new(StringComparer.Ordinal);
    private NameDraft? _mostNamed;
    private readonly HashSet<string> _parties = new(StringComparer.Ordinal);

    public NameRegistry(NameScan scan, NameMap names)
    {
        _scan = scan;
        _names = names;
    }

    /// <summary>Gives short forms their full names, and every mention of a person what any mention tells of him or her.</summary>
    public void Resolve()
    {
        foreach (var draft in _names.Drafts)
        {
            if (draft is { Kind: NameKind.Party, Party: { } named })
            {
                _parties.Add(named);
            }

            if (!draft.IsLoose && draft.Kind is NameKind.Person or NameKind.Organization)
            {
                Register(draft);
            }

            if (!draft.IsLoose && draft.Kind is NameKind.Organization or NameKind.Party)
            {
                RegisterHead(draft);
            }
        }

        if (_byForm.Count > 0 || _byHead.Count > 0 || _parties.Count > 0)
        {
            foreach (var draft in _names.Drafts)
            {
                if (draft.Kind is NameKind.Person or NameKind.Organization && (draft.IsLoose || draft.Kind == NameKind.Person || IsAcronym(draft)))
                {
                    Shorten(draft);
                }

                if (draft is { Kind: NameKind.Organization, IsLoose: false })
                {
                    Count(draft);
                }
            }
        }

        new SharedRoles(_scan, _names).Share();
    }

    private void Register(NameDraft draft)
    {
        if (draft.Kind == NameKind.Person)
        {
            RegisterPerson(draft);
            return;
        }

        if (_scan.IsMark(draft.End, '(') && _scan.IsMark(draft.End + 2, ')') && _scan.IsWord(draft.End + 1) && _scan.Tokens[draft.End + 1].IsAllCaps)
        {
            Add(_byForm, _scan.Word(draft.End + 1).ToString(), draft);
        }

        if (draft.End - draft.First == 1 && !_scan.TryKnown(draft.First, out _, out _))
        {
            Add(_byForm, _scan.Words(draft.First, draft.End), draft);
        }

        // Harland Steel Corp is Harland later on.
        if (draft.End - draft.First > 1 && !_scan.Tokens[draft.First].IsAllCaps && !_scan.TryKnown(draft.First, out _, out _)
            && !_scan.Has(draft.First, NameWord.Function | NameWord.NotInName | NameWord.Portfolio | NameWord.OrganizationHead | NameWord.AgencyHead | NameWord.RoleModifier | NameWord.GivenName))
        {
            Add(_byForm, _scan.Word(draft.First).ToString(), draft);
        }
    }

    private void RegisterPerson(NameDraft person)
    {
        int parts = 0;
        for (int i = person.First; i < person.End; i++)
        {
            parts += _scan.IsCapitalized(i) && !_scan.Has(i, NameWord.GenerationSuffix) ? 1 : 0;
        }

        if (parts < 2)
        {
            return;
        }

        bool eastAsian = PersonNames.IsEastAsian(_scan, person.First, person.End);
        if (!eastAsian && _scan.Has(person.First, NameWord.GivenName))
        {
            Add(_byGiven, _scan.Word(person.First).ToString(), person);
        }

        for (int i = person.First; i < person.End; i++)
        {
            if (!_scan.IsWord(i) || _scan.IsMark(i - 1, '-') || _scan.Tokens[i].Length < 2)
            {
                continue;
            }

            if (i > person.First || eastAsian || !_scan.Has(i, NameWord.GivenName))
            {
                int end = i + 1;
                while (end + 1 < person.End && _scan.IsMark(end, '-'))
                {
                    end += 2;
                }

                if (_scan.IsCapitalized(i))
                {
                    Add(_byForm, _scan.Words(i, end), person);
                }

                if (i > person.First && (end < person.End || !_scan.IsCapitalized(i)))
                {
                    Add(_byForm, _scan.Words(i, person.End), person);
                }
            }
        }
    }

    /// <summary>The European Commission is the Commission later on, the Nordic Timber Federation the federation.</summary>
    private void RegisterHead(NameDraft draft)
    {
        if (draft.End - draft.First > 1 && draft.Form is PartyForm.None or PartyForm.Agency or PartyForm.Government)
        {
            int head = IsHead(draft.End - 1) ? draft.End - 1 : draft.First;
            if (IsHead(head))
            {
                Add(_byHead, _scan.Words(head, head + 1), draft);
            }
        }
    }

    private bool IsHead(int at) => _scan.Has(at, NameWord.OrganizationHead | NameWord.AgencyHead | NameWord.StrongAgency);

    private static void Add(Dictionary<string, List<NameDraft>> forms, string form, NameDraft full)
    {
        if (!forms.TryGetValue(form, out var list))
        {
            forms.Add(form, list = []);
        }

        if (!list.Exists(d => d.Id.Equals(full.Id, StringComparison.OrdinalIgnoreCase)))
        {
            list.Add(full);
        }
    }

    private bool IsAcronym(NameDraft draft) => draft.End - draft.First == 1 && _scan.Tokens[draft.First].IsAllCaps;

    private void Shorten(NameDraft draft)
    {
        if (draft.IsLoose && draft.End - draft.First == 1 && _scan.Is(draft.First - 1, "the") && _byHead.TryGetValue(_scan.Words(draft.First, draft.End), out var full)
            && Nearest(full, draft) is var meant && meant.First < draft.First)
        {
            (draft.Kind, draft.Id, draft.Form, draft.Party, draft.IsLoose) = (meant.Kind, meant.Id, meant.Form, meant.Party, false);
            return;
        }

        if (draft.IsLoose && draft.End - draft.First == 1 && _scan.Is(draft.First - 1, "the") && _scan.Tables.PartyOfShort(_scan.Words(draft.First, draft.End)) is { } party
            && _parties.Contains(party))
        {
            // In an article on the European Union “the Commission” needs no introduction.
            (draft.Kind, draft.Id, draft.Form, draft.Party, draft.IsLoose) = (NameKind.Party, party, PartyForm.Government, party, false);
            return;
        }

        if (draft.IsLoose && !_scan.IsCapitalized(draft.First))
        {
            if (_scan.Has(draft.First, NameWord.CompanySuffix) && _mostNamed is { } company)
            {
                (draft.Kind, draft.Id, draft.Party, draft.IsLoose) = (company.Kind, company.Id, company.Party, false);
            }

            return;
        }

        string form = _scan.Words(draft.First, draft.End);
        if (!_byForm.TryGetValue(form, out var candidates)
            && !(PersonTitles.Before(_scan, draft.First) == PersonTitle.Honorific && _byGiven.TryGetValue(form, out candidates)))
        {
            return;
        }

        var best = Nearest(candidates, draft);
        if (draft.Kind == NameKind.Person && !draft.IsLoose && best.Kind != NameKind.Person)
        {
            return;
        }

        draft.Kind = best.Kind;
        draft.Id = best.Id;
        draft.IsLoose = false;
        if (draft.Kind == NameKind.Organization)
        {
            draft.Party ??= best.Party;
        }
    }

    /// <summary>Counts the mentions of organisations, for the one that the text so far speaks of most: <c>the company said</c>.</summary>
    private void Count(NameDraft organization)
    {
        int count = _mentions[organization.Id] = _mentions.GetValueOrDefault(organization.Id) + 1;
        if (_mostNamed is null || count > _mentions[_mostNamed.Id])
        {
            _mostNamed = organization;
        }
    }

    /// <summary>The last of the candidates named before, or the first named after.</summary>
    private static NameDraft Nearest(List<NameDraft> candidates, NameDraft draft)
    {
        var best = candidates[0];
        foreach (var candidate in candidates)
        {
            if (candidate.First < draft.First)
            {
                best = candidate;
            }
        }

        return best;
    }
}
