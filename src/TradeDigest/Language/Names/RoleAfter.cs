namespace TradeDigest.Language;

/// <summary>Reads what stands behind a person's name: <c>X, an economist at Y</c>, <c>X of Y</c>, <c>X is the trade minister</c>.</summary>
internal sealed class RoleAfter(NameScan scan, NameMap names, RoleWords words)
{
    private const int LongestRole = 10;
    private readonly NameScan _scan = scan;
    private readonly NameMap _names = names;
    private readonly RoleWords _words = words;

    /// <summary>A role behind the name.</summary>
    public bool Read(NameDraft person)
    {
        int at = Bracket(person.End);
        at += _scan.IsMark(at, ',') && _scan.IsMark(at + 2, ',') && _scan.Tokens[at + 1].Kind == TokenKind.Number ? 2 : 0; // X, 61, a nurse
        if (_scan.IsMark(at, ',') && _scan.SameSentence(at, person.First) && AfterComma(person, at + 1))
        {
            return true;
        }

        if (_scan.Is(at, "is") && _scan.SameSentence(at, person.First) && Predicate(person, at + 1))
        {
            return true;
        }

        if (_scan.Has(at, NameWord.Link) && !_scan.Is(at, "to") && !_scan.Is(at, "for") && !_scan.Is(at, "by") && !_scan.Is(at, "in") && person.Kind == NameKind.Person
            && _scan.SameSentence(at, person.First))
        {
            int org = _scan.Is(at + 1, "the") ? at + 2 : at + 1;
            if (_names.At(org) is { Kind: NameKind.Organization } owner && owner.First == org && (!owner.IsLoose || person.Role is not null))
            {
                RoleWords.Speak(person, owner);
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

    /// <summary>A role told by a sentence: <c>Anil Dutta is the commerce secretary</c>; it is no part of the name's title.</summary>
    private bool Predicate(NameDraft person, int start)
    {
        int end = person.TitledEnd;
        bool found = (_scan.Has(start, NameWord.Determiner) || _names.At(start) is { Kind: not NameKind.Person }) && AfterComma(person, start);
        person.TitledEnd = end;
        return found;
    }

    private bool AfterComma(NameDraft person, int start)
    {
        int at = start;
        at += _scan.Has(at, NameWord.Determiner) ? 1 : 0;
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
        while (at - first < LongestRole && _scan.Joined(at) && (_words.Narrows(at) || Describes(at, first)) && !(_scan.Has(at, NameWord.RoleHead) && !LeadsToHead(at)))
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
            RoleWords.Speak(person, owner);
        }

        if (complement is not null)
        {
            RoleWords.Speak(person, complement);
            person.TitledEnd = complement.End;
        }

        return true;
    }

    /// <summary>Whether a later word is the role's head: <c>chief trade spokeswoman</c>.</summary>
    private bool LeadsToHead(int at)
    {
        int next = at + 1;
        while (next < at + 4 && _scan.Joined(next) && _words.Narrows(next) && !_scan.Has(next, NameWord.RoleHead))
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
        while (end > from && (_scan.Has(end - 1, NameWord.Link) || _scan.Is(end - 1, "the") || _scan.IsMark(end - 1, ',')))
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
            if (!_scan.Has(at, NameWord.Link) || _scan.Is(at, "by"))
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

            if (PersonAt(word) is { } served)
            {
                end = served.End; // A spokeswoman for Gov. X: the person is a part of the role.
                return null;
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

    /// <summary>The person whose name, or honorific, begins here.</summary>
    private NameDraft? PersonAt(int at)
    {
        int name = _scan.Has(at, NameWord.Honorific) && _scan.IsCapitalized(at) ? at + 1 : at;
        name += name > at && _scan.IsMark(name, '.') ? 1 : 0;
        return _names.At(name) is { Kind: NameKind.Person } person ? person : null;
    }
}
