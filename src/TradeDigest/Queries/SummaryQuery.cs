using TradeDigest.Analysis;

namespace TradeDigest.Queries;

/// <summary>A part of a list, and where the next one begins.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The part. It may be shorter than was asked for, and even empty, where much had to be read.</param>
/// <param name="Next">Where the next part begins; null where there is none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, ArticlePosition? Next);

/// <summary>Lists the documents that fit a filter, newest first.</summary>
public sealed class SummaryQuery(ArticleWalk walk)
{
    /// <summary>Up to <paramref name="limit"/> documents behind <paramref name="after"/>.</summary>
    public async Task<Page<ArticleDocument>> PageAsync(ArticleFilter filter, int limit, ArticlePosition? after, CancellationToken cancellationToken)
    {
        var documents = new List<ArticleDocument>();
        await foreach (var step in walk.GoAsync(filter, after, limit, cancellationToken))
        {
            if (step.Document is { } document)
            {
                documents.Add(document);
            }

            if (step.Document is null || documents.Count == limit)
            {
                return new(documents, step.MayGoOn ? step.Position : null);
            }
        }

        return new(documents, null);
    }
}
