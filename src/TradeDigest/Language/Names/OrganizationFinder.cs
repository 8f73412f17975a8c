namespace TradeDigest.Language;

/// <summary>Finds agencies, organisations and venues by the nouns in their names.</summary>
internal sealed class OrganizationFinder(NameScan scan)
{
    private const int LongestRun = 12;
    private readonly NameScan _scan = scan;

    /// <summary>The agency, organisation or venue that begins here.</summary>
    /// <param name="at">A capitalised token.</param>
    /// <param name="listedEnd">Behind the listed name that begins here, or <paramref name="at"/>.</param>
    public NameDraft? Find(int at, int listedEnd)
    {
        if (_scan.Has(at, NameWord.Function) && !_scan.Has(at, NameWord.Portfolio) && listedEnd == at)
        {
            return null;
        }

        if (listedEnd == at && Agency(at) is { } agency)
        {
            return agency;
        }

        return _scan.IsInTitleCase(at) ? null : ByHead(at, listedEnd);
    }

    /// <summary>A ministry or department by its portfolio: <c>Commerce Ministry</c>, <c>Ministry of Trade and Industry</c>, in lower case too for the plainest.</summary>
    public NameDraft? Agency(int at)
    {
        bool capital = _scan.IsCapitalized(at);
        if (_scan.Has(at, capital ? NameWord.AgencyHead : NameWord.StrongAgency) && (_scan.Is(at + 1, "of") || _scan.Is(at + 1, "for")))
        {
            int first = _scan.Is(at + 2, "the") ? at + 3 : at + 2;
            int end = Portfolios(first);
            return end > first && _scan.Has(first, NameWord.Portfolio) ? Shared(at, end) : null;
        }

        if (_scan.Has(at, NameWord.Portfolio))
        {
            int head = Portfolios(at);
            bool named = _scan.Has(head, NameWord.StrongAgency) || (capital && _scan.IsCapitalized(head) && _scan.Has(head, NameWord.AgencyHead));
            return head > at && named && _scan.Joined(head) ? Shared(at, head + 1) : null;
        }

        return null;
    }

    /// <summary>Behind a run of portfolios joined by commas and <c>and</c>.</summary>
    private int Portfolios(int at)
    {
        int end = at;
        while (end < _scan.Tokens.Length && end - at < 9)
        {
            int next = end;
            if (end > at)
            {
                next += _scan.IsMark(next, ',') ? 1 : 0;
                next += _scan.Is(next, "and") || _scan.IsMark(next, '&') ? 1 : 0;
            }

            if (!_scan.Has(next, NameWord.Portfolio) || !_scan.Joined(next) && next > at
                || _scan.IsCapitalized(next) != _scan.IsCapitalized(at))
            {
                break;
            }

            end = next + 1;
        }

        return end;
    }

    private NameDraft Shared(int first, int end) => new()
    {
        First = first,
        End = end,
        Kind = NameKind.Party,
        Id = _scan.Words(first, end),
        Form = PartyForm.Agency,
        NeedsParty = true,
        TitledFirst = first,
        TitledEnd = end,
    };

    /// <summary>A run of capitalised words with a noun that makes it an organisation or a venue.</summary>
    private NameDraft? ByHead(int at, int listedEnd)
    {
        int head = -1;
        int end = at;
        while (end - at < LongestRun && InRun(end, at))
        {
            if (_scan.Has(end, NameWord.OrganizationHead | NameWord.CompanySuffix | NameWord.VenueHead | NameWord.AgencyHead) && _scan.IsCapitalized(end)
                && (end > at || Continues(end)) && !OpensTitle(end))
            {
                head = end;
            }

            end++;
        }

        if (head < 0 || head < listedEnd || (head == at && !Continues(at)))
        {
            return null;
        }

        int last = head + 1;
        if (_scan.Is(last, "of") || _scan.Is(last, "for") || _scan.Is(last, "on"))
        {
            last = Complement(last);
        }
        else if (_scan.Has(head, NameWord.CompanySuffix) && _scan.IsMark(last, '.') && !_scan.Tokens[last].HasSpaceBefore && !IsSentenceEnd(last))
        {
            last++;
        }

        if (head == at && last == at + 1)
        {
            return null;
        }

        var kind = _scan.Has(head, NameWord.OrganizationHead | NameWord.CompanySuffix | NameWord.AgencyHead) ? NameKind.Organization : NameKind.Place;
        return Organization(at, last, kind, listedEnd);
    }

