namespace TradeDigest.Language;

/// <summary>Reads what stands before a person's name: <c>U.S. Treasury Secretary X</c>, <c>Prime Minister of Japan X</c>, <c>the group's chairman, X</c>.</summary>
internal sealed class RoleBefore(NameScan scan, NameMap names, RoleWords words)
{
    private const int LongestRole = 10;
    private readonly NameScan _scan = scan;
    private readonly NameMap _names = names;
    private readonly RoleWords _words = words;

    /// <summary>Reads honorific and role.</summary>
    public void Read(NameDraft person)
    {
        int at = person.First - 1;
        at -= _scan.IsMark(at, '.') && !_scan.Tokens[at].HasSpaceBefore ? 1 : 0;
        if (_scan.Has(at, NameWord.Honorific) && _scan.IsCapitalized(at))
        {
            person.Sex = _scan.Has(at, NameWord.MaleHonorific) ? NameWord.Male : _scan.Has(at, NameWord.FemaleHonorific) ? NameWord.Female : person.Sex;
            person.TitledFirst = at;
            if (_scan.Tables.PartyOfOffice(_scan.Word(at).ToString()) is { } party)
            {
                person.Party = party;
                person.Role = _scan.Word(at).ToString();
            }

            at--;
        }

        if (at >= 0 && _scan.SameSentence(at, person.First) && !BeforeAt(person, at) && !BeforeComma(person) && _scan.IsPossessive(at)
            && _names.At(at - 1) is { Kind: NameKind.Party, Form: PartyForm.Name } state)
        {
            person.Party ??= state.Party; // Vietnam's Nguyen Van Thanh
        }
    }

    /// <summary>A role that ends at this token, a complement included: <c>Prime Minister of Japan</c>.</summary>
    private bool BeforeAt(NameDraft person, int at)
    {
        if (_names.At(at) is { } complement && complement.Kind != NameKind.Person && complement.End == at + 1)
        {
            int of = complement.First - 1;
            of -= _scan.Is(of, "the") ? 1 : 0;
            if (_scan.Has(of, NameWord.Link) && !_scan.Is(of, "to") && _scan.Has(of - 1, NameWord.RoleHead))
            {
                TakeRole(person, of - 1, of);
                RoleWords.Speak(person, complement);
                return true;
            }

            return false;
        }

        if (_scan.Has(at, NameWord.RoleHead))
        {
            TakeRole(person, at, at + 1);
            return true;
        }

        if (_scan.Has(at, NameWord.Portfolio) && PersonTitles.OfRole(_scan, at))
        {
            int head = at;
            while (!_scan.Has(head, NameWord.RoleHead))
            {
                head--;
            }

            TakeRole(person, head, at + 1);
            return true;
        }

        return false;
    }

    /// <summary>A role before a comma: <c>the group's chairman, X,</c>.</summary>
    public bool BeforeComma(NameDraft person)
    {
        int comma = person.First - 1;
        bool closed = _scan.IsMark(person.End, ',') || _scan.Has(person.End, NameWord.StrongSaying) || _scan.IsMark(person.End, '.');
        return _scan.IsMark(comma, ',') && closed && comma > 0 && _scan.SameSentence(comma, person.First)
            && _scan.Has(comma - 1, NameWord.RoleHead | NameWord.Portfolio) | _names.At(comma - 1) is { Kind: not NameKind.Person }
            && BeforeAt(person, comma - 1);
    }

    /// <summary>Takes the role whose head is given, with the words that narrow it before, and the party or organisation before those.</summary>
    private void TakeRole(NameDraft person, int head, int end)
    {
        int first = head;
        while (first > 0 && head - first < LongestRole && _scan.SameSentence(first - 1, head) && _words.Narrows(first - 1))
        {
            first--;
        }

        while (first < head && (_scan.IsMark(first, '-') || _scan.IsMark(first, ',') || _scan.Is(first, "and") || _scan.Is(first, "new") || _scan.Is(first, "newly")
            || _scan.Is(first, "then") || _scan.Is(first, "late")))
        {
            first++;
        }

        // “Minister for Trade and Tourism Senator X” is a minister before all else.
        if (first > 1 && (_scan.Is(first - 1, "for") || _scan.Is(first - 1, "of")) && _scan.Has(first - 2, NameWord.RoleHead) && first < head)
        {
            first -= 2;
            end = head;
        }

        person.Role ??= _scan.Words(first, end);
        person.TitledFirst = Math.Min(person.TitledFirst, first);
        _words.Owner(person, first);
    }
}
