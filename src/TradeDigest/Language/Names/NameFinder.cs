namespace TradeDigest.Language;

/// <summary>Finds the names that a text shows by themselves: listed ones, agencies, organisations and venues by their last word,
/// people by a given name or by a title before them.</summary>
internal sealed class NameFinder(NameScan scan)
{
    private const int LongestName = 5;
    private readonly NameScan _scan = scan;
    private readonly OrganizationFinder _organizations = new(scan);
    private readonly List<NameDraft> _found = [];

    /// <summary>All names, in order and without overlap; loose ones among them.</summary>
    public List<NameDraft> Find()
    {
        int at = 0;
        while (at < _scan.Tokens.Length)
        {
            var draft = _scan.IsWord(at) ? FindAt(at) : null;
            if (draft is not null)
            {
                _found.Add(draft);
            }

            at = draft?.End ?? at + 1;
        }

        return _found;
    }

    private NameDraft? FindAt(int at)
    {
        bool listed = _scan.TryKnown(at, out var known, out int end);
        if (!_scan.IsCapitalized(at))
        {
            return listed ? Draft(known, at, end) : _organizations.Agency(at);
        }

        if (IsPersonDespite(at, listed, end) && Person(at) is { } person)
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

        return Person(at) ?? Loose(at);
    }

    /// <summary>Whether a person may begin here though a listed name does: <c>Chad Bown</c>, <c>Georgia Meloni</c>; or none is listed.</summary>
    private bool IsPersonDespite(int at, bool listed, int end)
    {
        if (!listed)
        {
            return false;
        }

        return end - at == 1 && _scan.Has(at, NameWord.GivenName) && IsPlainNamePart(at + 1) && !_scan.TryKnown(at + 1, out _, out _)
            && !_scan.IsInTitleCase(at);
    }

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

    /// <summary>A person whose name begins here: behind a title or honorific, or with a given name or initials.</summary>
    private NameDraft? Person(int at)
    {
        bool titled = PersonTitles.Before(_scan, at) is not PersonTitle.None and var title;
        bool honored = titled && PersonTitles.Before(_scan, at) == PersonTitle.Honorific;
        if (!titled && (_scan.IsInTitleCase(at) ? !_scan.Has(at, NameWord.Male | NameWord.Female) : false))
        {
            return null;
        }

        bool mayBegin = IsPlainNamePart(at) || (titled && _scan.IsCapitalized(at) && _scan.Has(at, NameWord.EastAsianSurname | NameWord.GivenName)
            && !_scan.Has(at, NameWord.Calendar));
        bool particleFirst = titled && _scan.Has(at, NameWord.Particle);
        if (!mayBegin && !particleFirst)
        {
            return null;
        }

        int end = NameEnd(at, titled);
        int parts = Parts(at, end);
        bool evident = titled || (parts >= 2 && StartsLikePerson(at, end));
        if (!evident || (honored && parts == 0))
        {
            return null;
        }

        return new NameDraft
        {
            First = at,
            End = end,
            Kind = NameKind.Person,
            Id = _scan.Words(at, end),
            TitledFirst = at,
            TitledEnd = end,
            Sex = SexOf(at),
            IsLoose = titled && !honored && parts == 1 && _scan.IsInTitleCase(at),
        };
    }

    private bool StartsLikePerson(int at, int end)
    {
        if (_scan.Has(at, NameWord.Function))
        {
            return _scan.Has(at, NameWord.EastAsianSurname) && !_scan.IsFirst(at) && PersonNames.IsEastAsian(_scan, at, end);
        }

        if (_scan.IsInTitleCase(at) && end - at != 2)
        {
            return false;
        }

        return _scan.Has(at, NameWord.GivenName) || IsInitial(at) || PersonNames.IsEastAsian(_scan, at, end);
    }

    private NameWord SexOf(int at)
    {
        var given = _scan.Marks[at] & NameWord.GivenName;
        return given is NameWord.Male or NameWord.Female ? given : NameWord.None;
    }

    /// <summary>Behind the last token of the person's name that begins here.</summary>
    private int NameEnd(int at, bool titled)
    {
        int end = at, parts = 0;
        while (end < _scan.Tokens.Length && parts < LongestName && (end == at || _scan.Joined(end)))
        {
            if (IsInitial(end))
            {
                end += _scan.IsMark(end + 1, '.') && !_scan.Tokens[end + 1].HasSpaceBefore ? 2 : 1;
                parts++;
                continue;
            }

            if (end > at && _scan.IsMark(end, '-') && !_scan.Tokens[end].HasSpaceBefore && _scan.IsWord(end + 1) && !_scan.Tokens[end + 1].HasSpaceBefore)
            {
                if (!_scan.IsCapitalized(end + 1) && !PersonNames.MayFollowHyphen(_scan, at, end + 1))
                {
                    break;
                }

                end += 2;
                continue;
            }

            if (_scan.Has(end, NameWord.GenerationSuffix) && parts > 0)
            {
                end++;
                break;
            }

            if (ParticleRun(end) is > 0 and var after && (parts > 0 || titled || _scan.IsCapitalized(end)))
            {
                end = after;
                continue;
            }

            bool first = end == at;
            if (!(IsPlainNamePart(end) || (first && _scan.IsCapitalized(end)) || IsSurnameDespite(end, at)))
            {
                break;
            }

            if (!first && !IsSurnameDespite(end, at) && _scan.TryKnown(end, out _, out _))
            {
                break;
            }

            parts++;
            end++;
        }

        return Math.Max(end, at + 1);
    }

