namespace TradeDigest.Language;

/// <summary>Goods, a commodity, a service or a sector in a text.</summary>
/// <param name="Span">Its characters, with the words that narrow it (<c>rare earth magnets</c>, <c>British steel</c> without <c>British</c>).</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index behind its last token.</param>
/// <param name="Id">The goods in the lexicon's usual wording, lower case (<c>rare earth magnets</c>); the text's own words where the lexicon has only the head (<c>dairy products</c>).</param>
/// <param name="IsGeneric">Whether it says only that something is traded (<c>goods</c>, <c>imports</c>, <c>products</c>).</param>
public readonly record struct GoodsMention(TextSpan Span, int FirstToken, int EndToken, string Id, bool IsGeneric);
