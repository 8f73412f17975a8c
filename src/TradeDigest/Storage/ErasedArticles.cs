using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace TradeDigest.Storage;

/// <summary>What is kept of an article that was erased, so that it stays erased: nothing of its text.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Names">The files of the container articles that hold it.</param>
/// <param name="Digests">The digests that had told it, or drawn on it.</param>
/// <param name="ErasedAt">When it was erased (UTC).</param>
public sealed record ErasedArticle(string Id, IReadOnlyList<string> Names, IReadOnlyList<string> Digests, DateTimeOffset ErasedAt);

/// <summary>The articles that were erased, by id: <c>erased/{id}.json</c> of the library. Who deletes such a blob lets the article in again.</summary>
public sealed class ErasedArticles(BlobContainerClient library)
{
    private const string Prefix = "erased/";

    /// <summary>What was erased under an id; null for nothing.</summary>
    public async Task<ErasedArticle?> FindAsync(string id, CancellationToken cancellationToken) => (await Blob(id).LookAsync(cancellationToken)).Value;

    /// <summary>Notes an erasure, in place of an earlier note.</summary>
    public async Task KeepAsync(ErasedArticle article, CancellationToken cancellationToken)
    {
        while (!await Blob(article.Id).TryWriteAsync(article, await Blob(article.Id).LookAsync(cancellationToken), cancellationToken))
        {
        }
    }

    /// <summary>The ids of all that was erased.</summary>
    public async Task<HashSet<string>> IdsAsync(CancellationToken cancellationToken) =>
        await library.GetBlobsAsync(prefix: Prefix, cancellationToken: cancellationToken)
            .Select(b => Path.GetFileNameWithoutExtension(b.Name)).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

    private JsonBlob<ErasedArticle> Blob(string id) => new(library.GetBlockBlobClient($"{Prefix}{id}.json"), TradeDigestJson.Readable.ErasedArticle);
}
