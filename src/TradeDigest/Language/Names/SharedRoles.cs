namespace TradeDigest.Language;

/// <summary>Gives every mention of a person what any mention tells of him or her, and an office of state its state where the article names one only.</summary>
internal sealed class SharedRoles(NameScan scan, NameMap names)
{
    private readonly NameScan _scan = scan;
    private readonly NameMap _names = names;
    private readonly Dictionary<string, List<NameDraft>> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Shares role, party, organisation and sex among all mentions of a person.</summary>
    public void Share()
    {
        foreach (var draft in _names.Drafts)
        {
            if (draft.Kind == NameKind.Person && !draft.IsLoose)
            {
                if (!_byId.TryGetValue(draft.Id, out var same))
                {
                    _byId.Add(draft.Id, same = []);
                }

                same.Add(draft);
            }
        }

        string? state = OnlyState();
        foreach (var same in _byId.Values)
        {
            var role = same.Find(d => d.Role is not null);
            string? party = same.Find(d => d.Party is not null)?.Party ?? (role?.Role is { } office ? _scan.Tables.PartyOfOffice(office) : null);
            party ??= role is { Role: { } national, Organization: null } && _scan.Tables.IsNational(national) ? state : null;
            string? organization = same.Find(d => d.Organization is not null)?.Organization;
            var sex = same.Find(d => d.Sex is NameWord.Male or NameWord.Female)?.Sex ?? NameWord.None;
            foreach (var draft in same)
            {
                draft.Role ??= role?.Role;
                draft.Party ??= party;
                draft.Organization ??= organization;
                draft.Sex = draft.Sex == NameWord.None ? sex : draft.Sex;
            }
        }
    }

    /// <summary>The state of an article that names one only; null for others.</summary>
    private string? OnlyState()
    {
        string? only = null;
        foreach (var draft in _names.Drafts)
        {
            if (draft is { Kind: NameKind.Party, Party: { Length: 2 } state })
            {
                if (only is not null && only != state)
                {
                    return null;
                }

                only = state;
            }
        }

        return only;
    }
}
