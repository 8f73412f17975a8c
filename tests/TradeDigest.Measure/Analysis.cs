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

    /// <summary>The text as the language layer reads it.</summary>
    public AnnotatedText Read(Article article) => _reader.Read(article.Text, article.PublishedAt);

    /// <summary>The document of an article.</summary>
    public ArticleDocument Document(Article article, SummaryLength length)
    {
        var text = Read(article);
        var facts = _facts.Extract(text);
        return new ArticleDocument
        {
            Id = article.Id,
            Article = ArticleInfo.Of(article),
            Analyst = new AnalystInfo("local", null, "1", 0),
            Summary = _summarizer.Summarize(text, article.Title, length, [.. facts.Select(f => f.Evidence.Span)]),
            Facts = facts,
        };
    }
}
