namespace TradeDigest.Language;

/// <summary>Finds people by a given name, initials, a surname that stands first, or a title before the name.</summary>
internal sealed class PersonFinder(NameScan scan)
{
    private const int LongestName = 5;
    private readonly NameScan _scan = scan;

    /// <summary>A person whose name begins here: behind a title or honorific, or with a given name or initials.</summary>
    public NameDraft? Find(int at)
    {
        var title = PersonTitles.Before(_scan, at);
        bool titled = title != PersonTitle.None;
        bool honored = title == PersonTitle.Honorific;
        if (!titled && _scan.IsInTitleCase(at) && !_scan.Has(at, NameWord.Male | NameWord.Female))
        {
            return null;
        }

        if (EndsRole(at))
        {
            return null;
        }

        bool mayBegin = IsPlainNamePart(at) || IsInitial(at) || IsCalendarName(at) || (titled && _scan.IsCapitalized(at) && _scan.Has(at, NameWord.EastAsianSurname | NameWord.GivenName)
            && !_scan.Has(at, NameWord.Calendar));
        bool particleFirst = titled && _scan.Has(at, NameWord.Particle);
        if (!mayBegin && !particleFirst)
        {
            return null;
        }

        int end = NameEnd(at, titled);
        int parts = Parts(at, end);
        bool evident = (titled && !IsInitial(end - 1)) || (parts >= 2 && StartsLikePerson(at, end));
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

    /// <summary>Whether a given name is a portfolio here: <c>Minister for Food and the Marine</c>.</summary>
    public bool EndsRole(int at) => _scan.Has(at, NameWord.Portfolio) && PersonTitles.OfRole(_scan, at);

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

        if (IsInitial(at))
        {
            return end - 1 > at && IsPlainNamePart(end - 1) && !IsInitial(end - 1) && (_scan.Tokens[end - 1].HasSpaceBefore || _scan.Tokens[end - 1].Length > 2);
        }

        return _scan.Has(at, NameWord.GivenName) || PersonNames.IsEastAsian(_scan, at, end);
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
        while (end < _scan.Tokens.Count && parts < LongestName && (end == at || _scan.Joined(end)))
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
    public int ParticleRun(int at)
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
    public bool IsPlainNamePart(int at) => _scan.IsCapitalized(at) && !_scan.IsPossessive(at) && _scan.Tokens[at].Length > 1
        && (!_scan.Tokens[at].IsAllCaps || _scan.Tokens[at].Length > 4)
        && !_scan.Has(at, NameWord.Calendar | NameWord.NotInName | NameWord.Honorific | NameWord.CompanySuffix | NameWord.VenueHead | NameWord.StreetHead
            | NameWord.PluralRoleHead)
        && (!_scan.Has(at, NameWord.RoleHead | NameWord.Portfolio | NameWord.RoleModifier | NameWord.OrganizationHead | NameWord.AgencyHead | NameWord.Function)
            || (_scan.Has(at, NameWord.GivenName | NameWord.AlsoSurname) && !_scan.Has(at, NameWord.Function)));

    /// <summary>A month that is a given name here: <c>Jan Kowal</c>, <c>with June Harker</c>; <c>In June Harker said</c> is none.</summary>
    private bool IsCalendarName(int at) => _scan.Has(at, NameWord.Calendar) && _scan.Has(at, NameWord.GivenName) && _scan.IsCapitalized(at)
        && _scan.Joined(at + 1) && IsPlainNamePart(at + 1) && (_scan.Is(at, "Jan") || (!_scan.IsFirst(at) && !_scan.Has(at - 1, NameWord.Function)));

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
}
