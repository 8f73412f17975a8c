using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions;

/// <summary>An article gets its facts and summary.</summary>
public sealed class SummarizeFunctions(SummarizeStep summarize, PoisonStep poison)
{
    /// <summary>The message is the article's id.</summary>
    [Function("SummarizeArticle")]
    public Task SummarizeArticle([QueueTrigger("articles-to-summarize")] string id, CancellationToken cancellationToken) =>
        summarize.RunAsync(id, cancellationToken);

    /// <summary>What could not be summarised is put into quarantine.</summary>
    [Function("QuarantineArticle")]
    public Task QuarantineArticle([QueueTrigger("articles-to-summarize-poison")] string id, CancellationToken cancellationToken) =>
        poison.SummarizeAsync(id, cancellationToken);
}
