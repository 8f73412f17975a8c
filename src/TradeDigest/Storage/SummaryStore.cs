using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Analysis;

namespace TradeDigest.Storage;

/// <summary>What is known of each article, by id: <c>summaries/{id}.json</c> of the library.</summary>
public sealed class SummaryStore(BlobContainerClient library)
{
    /// <summary>The document of an id; null where there is none.</summary>
    public async Task<ArticleDocument?> FindAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken))?.Value;

    /// <summary>The document of an id with its version; null where there is none.</summary>
    public Task<Versioned<ArticleDocument>?> ReadAsync(string id, CancellationToken cancellationToken) => Blob(id).ReadAsync(cancellationToken);

    /// <summary>Writes a document in the place of the version that was read. Returns false where another run wrote since.</summary>
    public Task<bool> TryWriteAsync(ArticleDocument document, Versioned<ArticleDocument>? read, CancellationToken cancellationToken) =>
        Blob(document.Id).TryWriteAsync(document, read, cancellationToken);

    private JsonBlob<ArticleDocument> Blob(string id) =>
        new(library.GetBlockBlobClient($"summaries/{id}.json"), TradeDigestJson.Compact.ArticleDocument);
}