    /// <summary>Particles from here on with a capitalised word behind them; 0 where there are none.</summary>
    private int ParticleRun(int at)
    {
        int end = at;
        while (_scan.Has(end, NameWord.Particle) && end - at < 3 && (end == at || _scan.Joined(end)))
        {
            end++;
            if (_scan.IsMark(end, '-') && !_scan.Tokens[end].HasSpaceBefore)
            {
                end++;
            }
        }

        return end > at && _scan.Joined(end) && _scan.IsCapitalized(end) && !_scan.Has(end, NameWord.NotInName | NameWord.Calendar | NameWord.RoleHead) ? end : 0;
    }

    /// <summary>A month, party or company that ends a person's name: <c>Theresa May</c>, <c>Michael Jordan</c>, <c>Liz Truss</c>.</summary>
    private bool IsSurnameDespite(int at, int first) => at == first + 1 && _scan.IsCapitalized(at) && _scan.Has(first, NameWord.GivenName)
        && !_scan.Has(first, NameWord.Function) && (_scan.Has(at, NameWord.AlsoSurname) || (_scan.Is(at, "May") && _scan.Has(first, NameWord.Female)));

    /// <summary>A capitalised word that may be a part of a person's name.</summary>
    private bool IsPlainNamePart(int at) => _scan.IsCapitalized(at) && !_scan.IsPossessive(at) && _scan.Tokens[at].Length > 1
        && (!_scan.Tokens[at].IsAllCaps || _scan.Tokens[at].Length > 4)
        && !_scan.Has(at, NameWord.Calendar | NameWord.NotInName | NameWord.Honorific | NameWord.CompanySuffix | NameWord.VenueHead | NameWord.StreetHead)
        && (!_scan.Has(at, NameWord.RoleHead | NameWord.Portfolio | NameWord.RoleModifier | NameWord.OrganizationHead | NameWord.AgencyHead | NameWord.Function)
            || (_scan.Has(at, NameWord.GivenName | NameWord.AlsoSurname) && !_scan.Has(at, NameWord.Function)));

    private bool IsInitial(int at) => _scan.IsCapitalized(at) && ((_scan.Tokens[at].Length == 1 && _scan.IsMark(at + 1, '.') && _scan.Text[_scan.Tokens[at].Start] != 'I')
        || ((_scan.Tokens[at].Traits & TokenTraits.Dotted) != 0 && _scan.Tokens[at].Length <= 4 && !_scan.TryKnown(at, out _, out _)));

    private int Parts(int first, int end)
    {
        int parts = 0;
        for (int i = first; i < end; i++)
        {
            parts += _scan.IsWord(i) && !(_scan.Has(i, NameWord.Particle) && !_scan.IsCapitalized(i)) ? 1 : 0;
        }

        return parts;
    }

    /// <summary>A run of capitalised words that only its surroundings or another mention can explain.</summary>
    private NameDraft? Loose(int at)
    {
        bool heMayBeAName = _scan.Is(at, "He") && at > 0 && !_scan.IsFirst(at) && _scan.IsWord(at - 1);
        if (!heMayBeAName && (_scan.Has(at, NameWord.Function | NameWord.Calendar | NameWord.Honorific)
            || (_scan.Has(at, NameWord.RoleHead | NameWord.RoleModifier | NameWord.Portfolio) && !_scan.Has(at, NameWord.GivenName | NameWord.AlsoSurname))
            || _scan.IsPossessive(at) || _scan.Tokens[at].Length == 1))
        {
            return null;
        }

        int end = at + 1;
        while (end - at < LongestName && _scan.Joined(end) && !_scan.IsInTitleCase(at) && IsPlainNamePart(end) && !_scan.TryKnown(end, out _, out _)
            && _scan.Tokens[end].HasSpaceBefore)
        {
            end++;
        }

        if (end == at + 1 && _scan.Has(at, NameWord.Particle) && ParticleRun(at) is > 0 and var particled)
        {
            end = particled + 1;
        }

        return new NameDraft
        {
            First = at,
            End = end,
            Kind = NameKind.Organization,
            Id = _scan.Words(at, end),
            TitledFirst = at,
            TitledEnd = end,
            IsLoose = true,
        };
    }
}
