using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Says who stands behind a forecast: the subject of the verb, the author of the report, whoever “according to” names.</summary>
internal static class Forecasters
{
    /// <summary>The forecaster that the noun phrase around <paramref name="item"/> names, and the item that names it; null for none.</summary>
    public static (string Name, int Item)? Around(FactText text, int item, int first, int end)
    {
        if (item < 0)
        {
            return null;
        }

        if (Named(text, item) is { } direct)
        {
            return (direct, item);
        }

        if (text.Reads(item, "he") || text.Reads(item, "she"))
        {
            return Person(text, item);
        }

        // “A Meridian report”, “economists at Brook & Lane”, “a study by the institute”.
        for (int i = item + 1; i < Math.Min(end, item + 4); i++)
        {
            if (text.VerbAt(i) is not null)
            {
                break;
            }

            if (Named(text, i) is { } after && (text.Is(i - 1, Role.Preposition) || text.Is(i - 2, Role.Preposition)))
            {
                return (after, i);
            }
        }

        for (int i = item - 1; i >= Math.Max(first, item - 4); i--)
        {
            if (text.Is(i, Role.Break) || text.VerbAt(i) is not null)
            {
                break;
            }

            if (Named(text, i) is { } before)
            {
                return (before, i);
            }
        }

        return text.Is(item, Role.AboutNoun | Role.ThirdPerson) && text.Parties.Actor(item, companies: true) is { } known ? (known, item) : null;
    }

    /// <summary>“according to the World Bank”, anywhere in the sentence.</summary>
    public static (string Name, int Item)? Credited(FactText text, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text.Reads(i, "according to"))
            {
                for (int j = i + 1; j < Math.Min(end, i + 6); j++)
                {
                    if (Named(text, j) is { } name)
                    {
                        return (name, j);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The subject of the first verb of the sentence before <paramref name="before"/> that says or expects something.</summary>
    public static (string Name, int Item)? Speaking(FactText text, int before, int first, int end)
    {
        for (int i = before - 1; i >= first; i--)
        {
            if (text.VerbAt(i) is { } verb && verb.Says(VerbClass.Expect | VerbClass.Say | VerbClass.Threaten) && verb.Mood is Mood.Fact)
            {
                return Around(text, Subject(text, verb, first), first, end);
            }
        }

        return null;
    }

    /// <summary>Whether somebody, named or not, says or expects it: “growers fear that the ban could cost”, “…, he said”.</summary>
    public static bool IsReported(FactText text, int at, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (i != at && text.VerbAt(i) is { } verb && verb.Says(VerbClass.Expect | VerbClass.Say | VerbClass.Threaten) && !verb.Says(VerbClass.Lead) && verb.Mood is Mood.Fact)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The person whom “he” or “she” means: the last one named before, in this sentence or the two before it; null for none.</summary>
    private static (string Name, int Item)? Person(FactText text, int pronoun)
    {
        int stop = text.First(Math.Max(0, text.SentenceOf(pronoun) - 2));
        for (int i = pronoun - 1; i >= stop; i--)
        {
            if (text.NameAt(i) is { Kind: NameKind.Person } person)
            {
                return (person.Organization ?? person.Id, pronoun);
            }
        }

        return null;
    }

    /// <summary>The head of a verb's subject, or the report that it has for one.</summary>
    public static int Subject(FactText text, VerbGroup verb, int first)
    {
        for (int i = Math.Max(first, verb.ClauseFirst); i < verb.First; i++)
        {
            if (text.Is(i, Role.ReportNoun))
            {
                return i;
            }
        }

        return verb.Subject;
    }

    private static string? Named(FactText text, int item) => text.NameAt(item) switch
    {
        { Kind: NameKind.Organization } organization => organization.Id,
        { Kind: NameKind.Party, Form: PartyForm.Agency } agency => text.Source.Words(agency.Span),
        { Kind: NameKind.Party } party when party.Form != PartyForm.Adjective || party.Id.Length > 2 => party.Id,
        { Kind: NameKind.Person } person => person.Organization ?? person.Id,
        _ => null,
    };
}
