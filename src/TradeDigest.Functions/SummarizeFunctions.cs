using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions;

/// <summary>An article gets its facts and summary.</summary>
public sealed class SummarizeFunctions(SummarizeStep summarize, PoisonStep poison)
{
    /// <summary>The message names the article, and carries the trace that it belongs to.</summary>
    [Function("SummarizeArticle")]
    public Task SummarizeArticle([QueueTrigger("articles-to-summarize")] string message, CancellationToken cancellationToken) =>
        summarize.RunAsync(message, cancellationToken);

    /// <summary>What could not be summarised is put into quarantine.</summary>
    [Function("QuarantineArticle")]
    public Task QuarantineArticle([QueueTrigger("articles-to-summarize-poison")] string message, CancellationToken cancellationToken) =>
        poison.SummarizeAsync(message, cancellationToken);
}
