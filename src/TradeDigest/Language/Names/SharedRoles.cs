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

        string? state = OnlyState(ministers: false) ?? Home(), ministers = OnlyState(ministers: true) ?? state ?? FirstAndMost();
        foreach (var same in _byId.Values)
        {
            var role = same.Find(d => d.Role is not null);
            string? party = same.Find(d => d.Party is not null)?.Party ?? (role?.Role is { } office ? OfOffice(office) : null);
            party ??= role?.Organization is null ? _scan.Tables.PartyOfLeader(same[0].Id, role?.Role) : null;
            party ??= role is { Role: { } national, Organization: null } && _scan.Tables.IsNational(national) && !HaveTwo(national)
                ? NameTables.IsMinister(national) ? ministers : state : null;
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

    /// <summary>The party of an office: of several that have it the one named most, of equals the first.</summary>
    private string? OfOffice(string office)
    {
        if (_scan.Tables.PartiesOfOffice(office) is not { } parties)
        {
            return _scan.Tables.PartyOfOffice(office);
        }

        string best = parties[0];
        int most = Mentions(best);
        foreach (string party in parties)
        {
            if (Mentions(party) is var count && count > most)
            {
                (best, most) = (party, count);
            }
        }

        return best;
    }

    private int Mentions(string party)
    {
        int count = 0;
        foreach (var draft in _names.Drafts)
        {
            count += draft.Kind == NameKind.Party && draft.Party == party ? 1 : 0;
        }

        return count;
    }

    /// <summary>The state of the dateline (<c>LIMA, June 3 -</c>), if the article speaks of it; null for others.</summary>
    private string? Home()
    {
        for (int i = 0; i < Math.Min(_scan.Tokens.Count, 60) && _scan.SentenceOf(i) <= 0; i++)
        {
            if (_scan.SentenceOf(i) < 0 && _scan.TryKnown(i, out var known, out _) && known.Party is { Length: 2 } and not "EU" && Mentions(known.Party) > 1)
            {
                return known.Party;
            }
        }

        return null;
    }

    /// <summary>Whether two people have the office, who cannot be of one state: <c>Presidents X and Y</c>.</summary>
    private bool HaveTwo(string office)
    {
        string? holder = null;
        foreach (var (id, same) in _byId)
        {
            if (same.Exists(d => d.Role == office))
            {
                if (holder is not null)
                {
                    return true;
                }

                holder = id;
            }
        }

        return false;
    }

    /// <summary>The state that is named first and more often than any other, of those that have ministers; null for none.</summary>
    private string? FirstAndMost()
    {
        string? first = null;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var draft in _names.Drafts)
        {
            if (draft is { Kind: NameKind.Party, Party: { Length: 2 } and not ("US" or "EU") and var state })
            {
                first ??= state;
                counts[state] = counts.GetValueOrDefault(state) + 1;
            }
        }

        return first is not null && counts.All(c => c.Key == first || c.Value < counts[first]) ? first : null;
    }

    /// <summary>The state of an article that names one only, for ministers one only of those that have ministers; null for others.</summary>
    private string? OnlyState(bool ministers)
    {
        string? only = null;
        foreach (var draft in _names.Drafts)
        {
            if (draft is { Kind: NameKind.Party, Party: { Length: 2 } state })
            {
                if (ministers && state is "US" or "EU")
                {
                    continue;
                }

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
