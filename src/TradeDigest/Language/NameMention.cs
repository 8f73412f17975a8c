namespace TradeDigest.Language;

/// <summary>What a name names.</summary>
public enum NameKind : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, ministry, agency, bank, court, newspaper, association.</summary>
    Organization,

    /// <summary>A state, a bloc or a treaty organisation, by any of its names: country, capital as government, government, demonym.</summary>
    Party,

    /// <summary>A city, region, building or sea.</summary>
    Place,
}

/// <summary>How a party is named, which tells what the word can do in a sentence.</summary>
public enum PartyForm : byte
{
    /// <summary>No party.</summary>
    None,

    /// <summary>The country or bloc itself: <c>China</c>, <c>the United States</c>, <c>EU</c>.</summary>
    Name,

    /// <summary>Its adjective: <c>Chinese</c>, <c>US</c> before a noun.</summary>
    Adjective,

    /// <summary>Its capital, for its government or as a place: <c>Beijing</c>, <c>Washington</c>.</summary>
    Capital,

    /// <summary>A government, parliament or seat: <c>the White House</c>, <c>the European Commission</c>, <c>Downing Street</c>.</summary>
    Government,

    /// <summary>A ministry, agency or central bank of it: <c>the Commerce Ministry</c>, <c>USTR</c>.</summary>
    Agency,

    /// <summary>Its people: <c>the Japanese</c>, <c>Canadians</c>.</summary>
    People,
}

/// <summary>A name in a text and whom or what it stands for.</summary>
/// <param name="Span">The characters of the name, without titles and possessive.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index behind its last token.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Id">What it stands for: a person's or organisation's full name in this article; a party's code (ISO 3166-1 alpha-2, <c>EU</c>, or the short name
/// of an organisation such as <c>OECD</c>); a place's name.</param>
/// <param name="Form">How a party is named; <see cref="PartyForm.None"/> for other names.</param>
/// <param name="Party">The party that a place lies in, that a person or agency acts for, as far as the text or the lexicon tells; null otherwise.</param>
public sealed record NameMention(TextSpan Span, int FirstToken, int EndToken, NameKind Kind, string Id, PartyForm Form, string? Party)
{
    /// <summary>A person's role as this article gives it (<c>Trade Minister</c>, <c>fund manager</c>), without its country or organisation; null where it gives none.</summary>
    public string? Role { get; init; }

    /// <summary>The organisation that a person speaks for (<c>Meridian Capital</c>); null where the text gives none.</summary>
    public string? Organization { get; init; }

    /// <summary>The span of name and title together (<c>Kenyan Trade Minister Mary Holt</c>); the name's own span where there is no title beside it.</summary>
    public TextSpan TitledSpan { get; init; } = Span;

    /// <summary>The sex that a given name or honorific of the person tells, for pronouns; none where nothing does.</summary>
    internal NameWord Sex { get; init; }
}
