using TradeDigest.Analysis;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Reads the documents of many articles.</summary>
public sealed class ArticleDocuments(SummaryStore summaries, SummarizeStep summarize)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The documents of articles that are there, by id: where one is gone or damaged it is made anew from its article.</summary>
    /// <exception cref="InvalidOperationException">An article was deleted meanwhile.</exception>
    public async Task<IReadOnlyDictionary<string, ArticleDocument>> OfAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var documents = new Dictionary<string, ArticleDocument>(ids.Count, StringComparer.Ordinal);
        foreach (string[] batch in ids.Chunk(ReadsAtOnce))
        {
            foreach (var document in await Task.WhenAll(batch.Select(id => OfAsync(id, cancellationToken))))
            {
                documents.Add(document.Id, document);
            }
        }

        return documents;
    }

    private async Task<ArticleDocument> OfAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await summaries.FindAsync(id, cancellationToken) is { } document)
            {
                return document;
            }

            if (await summarize.DocumentAsync(id, cancellationToken) is null)
            {
                throw new InvalidOperationException($"The article {id} was deleted while its digest was being made. The digest is begun again.");
            }
        }
    }
}
