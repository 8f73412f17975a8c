namespace TradeDigest.Language;

/// <summary>Finds whose ministry, parliament or central bank is meant where its name does not say.</summary>
internal static class AgencyParties
{
    private const int LookBack = 3;

    /// <summary>Gives each such agency the party beside it (<c>China's Commerce Ministry</c>, <c>the finance ministry in Tokyo</c>), else its usual one,
    /// else the one last spoken of; one that has none is an organisation.</summary>
    public static void Resolve(NameScan scan, NameMap names)
    {
        var drafts = names.Drafts;
        var states = drafts.Where(d => !d.NeedsParty && IsState(d)).Select(d => d.Party!).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < drafts.Count; i++)
        {
            var agency = drafts[i];
            if (agency.NeedsParty)
            {
                agency.Party = Beside(scan, names, agency) ?? Usual(states, agency) ?? Spoken(scan, drafts, i);
                if (agency.Party is { } party)
                {
                    agency.Id = party;
                }
                else
                {
                    agency.Id = scan.Words(agency.First, agency.End);
                    agency.Kind = NameKind.Organization;
                    agency.Form = PartyForm.None;
                }
            }
        }

        foreach (var person in drafts)
        {
            if (person.OwnerAgency is { } owner)
            {
                person.Party ??= owner.Party;
                person.Organization ??= scan.Words(owner.First, owner.End);
            }
        }
    }

    private static string? Beside(NameScan scan, NameMap names, NameDraft agency)
    {
        int before = agency.First - 1;
        before -= scan.IsPossessive(before) ? 1 : 0;
        if (names.At(before) is { } owner && IsState(owner) && owner.Form is not PartyForm.Capital && scan.SameSentence(before, agency.First))
        {
            return owner.Party;
        }

        if (scan.Is(agency.End, "of") || scan.Is(agency.End, "in"))
        {
            int after = scan.Is(agency.End + 1, "the") ? agency.End + 2 : agency.End + 1;
            return names.At(after) is { } place && (IsState(place) || place.Kind == NameKind.Place) ? place.Party : null;
        }

        return null;
    }

    /// <summary>The party that usually is meant, unless the article speaks of others only.</summary>
    private static string? Usual(HashSet<string> states, NameDraft agency) =>
        agency.Party is { } usual && (states.Count == 0 || states.Contains(usual)) ? usual : null;

    private static string? Spoken(NameScan scan, List<NameDraft> drafts, int at)
    {
        int sentence = scan.SentenceOf(drafts[at].First);
        for (int i = at - 1; i >= 0 && sentence - scan.SentenceOf(drafts[i].First) <= LookBack; i--)
        {
            if (IsState(drafts[i]))
            {
                return drafts[i].Party;
            }
        }

        for (int i = at + 1; i < drafts.Count && scan.SentenceOf(drafts[i].First) == sentence; i++)
        {
            if (IsState(drafts[i]) && !drafts[i].NeedsParty)
            {
                return drafts[i].Party;
            }
        }

        return drafts[at].Party;
    }

    private static bool IsState(NameDraft name) => name.Kind == NameKind.Party && name.Party is { Length: 2 } && name.Party is not "UN";
}
