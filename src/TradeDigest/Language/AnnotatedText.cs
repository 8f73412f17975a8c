namespace TradeDigest.Language;

/// <summary>A text with all that the language layer reads in it. Every list is in order of the text.</summary>
public sealed class AnnotatedText
{
    /// <summary>The text; every offset counts its UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>The day against which relative dates are resolved.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>All tokens; a list, not its interface, for the speed of the rules, which look at each many times. Nobody changes it.</summary>
    public required List<Token> Tokens { get; init; }

    /// <summary>All sentences, headings and list items; every token but those of datelines and bullets lies in one.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>Amounts.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Mentions of time.</summary>
    public IReadOnlyList<DateMention> Dates { get; init; } = [];

    /// <summary>People, organisations, parties and places.</summary>
    public IReadOnlyList<NameMention> Names { get; init; } = [];

    /// <summary>Goods and commodities.</summary>
    public IReadOnlyList<GoodsMention> Goods { get; init; } = [];

    /// <summary>Quotations.</summary>
    public IReadOnlyList<Quotation> Quotes { get; init; } = [];

    /// <summary>The words of a span.</summary>
    public string Words(TextSpan span) => Text[span.Start..span.End];
}
