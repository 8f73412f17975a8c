namespace TradeDigest.Language;

/// <summary>Finds the names that a text shows by themselves, the surest reading first: listed ones, agencies, organisations, venues, people, and loose runs.</summary>
internal sealed class NameFinder(NameScan scan)
{
    private const int LongestName = 5;
    private readonly NameScan _scan = scan;
    private readonly OrganizationFinder _organizations = new(scan);
    private readonly AgencyFinder _agencies = new(scan);
    private readonly PersonFinder _people = new(scan);
    private readonly List<NameDraft> _found = [];

    /// <summary>All names, in order and without overlap; loose ones among them.</summary>
    public List<NameDraft> Find()
    {
        int at = 0;
        while (at < _scan.Tokens.Count)
        {
            var draft = _scan.IsWord(at) ? FindAt(at) : null;
            if (draft is not null && !Branch(draft))
            {
                _found.Add(draft);
            }

            at = draft?.End ?? at + 1;
        }

        return _found;
    }

    /// <summary>A company's name that runs on into a country: <c>Tessera Indonesia</c>, <c>Ford Australia</c>. It is the company, not the country.</summary>
    private bool Branch(NameDraft country)
    {
        if (country is not { Kind: NameKind.Party, Form: PartyForm.Name or PartyForm.Adjective, Party.Length: 2 } || country.Party == "EU" || _scan.Tokens[country.First].IsAllCaps
            || _found.Count == 0 || _found[^1] is not { Kind: NameKind.Organization } company || company.End != country.First || !_scan.Joined(country.First)
            || !_scan.Tokens[country.First].HasSpaceBefore || _scan.IsInTitleCase(country.First) || !IsName(country) || (company.IsLoose && (_scan.IsFirst(company.First) || company.End - company.First > 2)))
        {
            return false;
        }

        if (!company.IsLoose && company.Party is not null)
        {
            return false;
        }

        (company.End, company.TitledEnd, company.Id, company.IsLoose) = (country.End, country.End, _scan.Words(company.First, country.End), false);
        return true;
    }

    /// <summary>Whether the words are the country's own name and no adjective of it.</summary>
    private bool IsName(NameDraft country) => _scan.TryKnown(country.First, out var known, out _) && known.Form == PartyForm.Name;

    private NameDraft? FindAt(int at)
    {
        bool listed = _scan.TryKnown(at, out var known, out int end);
        if (!_scan.IsCapitalized(at))
        {
            return listed ? Draft(known, at, end) : ParticleFirst(at) ?? _agencies.Find(at) ?? SpeakingHead(at);
        }

        if (IsPersonDespite(at, listed, end) && _people.Find(at) is { } person)
        {
            return person;
        }

        var larger = _organizations.Find(at, listed ? end : at);
        if (larger is not null && (!listed || larger.End > end || (larger.End == end && known.Kind is null)))
        {
            return larger;
        }

        if (listed)
        {
            return Draft(known, at, end);
        }

        return _people.Find(at) ?? Loose(at);
    }

    /// <summary>Whether a person may begin here though a listed name does: <c>Chad Bown</c>, <c>Georgia Meloni</c>; or none is listed.</summary>
    private bool IsPersonDespite(int at, bool listed, int end)
    {
        if (!listed)
        {
            return false;
        }

        return end - at == 1 && _scan.Has(at, NameWord.GivenName) && _people.IsPlainNamePart(at + 1) && !_scan.TryKnown(at + 1, out _, out _)
            && !_scan.IsInTitleCase(at);
    }

    /// <summary>A surname whose particle is small behind an honorific: <c>Mr van der Meer</c>.</summary>
    private NameDraft? ParticleFirst(int at) =>
        _scan.Has(at, NameWord.Particle) && PersonTitles.Before(_scan, at) == PersonTitle.Honorific && _people.ParticleRun(at) > 0 ? _people.Find(at) : null;

    /// <summary>A small-letter short form that speaks: <c>the ministry said</c>; kept only if the article names one.</summary>
    private NameDraft? SpeakingHead(int at) => _scan.Is(at - 1, "the") && _scan.Has(at, NameWord.OrganizationHead | NameWord.AgencyHead | NameWord.StrongAgency | NameWord.CompanySuffix)
        && _scan.Joined(at + 1) && (_scan.Has(at + 1, NameWord.StrongSaying) || _scan.Has(at - 2, NameWord.StrongSaying)) ? Unexplained(at, at + 1) : null;

    private NameDraft? Draft(KnownName known, int at, int end)
    {
        // In “Treasury Secretary” and “Senate Majority Leader” the institution is a part of the office.
        bool opensTitle = known.IsShared && end - at == 1 && _scan.Joined(end) && _scan.Has(end, NameWord.RoleHead | NameWord.RoleModifier | NameWord.Portfolio);
        if (known.Kind is not { } kind || opensTitle)
        {
            return null;
        }

        var form = known.Form;
        if (form is PartyForm.Name or PartyForm.Adjective or PartyForm.People)
        {
            form = PartyForms.Of(_scan, known.Form, at, end);
        }

        return new NameDraft
        {
            First = at,
            End = end,
            Kind = kind,
            Id = known.Id,
            Form = form,
            Party = known.Party,
            NeedsParty = known.IsShared,
            TitledFirst = at,
            TitledEnd = end,
        };
    }

    /// <summary>A run of capitalised words that only its surroundings or another mention can explain.</summary>
    private NameDraft? Loose(int at)
    {
        bool heMayBeAName = _scan.Is(at, "He") && at > 0 && !_scan.IsFirst(at) && _scan.IsWord(at - 1);
        if (!heMayBeAName && (_scan.Has(at, NameWord.Function | NameWord.Calendar | NameWord.Honorific | NameWord.PluralRoleHead)
            || (_scan.Has(at, NameWord.RoleHead | NameWord.RoleModifier | NameWord.Portfolio) && !_scan.Has(at, NameWord.GivenName | NameWord.AlsoSurname))
            || _scan.IsPossessive(at) || _scan.Tokens[at].Length == 1 || _people.EndsRole(at)))
        {
            return null;
        }

        int end = at + 1;
        while (end - at < LongestName && _scan.Joined(end) && !_scan.IsInTitleCase(at))
        {
            if (_scan.IsMark(end, '-') && !_scan.Tokens[end].HasSpaceBefore && _people.IsPlainNamePart(end + 1) && !_scan.Tokens[end + 1].HasSpaceBefore
                && !_scan.TryKnown(end + 1, out _, out _))
            {
                end += 2;
                continue;
            }

            int next = _people.ParticleRun(end) is > 0 and var behind ? behind : end;
            if (!_people.IsPlainNamePart(next) || _scan.TryKnown(next, out _, out _) || !_scan.Tokens[next].HasSpaceBefore)
            {
                break;
            }

            end = next + 1;
        }

        if (end == at + 1 && _scan.Has(at, NameWord.Particle) && _people.ParticleRun(at) is > 0 and var particled)
        {
            end = particled + 1;
        }

        return Unexplained(at, end);
    }

    private NameDraft Unexplained(int first, int end) => new()
    {
        First = first,
        End = end,
        Kind = NameKind.Organization,
        Id = _scan.Words(first, end),
        TitledFirst = first,
        TitledEnd = end,
        IsLoose = true,
    };
}
