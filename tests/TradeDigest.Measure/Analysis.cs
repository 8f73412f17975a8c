using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Summaries;

namespace TradeDigest.Measure;

/// <summary>The way of an article from bytes to a document, without storage.</summary>
internal sealed class Analysis
{
    private readonly ArticleReader _articles = new();
    private readonly LocalAnalyst _analyst = new();
    private readonly ExtractiveSummarizer _summarizer = new();
    private readonly EnglishReader _reader;
    private readonly FactExtractor _facts;

    public Analysis()
    {
        var vocabulary = new Vocabulary();
        _reader = new EnglishReader(vocabulary);
        _facts = new FactExtractor(vocabulary);
    }

    /// <summary>The articles of a file.</summary>
    /// <exception cref="UnreadableArticleException">It holds none.</exception>
    public IReadOnlyList<Article> Articles(string name, byte[] content, string? published) =>
        _articles.Read(content, new ArticleSource(name, TimeProvider.System.GetUtcNow()) { Published = published });

    /// <summary>The document that the app would keep of an article.</summary>
    public Task<ArticleDocument> DocumentAsync(Article article, CancellationToken cancellationToken) => _analyst.AnalyzeAsync(article, cancellationToken);

    /// <summary>A summary of the given length.</summary>
    public Summary Summary(Article article, SummaryLength length)
    {
        var text = _reader.Read(article.Text, article.PublishedAt);
        return _summarizer.Summarize(text, article.Title, length, [.. _facts.Extract(text).Select(f => f.Evidence.Span)]);
    }
}
