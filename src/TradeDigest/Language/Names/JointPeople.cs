namespace TradeDigest.Language;

/// <summary>Reads people who are named side by side: what one of them is, the other is too (<c>Presidents X and Y</c>, <c>X and Y met</c>).</summary>
internal sealed class JointPeople(NameScan scan, NameMap names)
{
    private const int LongestName = 4;
    private readonly NameScan _scan = scan;
    private readonly NameMap _names = names;

    /// <summary>Makes people of unexplained names beside one, and gives both the role that they share.</summary>
    public void Read()
    {
        foreach (var draft in _names.Drafts)
        {
            if (draft is { Kind: NameKind.Person, IsLoose: false } && Joined(draft) is { } other)
            {
                Pair(draft, other);
            }
            else if (draft.IsLoose && MayBePerson(draft) && Joined(draft) is { Kind: NameKind.Person, IsLoose: false } known && IsFullName(known) && Follows(known, draft))
            {
                Explain(draft);
            }
        }
    }

    private void Pair(NameDraft first, NameDraft second)
    {
        if (second.IsLoose && MayBePerson(second) && IsFullName(first) && first.End - first.First <= LongestName)
        {
            Explain(second);
        }

        int head = first.First - 1;
        if (second.Kind != NameKind.Person || second.IsLoose || !_scan.Has(head, NameWord.PluralRoleHead) || !_scan.SameSentence(head, first.First))
        {
            return;
        }

        int from = head;
        while (from > 0 && _scan.SameSentence(from - 1, head) && _scan.Has(from - 1, NameWord.Portfolio | NameWord.RoleModifier) && _names.At(from - 1) is null or { IsLoose: true })
        {
            from--;
        }

        string role = _scan.Tables.RoleOfOne(_scan.Words(from, head + 1), _scan.Word(head).ToString());
        first.Role ??= role;
        first.TitledFirst = Math.Min(first.TitledFirst, from);
        second.Role ??= role;
    }

    /// <summary>The name behind “and”, past the party or organisation that the first is of.</summary>
    private NameDraft? Joined(NameDraft first)
    {
        int and = first.End;
        if (_scan.Is(and, "of"))
        {
            int of = _scan.Is(and + 1, "the") ? and + 2 : and + 1;
            and = _names.At(of) is { Kind: NameKind.Party } party && party.First == of ? party.End : and;
        }

        return _scan.Is(and, "and") && _scan.SameSentence(first.First, and + 1) && _names.At(and + 1) is { } other && other.First == and + 1 ? other : null;
    }

    private bool Follows(NameDraft known, NameDraft draft) => _scan.Is(known.First - 1, "and") && known.First - 1 >= draft.End;

    /// <summary>Whether the name has a given name and a surname, so that it is surely somebody's.</summary>
    private static bool IsFullName(NameDraft person) => person.End - person.First is >= 2 and <= LongestName + 2;

    private bool MayBePerson(NameDraft draft) => draft.End - draft.First is >= 2 and <= LongestName && !_scan.IsInTitleCase(draft.First)
        && !_scan.Has(draft.First, NameWord.Function) && !_scan.Is(draft.First - 1, "the");

    private static void Explain(NameDraft draft) => (draft.Kind, draft.IsLoose) = (NameKind.Person, false);
}
