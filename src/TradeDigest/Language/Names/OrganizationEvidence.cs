namespace TradeDigest.Language;

/// <summary>Takes an unknown capitalised word for an organisation where what stands beside it tells so: <c>a Brightwell report</c>,
/// <c>analysts at Brightwell</c>, <c>Brightwell's chief economist</c>, <c>consultancy Brightwell</c>, <c>AgriView expects</c>.</summary>
internal static class OrganizationEvidence
{
    /// <summary>Marks the loose names that are organisations.</summary>
    public static void Read(NameScan scan, NameMap names)
    {
        var surnames = names.Drafts.Where(d => d.Kind == NameKind.Person).Select(d => scan.Words(d.End - 1, d.End)).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in names.Drafts)
        {
            if (draft.IsLoose && !surnames.Contains(scan.Words(draft.First, draft.End)) && draft.Kind == NameKind.Organization && !scan.Has(draft.First, NameWord.Function | NameWord.NotInName) && IsOrganization(scan, draft))
            {
                draft.IsLoose = false;
            }
        }
    }

    /// <summary>Capitals that no common word has: <c>ICRA</c>, <c>AgriView</c>.</summary>
    private static bool IsShaped(NameScan scan, int at)
    {
        var word = scan.Word(at);
        return word.Length > 2 && word[1..].ContainsAnyInRange('A', 'Z') && !scan.IsInTitleCase(at);
    }

    private static bool IsOrganization(NameScan scan, NameDraft draft)
    {
        int after = draft.End;
        bool owns = scan.IsPossessive(after);
        after += owns ? 1 : 0;
        bool first = scan.IsFirst(draft.First) || scan.IsInTitleCase(draft.First);
        if (scan.Joined(after) && scan.Has(after, NameWord.Spokesperson) && (!first || draft.End - draft.First > 1) && !scan.IsCapitalized(after))
        {
            return true;
        }

        if (owns && scan.Has(after, NameWord.RoleModifier | NameWord.RoleHead) && !scan.IsCapitalized(after))
        {
            return true;
        }

        bool shaped = draft.End - draft.First == 1 && IsShaped(scan, draft.First);
        if (scan.Joined(draft.First) && scan.Has(draft.First - 1, NameWord.OrganizationNoun) && !scan.IsCapitalized(draft.First - 1) && (shaped || !scan.Has(draft.First - 1, NameWord.RoleHead)))
        {
            return true;
        }

        if (scan.Joined(after) && scan.Has(after, NameWord.Forecasting) && !owns && (shaped || !first) && !scan.Has(draft.First, NameWord.GivenName))
        {
            return true;
        }

        int at = scan.Is(draft.First - 1, "the") ? draft.First - 2 : draft.First - 1;
        return (scan.Is(at, "at") || scan.Is(at, "by") || scan.Is(at, "from") || scan.Is(at, "of")) && scan.Has(at - 1, NameWord.Spokesperson | NameWord.RoleHead);
    }
}
