using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Articles;

namespace TradeDigest.Storage;

/// <summary>The articles, by id: <c>articles/{id}.json</c> of the library.</summary>
public sealed class ArticleStore(BlobContainerClient library)
{
    /// <summary>The article of an id; null where there is none.</summary>
    public async Task<Article?> FindAsync(string id, CancellationToken cancellationToken) => (await Blob(id).ReadAsync(cancellationToken))?.Value;

    /// <summary>Keeps an article. Where one of the same text is kept already, that one stands and gains the new names.</summary>
    /// <returns>The article as it is kept.</returns>
    public async Task<Article> KeepAsync(Article article, CancellationToken cancellationToken)
    {
        var blob = Blob(article.Id);
        while (true)
        {
            var known = await blob.ReadAsync(cancellationToken);
            if (known is null)
            {
                if (await blob.TryCreateAsync(article, cancellationToken))
                {
                    return article;
                }

                continue;
            }

            var merged = known.Value with { Names = [.. known.Value.Names.Union(article.Names, StringComparer.Ordinal)] };
            if (merged.Names.Count == known.Value.Names.Count || await blob.TryReplaceAsync(merged, known.Version, cancellationToken))
            {
                return merged;
            }
        }
    }

    /// <summary>Notes of which article this one is a copy; null for none.</summary>
    public async Task MarkCopyAsync(string id, string? copyOf, CancellationToken cancellationToken)
    {
        var blob = Blob(id);
        while (await blob.ReadAsync(cancellationToken) is { } known
            && known.Value.CopyOf != copyOf
            && !await blob.TryReplaceAsync(known.Value with { CopyOf = copyOf }, known.Version, cancellationToken))
        {
        }
    }

    private JsonBlob<Article> Blob(string id) => new(library.GetBlockBlobClient($"articles/{id}.json"), TradeDigestJson.Compact.Article);
}
