namespace TradeDigest.Language;

/// <summary>Reads what a person is from the words before and behind the name: <c>U.S. Treasury Secretary X</c>, <c>fund manager X of Y</c>,
/// <c>X, an economist at Y</c>, <c>the group's chairman, X</c>.</summary>
internal sealed class PersonRoleReader(NameScan scan, NameMap names)
{
    private const int LongestRole = 10;
    private readonly NameScan _scan = scan;
    private readonly NameMap _names = names;

    /// <summary>Fills the roles, organisations and parties of all people, and makes people of the runs that turn out to have a role.</summary>
    public void Read()
    {
        foreach (var draft in _names.Drafts)
        {
            if (draft.Kind == NameKind.Person)
            {
                Before(draft);
                _ = After(draft);
            }
            else if (draft.IsLoose && MayBePerson(draft) && (After(draft) || BeforeComma(draft) || Speaks(draft)))
            {
                draft.Kind = NameKind.Person;
                draft.IsLoose = false;
            }
        }
    }

    private bool MayBePerson(NameDraft draft) => draft.End - draft.First is >= 2 and <= 4 && !_scan.IsInTitleCase(draft.First)
        && !_scan.Has(draft.First, NameWord.Function) && !_scan.Is(draft.First - 1, "the");

    private bool Speaks(NameDraft draft) => (_scan.Joined(draft.End) && _scan.Has(draft.End, NameWord.StrongSaying))
        || _scan.Has(draft.First - 1, NameWord.StrongSaying)
        || (_scan.Is(draft.First - 1, "to") && _scan.Is(draft.First - 2, "according"));

    private void Before(NameDraft person)
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

