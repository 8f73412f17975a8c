namespace TradeDigest.Language;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, with inner apostrophes and abbreviating dots (<c>don't</c>, <c>U.S.</c>, <c>Q1</c>); a possessive <c>'s</c> is a token of its own.</summary>
    Word,

    /// <summary>Digits with grouping commas and a decimal point: <c>1,200</c>, <c>34.5</c>.</summary>
    Number,

    /// <summary>A mark between words: . , ; : - – ( ) …</summary>
    Punctuation,

    /// <summary>An opening, closing or undirected quotation mark, single or double.</summary>
    Quote,

    /// <summary>A sign with a meaning of its own: % $ € £ ¥ + = &amp; /</summary>
    Symbol,
}

/// <summary>How a token is written and where it stands.</summary>
[Flags]
public enum TokenTraits : byte
{
    None = 0,

    /// <summary>The first letter is upper case.</summary>
    Capitalized = 1,

    /// <summary>Two or more letters, all of them upper case (dots do not count): <c>US</c>, <c>U.S.</c>, <c>OECD</c>.</summary>
    AllCaps = 2,

    /// <summary>White space stands before the token (or it begins the text).</summary>
    SpaceBefore = 4,

    /// <summary>A line break stands before the token (or it begins the text).</summary>
    LineStart = 8,

    /// <summary>A blank line stands before the token (or it begins the text).</summary>
    ParagraphStart = 16,

    /// <summary>A word with an abbreviating dot inside or at its end: <c>U.S.</c>, <c>p.m.</c></summary>
    Dotted = 32,
}

/// <summary>The smallest piece of text that rules look at.</summary>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">UTF-16 offset behind its last character.</param>
/// <param name="Word">Its number in the <see cref="Vocabulary"/> without regard to case; -1 for a word that no lexicon knows.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Traits">How it is written.</param>
public readonly record struct Token(int Start, int End, int Word, TokenKind Kind, TokenTraits Traits)
{
    public TextSpan Span => new(Start, End);

    public int Length => End - Start;

    public bool IsCapitalized => (Traits & TokenTraits.Capitalized) != 0;

    public bool IsAllCaps => (Traits & TokenTraits.AllCaps) != 0;

    public bool HasSpaceBefore => (Traits & TokenTraits.SpaceBefore) != 0;

    public bool StartsLine => (Traits & TokenTraits.LineStart) != 0;

    public bool StartsParagraph => (Traits & TokenTraits.ParagraphStart) != 0;
}
