namespace TradeDigest.Language;

/// <summary>Finds ministries and departments by what they are for.</summary>
internal sealed class AgencyFinder(NameScan scan)
{
    private readonly NameScan _scan = scan;

    /// <summary>A ministry or department by its portfolio: <c>Commerce Ministry</c>, <c>Ministry of Trade and Industry</c>, in lower case too for the plainest.</summary>
    public NameDraft? Find(int at)
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
        while (end < _scan.Tokens.Count && end - at < 9)
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
}
