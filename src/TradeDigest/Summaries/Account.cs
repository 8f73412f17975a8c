namespace TradeDigest.Summaries;

/// <summary>One article's telling of a story.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Sentences">Its sentences, in its order: all, or those of its summary.</param>
public sealed record Account(string ArticleId, IReadOnlyList<SummarySentence> Sentences);

/// <summary>A sentence of a summary of several accounts.</summary>
/// <param name="ArticleId">The article whose sentence it is.</param>
/// <param name="Sentence">The sentence, with its place in that article's text.</param>
/// <param name="AlsoIn">Ids of the other articles that say nearly the same, in the order of the accounts.</param>
public sealed record StorySentence(string ArticleId, SummarySentence Sentence, IReadOnlyList<string> AlsoIn);
