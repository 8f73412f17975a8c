namespace TradeDigest.Language;

/// <summary>Reads the people, organisations, parties and places that a text names.</summary>
/// <remarks>Names come from lexicons (parties, agencies, well-known organisations, cities), from the nouns in them (<c>… Ministry</c>, <c>… Corp</c>, <c>… Palace</c>),
/// from given names, and from titles before and appositions behind them; shorter forms get the full name that the article gives elsewhere.
/// Safe for any number of threads.</remarks>
public sealed class NameReader
{
    private readonly NameTables _tables;

    /// <summary>A reader whose lexicons add their words to <paramref name="vocabulary"/>.</summary>
    public NameReader(Vocabulary vocabulary) => _tables = new NameTables(vocabulary);

    /// <summary>The names in <paramref name="text"/>, in order and without overlap.</summary>
    public IReadOnlyList<NameMention> Read(string text, List<Token> tokens, IReadOnlyList<Sentence> sentences) => Read(Scan(text, tokens, sentences));

    /// <summary>What this reader and that of quotations ask about a text.</summary>
    internal NameScan Scan(string text, List<Token> tokens, IReadOnlyList<Sentence> sentences) => new(text, tokens, sentences, _tables);

    /// <summary>The names in a text that is scanned already.</summary>
    internal static IReadOnlyList<NameMention> Read(NameScan scan)
    {
        var names = new NameMap(scan.Tokens.Count, new NameFinder(scan).Find());
        new PersonRoleReader(scan, names).Read();
        new JointPeople(scan, names).Read();
        OrganizationEvidence.Read(scan, names);
        AgencyParties.Resolve(scan, names);
        new NameRegistry(scan, names).Resolve();

        var mentions = new List<NameMention>(names.Drafts.Count);
        foreach (var draft in names.Drafts)
        {
            if (!draft.IsLoose)
            {
                mentions.Add(Mention(scan, draft));
            }
        }

        return mentions;
    }

    private static NameMention Mention(NameScan scan, NameDraft draft)
    {
        var span = Span(scan, draft.First, draft.End);
        return new NameMention(span, draft.First, draft.End, draft.Kind, draft.Id, draft.Form, draft.Party)
        {
            Role = draft.Role,
            Organization = draft.Organization,
            Sex = draft.Sex,
            TitledSpan = draft.Kind == NameKind.Person ? Span(scan, draft.TitledFirst, draft.TitledEnd) : span,
        };
    }

    private static TextSpan Span(NameScan scan, int first, int end) => new(scan.Tokens[first].Start, scan.Tokens[end - 1].End);
}
