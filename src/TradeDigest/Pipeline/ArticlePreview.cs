using TradeDigest.Analysis;
using TradeDigest.Articles;

namespace TradeDigest.Pipeline;

/// <summary>Shows what the app would make of a file, and stores nothing.</summary>
public sealed class ArticlePreview(ArticleReader reader, IAnalyst analyst)
{
    /// <summary>The documents of the articles that a file holds.</summary>
    /// <exception cref="UnreadableArticleException">The file holds no article that can be read.</exception>
    public async Task<IReadOnlyList<ArticleDocument>> ReadAsync(ReadOnlyMemory<byte> content, ArticleSource source, CancellationToken cancellationToken)
    {
        var documents = new List<ArticleDocument>();
        foreach (var article in reader.Read(content, source))
        {
            documents.Add(await analyst.AnalyzeAsync(article, cancellationToken));
        }

        return documents;
    }
}