    /// <summary>In <c>U.S. Treasury Secretary</c> the agency is a part of the office.</summary>
    private bool OpensTitle(int at) => _scan.Has(at, NameWord.Portfolio) && _scan.Joined(at + 1) && _scan.Has(at + 1, NameWord.RoleHead | NameWord.RoleModifier);

    private NameDraft Organization(int at, int end, NameKind kind, int listedEnd)
    {
        string? party = listedEnd > at && _scan.TryKnown(at, out var known, out _) ? known.Party : null;
        bool agency = kind == NameKind.Organization && party is not null && _scan.Has(end - 1, NameWord.AgencyHead) && OnlyPortfolios(listedEnd, end - 1);
        return new NameDraft
        {
            First = at,
            End = end,
            Kind = agency ? NameKind.Party : kind,
            Id = agency ? party! : _scan.Words(at, end),
            Form = agency ? PartyForm.Agency : PartyForm.None,
            Party = party,
            TitledFirst = at,
            TitledEnd = end,
        };
    }

    private bool OnlyPortfolios(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!_scan.Has(i, NameWord.Portfolio) && !_scan.Is(i, "and"))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSentenceEnd(int at) => at + 1 >= _scan.Tokens.Length || !_scan.SameSentence(at, at + 1);

    /// <summary>Whether <c>of</c>, <c>for</c> or <c>on</c> and a capitalised word follow: <c>Institute of Marketing</c>.</summary>
    private bool Continues(int at) => (_scan.Is(at + 1, "of") || _scan.Is(at + 1, "for") || _scan.Is(at + 1, "on"))
        && (_scan.IsCapitalized(at + 2) || (_scan.Is(at + 2, "the") && _scan.IsCapitalized(at + 3)));

    private int Complement(int at)
    {
        int end = at, next = at;
        while (end - at < LongestRun && _scan.Joined(next))
        {
            if (_scan.IsCapitalized(next) && !_scan.IsPossessive(next) && !_scan.Has(next, NameWord.RoleHead | NameWord.Honorific | NameWord.Calendar))
            {
                end = ++next;
            }
            else if ((_scan.Is(next, "of") || _scan.Is(next, "the") || _scan.Is(next, "for") || _scan.Is(next, "and") || _scan.IsMark(next, '&')) && next - end < 2)
            {
                next++;
            }
            else
            {
                break;
            }
        }

        return Math.Max(end, at);
    }

    private bool InRun(int at, int first)
    {
        if (at > first && !_scan.Joined(at))
        {
            return false;
        }

        if (_scan.IsCapitalized(at))
        {
            return !_scan.IsPossessive(at)
                && !_scan.Has(at, NameWord.RoleHead | NameWord.Honorific | NameWord.Calendar)
                && (!_scan.Has(at, NameWord.Function) || at > first);
        }

        if (_scan.IsMark(at, '&'))
        {
            return _scan.IsCapitalized(at + 1);
        }

        if (_scan.IsMark(at, '-'))
        {
            return !_scan.Tokens[at].HasSpaceBefore && _scan.IsCapitalized(at + 1) && !_scan.Tokens[at + 1].HasSpaceBefore;
        }

        return at > first && _scan.Is(at, "of") && _scan.IsCapitalized(at + 1) && _scan.Has(at - 1, NameWord.OrganizationHead | NameWord.AgencyHead);
    }
}
