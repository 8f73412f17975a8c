using TradeDigest.Analysis;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Reads several summaries at once.</summary>
public sealed class SummaryListing(SummaryStore summaries)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The documents of <paramref name="ids"/>, in their order; ids without a document are left out.</summary>
    public async Task<IReadOnlyList<ArticleDocument>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var documents = new List<ArticleDocument>();
        foreach (var batch in ids.Chunk(ReadsAtOnce))
        {
            var read = await Task.WhenAll(batch.Select(id => summaries.FindAsync(id, cancellationToken)));
            documents.AddRange(read.OfType<ArticleDocument>());
        }

        return documents;
    }
}
