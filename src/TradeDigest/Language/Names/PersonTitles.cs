namespace TradeDigest.Language;

/// <summary>What stands before a person's name.</summary>
internal enum PersonTitle : byte
{
    /// <summary>Nothing that tells.</summary>
    None,

    /// <summary><c>Mr</c>, <c>Dr.</c>, <c>Sen.</c></summary>
    Honorific,

    /// <summary>The end of a role: <c>Secretary</c>, <c>Minister of Trade</c>, <c>fund manager</c>.</summary>
    Role,
}

/// <summary>Looks for titles right before names.</summary>
internal static class PersonTitles
{
    /// <summary>The title that ends right before this token.</summary>
    public static PersonTitle Before(NameScan scan, int at)
    {
        int before = at - 1;
        if (before < 0 || !scan.SameSentence(before, at))
        {
            return PersonTitle.None;
        }

        if (scan.IsMark(before, '.') && !scan.Tokens[before].HasSpaceBefore)
        {
            before--;
        }

        if (scan.Has(before, NameWord.Honorific) && scan.IsCapitalized(before))
        {
            return PersonTitle.Honorific;
        }

        if (before == at - 1 && (scan.Has(before, NameWord.RoleHead) || (scan.Has(before, NameWord.PluralRoleHead) && scan.IsCapitalized(before) && !scan.IsFirst(before))))
        {
            return PersonTitle.Role;
        }

        return before == at - 1 && scan.Has(before, NameWord.Portfolio) && OfRole(scan, before) ? PersonTitle.Role : PersonTitle.None;
    }

    /// <summary>Whether a portfolio closes a role of the form <c>Minister of Trade and Industry</c>.</summary>
    public static bool OfRole(NameScan scan, int at)
    {
        for (int i = at; i > 1 && at - i < 7 && scan.SameSentence(i, at); i--)
        {
            if (scan.Is(i - 1, "of") || scan.Is(i - 1, "for"))
            {
                return scan.Has(i - 2, NameWord.RoleHead) || (scan.Has(i - 2, NameWord.Portfolio) && OfRole(scan, i - 2));
            }

            if (!scan.Has(i - 1, NameWord.Portfolio) && !scan.Is(i - 1, "and") && !scan.IsMark(i - 1, ',') && !scan.Is(i - 1, "the"))
            {
                return false;
            }
        }

        return false;
    }
}
