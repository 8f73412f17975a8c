using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TradeDigest.Analysis;
using TradeDigest.Analysis.Model;
using TradeDigest.Articles;
using TradeDigest.Queries;
using TradeDigest.Storage;
using TradeDigest.Stories;
using TradeDigest.Telemetry;

namespace TradeDigest.Pipeline;

/// <summary>An article and what the app knows of it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Document">Its document.</param>
public sealed record SummarizedArticle(Article Article, ArticleDocument Document);

/// <summary>The second step: an article gets its facts and summary, and its line in the day's log.</summary>
/// <remarks>The summary is written before the line: a digest never finds a line without a summary. A run that dies between the two is begun again by
/// the queue, finds the summary and writes the line; a line that stands twice is read once.</remarks>
public sealed partial class SummarizeStep(
    ArticleStore articles,
    SummaryStore summaries,
    IAnalyst analyst,
    DayLog log,
    SummaryRequests queue,
    PipelineTracing tracing,
    PipelineMetrics metrics,
    IOptions<ModelOptions> model,
    ILogger<SummarizeStep> logger)
{
    /// <summary>Summarises the article that <paramref name="message"/> names, or, where that is done, brings what is told about it up to date.</summary>
    /// <param name="message">The queue's message: see <see cref="ArticleMessage"/>.</param>
    /// <param name="cancellationToken">Ends the work; it can be begun again.</param>
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        var (id, sentAt, trace) = ArticleMessage.Read(message);
        using var span = tracing.Summarize(id, trace);
        if (sentAt is { } sent)
        {
            metrics.Waited(StorageAccount.SummarizeQueue, sent);
        }

        await LogAsync(id, await DocumentAsync(id, cancellationToken), cancellationToken);
    }

    /// <summary>Makes the document of <paramref name="id"/> anew, whatever it says now, and notes by what it is searched.</summary>
    public async Task ReanalyseAsync(string id, CancellationToken cancellationToken) =>
        await LogAsync(id, await DocumentAsync(id, cancellationToken, again: true), cancellationToken);

    /// <summary>Whether the document of <paramref name="id"/> is gone or damaged.</summary>
    public async Task<bool> IsMissingAsync(string id, CancellationToken cancellationToken) => (await summaries.LookAsync(id, cancellationToken)).Value is null;

    private async Task LogAsync(string id, SummarizedArticle? summarized, CancellationToken cancellationToken)
    {
        if (summarized is not var (article, document))
        {
            metrics.Gone();
            Gone(id);
            return;
        }

        string signature = CopySignature.Of(CopyShingles.Of(article.Text)).Encode();
        var index = EntryIndexer.Of(article, document);
        await log.AppendAsync(new DayEntry(DayEntryKind.Article, id, article.ReceivedAt) { Signature = signature, Index = index, Trace = PipelineTracing.Current }, cancellationToken);
    }

    /// <summary>Sees to it that there is a document and that it says what the article says; a damaged one is made anew. Returns both; null where there is no article.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Ends the work; it can be begun again.</param>
    /// <param name="again">Whether a document that is there is made anew too.</param>
    public async Task<SummarizedArticle?> DocumentAsync(string id, CancellationToken cancellationToken, bool again = false)
    {
        while (true)
        {
            if (await articles.FindAsync(id, cancellationToken) is not { } article)
            {
                return null;
            }

            var found = await summaries.LookAsync(id, cancellationToken);
            var document = found.Value is not { } known || again || IsDue(known)
                ? await analyst.AnalyzeAsync(article, cancellationToken)
                : known with { Article = ArticleInfo.Of(article) };
            if ((!again && found.Value is { } before && Same(before, document)) || await summaries.TryWriteAsync(document, found, cancellationToken))
            {
                if (IsDue(document))
                {
                    // The queue keeps the reminder, also over a restart; the article goes the same way again.
                    await queue.SendAsync(id, TimeSpan.FromMinutes(model.Value.AskAgainMinutes), cancellationToken);
                }

                if (!ReferenceEquals(document.Facts, found.Value?.Facts))
                {
                    metrics.Summarised(document.Facts.Select(FactKinds.Of));
                }

                Summarized(id, document.Facts.Count);
                return new(article, document);
            }
        }
    }

    /// <summary>The rules worked alone because the model was out of reach, and it is to be asked again.</summary>
    private bool IsDue(ArticleDocument document) => model.Value is { IsSet: true, AskAgain: true } && ModelFailureException.MayPass(document.Analyst.Fallback);

    /// <summary>Of an article that is kept only these ever change.</summary>
    private static bool Same(ArticleDocument a, ArticleDocument b) =>
        a.Article.CopyOf == b.Article.CopyOf && a.Article.Names.SequenceEqual(b.Article.Names, StringComparer.Ordinal)
        && (a.Analyst.Name, a.Analyst.Fallback) == (b.Analyst.Name, b.Analyst.Fallback);

    [LoggerMessage(EventId = 211, Level = LogLevel.Information, Message = "Summarised {Id}: {Facts} fact(s).")]
    private partial void Summarized(string id, int facts);

    [LoggerMessage(EventId = 212, Level = LogLevel.Warning, Message = "There is no article {Id}; its message is dropped.")]
    private partial void Gone(string id);
}
