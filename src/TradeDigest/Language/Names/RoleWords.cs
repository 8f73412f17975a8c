namespace TradeDigest.Language;

/// <summary>What roles before and behind a name have in common: the words that narrow them, and those for whom the person speaks.</summary>
internal sealed class RoleWords(NameScan scan, NameMap names)
{
    private readonly NameScan _scan = scan;
    private readonly NameMap _names = names;

    /// <summary>Whether a word narrows the role behind it: <c>deputy</c>, <c>trade and</c>.</summary>
    public bool Narrows(int at)
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
    public void Owner(NameDraft person, int first)
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

    /// <summary>Gives a person the party or organisation for which he or she speaks.</summary>
    public static void Speak(NameDraft person, NameDraft owner)
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
}
