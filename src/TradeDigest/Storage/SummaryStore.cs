using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Analysis;

namespace TradeDigest.Storage;

/// <summary>What is known of each article, by id: <c>summaries/{id}.json</c> of the library.</summary>
public sealed class SummaryStore(BlobContainerClient library)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The document of an id; null where there is none, or a damaged one, which <see cref="Pipeline.SummarizeStep"/> makes anew.</summary>
    public async Task<ArticleDocument?> FindAsync(string id, CancellationToken cancellationToken) => (await LookAsync(id, cancellationToken)).Value;

    /// <summary>The documents of <paramref name="ids"/>, in their order; ids without a document are left out.</summary>
    public async Task<IReadOnlyList<ArticleDocument>> FindAllAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var documents = new List<ArticleDocument>();
        foreach (string[] batch in ids.Chunk(ReadsAtOnce))
        {
            documents.AddRange((await Task.WhenAll(batch.Select(id => FindAsync(id, cancellationToken)))).OfType<ArticleDocument>());
        }

        return documents;
    }

    /// <summary>The document of an id with its version.</summary>
    public Task<Found<ArticleDocument>> LookAsync(string id, CancellationToken cancellationToken) => Blob(id).LookAsync(cancellationToken);

    /// <summary>Writes a document in the place of what was found. Returns false where another run wrote since.</summary>
    public Task<bool> TryWriteAsync(ArticleDocument document, Found<ArticleDocument> found, CancellationToken cancellationToken) =>
        Blob(document.Id).TryWriteAsync(document, found, cancellationToken);

    /// <summary>Deletes a document.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) => library.DeleteBlobIfExistsAsync($"summaries/{id}.json", cancellationToken: cancellationToken);

    private JsonBlob<ArticleDocument> Blob(string id) =>
        new(library.GetBlockBlobClient($"summaries/{id}.json"), TradeDigestJson.Compact.ArticleDocument);
}