        if (at >= 0 && _scan.SameSentence(at, person.First) && !BeforeAt(person, at))
        {
            _ = BeforeComma(person);
        }
    }

    /// <summary>A role that ends at this token, a complement included: <c>Prime Minister of Japan</c>.</summary>
    private bool BeforeAt(NameDraft person, int at)
    {
        if (_names.At(at) is { } complement && complement.Kind != NameKind.Person && complement.End == at + 1)
        {
            int of = complement.First - 1;
            of -= _scan.Is(of, "the") ? 1 : 0;
            if ((_scan.Is(of, "of") || _scan.Is(of, "at") || _scan.Is(of, "for")) && _scan.Has(of - 1, NameWord.RoleHead))
            {
                TakeRole(person, of - 1, of);
                Speak(person, complement);
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

    private bool BeforeComma(NameDraft person)
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
        while (first > 0 && head - first < LongestRole && _scan.SameSentence(first - 1, head) && Narrows(first - 1))
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
        Owner(person, first);
    }

    private bool Narrows(int at)
    {
        if (_names.At(at) is { } name && !(name.IsLoose && _scan.Has(at, NameWord.Portfolio | NameWord.RoleModifier)))
        {
            return false;
        }

        return _scan.Has(at, NameWord.RoleModifier | NameWord.Portfolio | NameWord.RoleHead)
            || (_scan.IsMark(at, '-') && !_scan.Tokens[at].HasSpaceBefore)
            || ((_scan.Is(at, "and") || _scan.IsMark(at, '&') || _scan.IsMark(at, ',')) && _scan.Has(at + 1, NameWord.Portfolio) && _scan.Has(at - 1, NameWord.Portfolio)
                && _scan.IsCapitalized(at + 1) == _scan.IsCapitalized(at - 1));
    }

    /// <summary>The party or organisation that stands before a role: <c>Chilean</c>, <c>Chile's</c>, <c>Meridian Capital</c>.</summary>
    private void Owner(NameDraft person, int first)
    {
        int before = first - 1;
        before -= _scan.IsPossessive(before) ? 1 : 0;
        if (_names.At(before) is { Kind: not NameKind.Person } owner && _scan.SameSentence(before, first) && !ReferenceEquals(owner, person)
            && !(owner.IsLoose && _scan.IsFirst(owner.First) && owner.End - owner.First == 1 && before == first - 1))
        {
            Speak(person, owner);
            person.TitledFirst = Math.Min(person.TitledFirst, owner.First);
        }
    }

    private static void Speak(NameDraft person, NameDraft owner)
    {
        if (owner.Kind == NameKind.Party)
        {
            person.Party ??= owner.Party;
            if (owner.Form is PartyForm.Agency or PartyForm.Government)
            {
                person.OwnerAgency = owner;
            }
        }
        else
        {
            owner.IsLoose = false;
            person.Party ??= owner.Kind == NameKind.Place ? owner.Party : null;
            person.Organization ??= owner.Kind == NameKind.Organization ? owner.Id : null;
        }
    }

    /// <summary>A role behind the name.</summary>
    private bool After(NameDraft person)
    {
        int at = Bracket(person.End);
        if (_scan.IsMark(at, ',') && _scan.SameSentence(at, person.First) && AfterComma(person, at + 1))
        {
            return true;
        }

        if ((_scan.Is(at, "of") || _scan.Is(at, "from") || _scan.Is(at, "with") || _scan.Is(at, "at")) && person.Kind == NameKind.Person
            && _scan.SameSentence(at, person.First))
        {
            int org = _scan.Is(at + 1, "the") ? at + 2 : at + 1;
            if (_names.At(org) is { Kind: NameKind.Organization } owner && owner.First == org && (!owner.IsLoose || person.Role is not null))
            {
                Speak(person, owner);
                person.TitledEnd = owner.End;
                return true;
            }
        }

        return false;
    }

    private int Bracket(int at)
    {
        if (_scan.IsMark(at, '('))
        {
            for (int i = at + 1; i < at + 8; i++)
            {
                if (_scan.IsMark(i, ')'))
                {
                    return i + 1;
                }
            }
        }

        return at;
    }

    private bool AfterComma(NameDraft person, int start)
    {
        int at = start;
        at += _scan.Is(at, "the") || _scan.Is(at, "a") || _scan.Is(at, "an") || _scan.Is(at, "its") || _scan.Is(at, "his") || _scan.Is(at, "her") || _scan.Is(at, "their") ? 1 : 0;
        NameDraft? owner = null;
        if (_names.At(at) is { Kind: not NameKind.Person } before && before.First == at)
        {
            owner = before;
            at = before.End + (_scan.IsPossessive(before.End) ? 1 : 0);
        }
        else if (_scan.IsPossessive(at + 1) && !_scan.IsCapitalized(at))
        {
            at += 2;
        }

        int first = at;
        while (at - first < LongestRole && _scan.Joined(at) && (Narrows(at) || Describes(at, first)) && !(_scan.Has(at, NameWord.RoleHead) && !LeadsToHead(at)))
        {
            at++;
        }

        if (!_scan.Has(at, NameWord.RoleHead) || !_scan.Joined(at) || (_scan.IsMark(at + 1, '-') && _scan.Is(at, "head")))
        {
            return false;
        }

        int end = at + 1;
        var complement = Complement(ref end);
        if (owner is null && complement is null && at == start && !(_scan.IsMark(end, ',') || _scan.IsMark(end, '.') || _scan.Has(end, NameWord.StrongSaying)))
        {
            return false;
        }

        if (complement is null && _scan.Joined(end) && _scan.IsCapitalized(end) && !_scan.Has(end, NameWord.Function))
        {
            return false; // A list: the role is the next person's.
        }

        person.Role ??= _scan.Words(first, complement is null ? end : RoleEnd(at + 1, complement.First));
        person.TitledEnd = end;
        if (owner is not null)
        {
            Speak(person, owner);
        }

        if (complement is not null)
        {
            Speak(person, complement);
            person.TitledEnd = complement.End;
        }

        return true;
    }

    /// <summary>Whether a later word is the role's head: <c>chief trade spokeswoman</c>.</summary>
    private bool LeadsToHead(int at)
    {
        int next = at + 1;
        while (next < at + 4 && _scan.Joined(next) && Narrows(next) && !_scan.Has(next, NameWord.RoleHead))
        {
            next++;
        }

        return _scan.Joined(next) && _scan.Has(next, NameWord.RoleHead);
    }

    /// <summary>A lower-case adjective within a role that no lexicon lists, before one that it does.</summary>
    private bool Describes(int at, int first) => at - first < 3 && _scan.IsWord(at) && !_scan.Tokens[at].IsCapitalized
        && !_scan.Has(at, NameWord.Function | NameWord.FiniteVerb | NameWord.Saying) && _scan.Has(at + 1, NameWord.RoleHead | NameWord.Portfolio | NameWord.RoleModifier);

    private int RoleEnd(int from, int complement)
    {
        int end = complement;
        while (end > from && (_scan.Is(end - 1, "the") || _scan.Is(end - 1, "of") || _scan.Is(end - 1, "at") || _scan.Is(end - 1, "for") || _scan.Is(end - 1, "with")
            || _scan.Is(end - 1, "in") || _scan.Is(end - 1, "to") || _scan.Is(end - 1, "from") || _scan.IsMark(end - 1, ',')))
        {
            end--;
        }

        return end;
    }

    /// <summary>What follows a role's head: <c>of research at Meridian Capital</c>, <c>for Asia at the OECD</c>, <c>of the European Commission</c>.</summary>
    private NameDraft? Complement(ref int end)
    {
        int at = end;
        for (int steps = 0; steps < 3 && _scan.Joined(at); steps++)
        {
            at += _scan.IsMark(at, ',') && _scan.Is(at + 1, "at") ? 1 : 0;
            if (!(_scan.Is(at, "of") || _scan.Is(at, "at") || _scan.Is(at, "for") || _scan.Is(at, "with") || _scan.Is(at, "in") || _scan.Is(at, "to") || _scan.Is(at, "from")))
            {
                return null;
            }

            int word = _scan.Is(at + 1, "the") ? at + 2 : at + 1;
            if (_names.At(word) is { Kind: not NameKind.Person } name && name.First == word)
            {
                bool region = name.Kind == NameKind.Place && (_scan.Is(name.End, "at") || _scan.Is(name.End, "with"));
                if (!region)
                {
                    end = name.End;
                    return name;
                }

                at = name.End;
                continue;
            }

            int next = word;
            while (next - word < 6 && _scan.Joined(next) && _scan.IsWord(next) && (!_scan.Has(next, NameWord.Function | NameWord.FiniteVerb) || _scan.Is(next, "and")))
            {
                next++;
            }

            if (next == word)
            {
                return null;
            }

            end = at = next;
        }

        return null;
    }
}
