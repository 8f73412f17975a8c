using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Summaries;

namespace TradeDigest.Analysis;

/// <summary>Analyses articles by rules, on this machine: the same article always gives the same document.</summary>
/// <remarks>Facts are read from English alone; an article in another language gets its summary.</remarks>
public sealed class LocalAnalyst : IAnalyst
{
    /// <summary>Version of the rules, as <see cref="AnalystInfo.Version"/> has it.</summary>
    public const string Version = "2";

    private const string Name = "local";

    private static readonly SummaryLength Length = SummaryLength.OfSentences(3);

    private readonly EnglishReader _reader;
    private readonly FactExtractor _facts;
    private readonly ExtractiveSummarizer _summarizer = new();

    /// <summary>An analyst with lexicons of its own.</summary>
    public LocalAnalyst()
    {
        var vocabulary = new Vocabulary();
        (_reader, _facts) = (new EnglishReader(vocabulary), new FactExtractor(vocabulary));
    }

    /// <summary>An analyst over lexicons that others use too.</summary>
    /// <param name="reader">Reads the texts.</param>
    /// <param name="facts">Rules over the reader's vocabulary.</param>
    public LocalAnalyst(EnglishReader reader, FactExtractor facts) => (_reader, _facts) = (reader, facts);

    /// <inheritdoc/>
    public Task<ArticleDocument> AnalyzeAsync(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Analyze(article, _reader.Read(article.Text, article.PublishedAt)));
    }

    /// <inheritdoc/>
    public bool IsCurrent(AnalystInfo made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return made is { Name: Name, Version: Version };
    }

    /// <summary>The document of an article whose text is read already, by the reader of this analyst.</summary>
    internal ArticleDocument Analyze(Article article, AnnotatedText text)
    {
        var facts = article.Language == "en" ? _facts.Extract(text) : [];
        return new ArticleDocument
        {
            Id = article.Id,
            Article = ArticleInfo.Of(article),
            Analyst = new AnalystInfo(Name, null, Version, 0),
            Summary = _summarizer.Summarize(text, article.Title, Length, [.. facts.Select(f => f.Evidence.Span)]),
            Facts = facts,
        };
    }
}
