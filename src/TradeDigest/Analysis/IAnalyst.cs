using TradeDigest.Articles;

namespace TradeDigest.Analysis;

/// <summary>Reads an article and makes its document; nothing in it stands without words of the article behind it.</summary>
public interface IAnalyst
{
    /// <summary>The document of <paramref name="article"/>.</summary>
    Task<ArticleDocument> AnalyzeAsync(Article article, CancellationToken cancellationToken);

    /// <summary>Whether a document is of the rules, and of the prompt where a model is asked, that this analyst works by.</summary>
    bool IsCurrent(AnalystInfo made);
}
