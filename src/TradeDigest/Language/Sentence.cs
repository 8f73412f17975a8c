namespace TradeDigest.Language;

/// <summary>What a sentence is in its text.</summary>
public enum SentenceKind : byte
{
    /// <summary>A sentence of running text.</summary>
    Prose,

    /// <summary>A heading or title line.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table: cells parted by <c> | </c>, without a final mark.</summary>
    Row,
}

/// <summary>A sentence, a heading, an item of a list or a row of a table.</summary>
/// <param name="Span">Its characters, without white space at the ends; of a first sentence after a dateline, without the dateline.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index behind its last token.</param>
/// <param name="Paragraph">Number of its paragraph in the text, from 0.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Paragraph, SentenceKind Kind);
