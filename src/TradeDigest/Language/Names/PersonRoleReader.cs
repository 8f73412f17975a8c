namespace TradeDigest.Language;

/// <summary>Reads what people are from the words before and behind their names, and makes people of the runs that turn out to have a role or to speak.</summary>
internal sealed class PersonRoleReader
{
    private readonly NameScan _scan;
    private readonly NameMap _names;
    private readonly RoleBefore _before;
    private readonly RoleAfter _after;

    public PersonRoleReader(NameScan scan, NameMap names)
    {
        var words = new RoleWords(scan, names);
        (_scan, _names) = (scan, names);
        _before = new RoleBefore(scan, names, words);
        _after = new RoleAfter(scan, names, words);
    }

    /// <summary>Fills the roles, organisations and parties of all people.</summary>
    public void Read()
    {
        var surnames = Surnames();
        foreach (var draft in _names.Drafts)
        {
            if (draft.Kind == NameKind.Person)
            {
                _before.Read(draft);
                _ = _after.Read(draft);
            }
            else if (draft.IsLoose && MayBePerson(draft)
                && (_after.Read(draft) || _before.BeforeComma(draft) || Speaks(draft) || surnames.Contains(_scan.Words(draft.End - 1, draft.End))))
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

    /// <summary>Single words that an honorific or a verb of saying shows to be somebody: <c>Ms Harte</c>, <c>Harte said</c>.</summary>
    private HashSet<string> Surnames()
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in _names.Drafts)
        {
            if (draft.End - draft.First == 1 && ((draft.Kind == NameKind.Person && PersonTitles.Before(_scan, draft.First) == PersonTitle.Honorific) || (draft.IsLoose && Speaks(draft))))
            {
                surnames.Add(_scan.Words(draft.First, draft.End));
            }
        }

        return surnames;
    }
}
