using TradeDigest.Articles;

namespace TradeDigest.Analysis;

/// <summary>Turns an article into facts and a summary, every one grounded in its text.</summary>
public interface IAnalyst
{
    /// <summary>The document of <paramref name="article"/>.</summary>
    Task<ArticleDocument> AnalyzeAsync(Article article, CancellationToken cancellationToken);
}
