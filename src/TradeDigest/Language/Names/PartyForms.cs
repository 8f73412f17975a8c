namespace TradeDigest.Language;

/// <summary>Tells how a party's word stands in its sentence.</summary>
internal static class PartyForms
{
    /// <summary>The form of a party's name, adjective or people's name: <c>US</c> before a noun is an adjective, <c>the Chinese</c> before a verb a people.</summary>
    public static PartyForm Of(NameScan scan, PartyForm listed, int first, int end)
    {
        bool beforeNoun = IsNounNext(scan, end) || (listed == PartyForm.Adjective && SharesNoun(scan, end));
        return listed switch
        {
            PartyForm.Name when beforeNoun && scan.Tokens[first].IsAllCaps => PartyForm.Adjective,
            PartyForm.Adjective when !beforeNoun && (scan.Is(first - 1, "the") || IsVerbNext(scan, end)) => PartyForm.People,
            PartyForm.People when beforeNoun && !scan.Word(end - 1).EndsWith("s", StringComparison.Ordinal) => PartyForm.Adjective,
            _ => listed,
        };
    }

    /// <summary>Whether the noun stands behind a second adjective: <c>Kenyan and Ghanaian teams</c>.</summary>
    private static bool SharesNoun(NameScan scan, int at) => (scan.Is(at, "and") || scan.Is(at, "or")) && scan.TryKnown(at + 1, out var other, out int end)
        && other.Form is PartyForm.Adjective or PartyForm.People && IsNounNext(scan, end);

    private static bool IsVerbNext(NameScan scan, int at) => scan.Joined(at) && scan.Has(at, NameWord.FiniteVerb);

    private static bool IsNounNext(NameScan scan, int at)
    {
        if (!scan.Joined(at) || !scan.IsWord(at) || scan.IsPossessive(at))
        {
            return false;
        }

        var word = scan.Word(at);
        return !scan.Has(at, NameWord.FiniteVerb | NameWord.Function | NameWord.StrongSaying | NameWord.Calendar)
            && !(word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4);
    }
}
