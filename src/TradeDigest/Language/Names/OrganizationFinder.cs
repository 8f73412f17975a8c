namespace TradeDigest.Language;

/// <summary>Finds organisations and venues by the nouns in their names, and the agencies among them.</summary>
internal sealed class OrganizationFinder(NameScan scan)
{
    private const int LongestRun = 12;
    private readonly NameScan _scan = scan;
    private readonly AgencyFinder _agencies = new(scan);

    /// <summary>The agency, organisation or venue that begins here.</summary>
    /// <param name="at">A capitalised token.</param>
    /// <param name="listedEnd">Behind the listed name that begins here, or <paramref name="at"/>.</param>
    public NameDraft? Find(int at, int listedEnd)
    {
        if (_scan.Has(at, NameWord.Function) && !_scan.Has(at, NameWord.Portfolio) && listedEnd == at)
        {
            return null;
        }

        if (listedEnd == at && _agencies.Find(at) is { } agency)
        {
            return agency;
        }

        return _scan.IsInTitleCase(at) ? null : ByHead(at, listedEnd);
    }

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

    private bool IsSentenceEnd(int at) => at + 1 >= _scan.Tokens.Count || !_scan.SameSentence(at, at + 1);

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
            else if ((_scan.Is(next, "of") || _scan.Is(next, "the") || _scan.Is(next, "for") || _scan.Is(next, "and") || _scan.IsMark(next, '&')) && next - end < 2
                && !(_scan.Is(next, "and") && _scan.Has(next + 1, NameWord.Determiner)))
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

    /// <summary>A plural that owns the rest of the name: <c>Growers' Federation</c>, <c>Women's Institute</c>; not <c>China's Council</c>.</summary>
    private bool OwnsWithin(int at, int first) => (_scan.Tokens[at].Length == 1 || _scan.Has(at - 1, NameWord.Owners)) && _scan.IsCapitalized(at + 1) && _scan.Joined(at + 1)
        && _scan.Has(at + 1, NameWord.OrganizationHead | NameWord.AgencyHead | NameWord.CompanySuffix) && !(at - 1 == first && _scan.TryKnown(first, out _, out _));

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

        if (at > first && _scan.IsPossessive(at))
        {
            return OwnsWithin(at, first);
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
