using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Articles;

namespace TradeDigest.Storage;

/// <summary>The articles, by id: <c>articles/{id}.json</c> of the library.</summary>
public sealed class ArticleStore(BlobContainerClient library)
{
    /// <summary>The article of an id; null where there is none.</summary>
    /// <exception cref="System.Text.Json.JsonException">What is stored is damaged.</exception>
    public async Task<Article?> FindAsync(string id, CancellationToken cancellationToken) => (await Blob(id).ReadAsync(cancellationToken))?.Value;

    /// <summary>The article of an id; null where there is none, or a damaged one.</summary>
    public async Task<Article?> FindReadableAsync(string id, CancellationToken cancellationToken) => (await Blob(id).LookAsync(cancellationToken)).Value;

    /// <summary>Keeps an article. Where one of the same text is kept already, that one stands and gains the new names; a damaged one is replaced.</summary>
    /// <returns>The article as it is kept.</returns>
    public async Task<Article> KeepAsync(Article article, CancellationToken cancellationToken)
    {
        var blob = Blob(article.Id);
        while (true)
        {
            var found = await blob.LookAsync(cancellationToken);
            if (found.Value is not { } known)
            {
                if (await blob.TryWriteAsync(article, found, cancellationToken))
                {
                    return article;
                }

                continue;
            }

            var merged = known with { Names = [.. known.Names.Union(article.Names, StringComparer.Ordinal)] };
            if (merged.Names.Count == known.Names.Count || await blob.TryWriteAsync(merged, found, cancellationToken))
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

    /// <summary>Deletes an article.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) => library.DeleteBlobIfExistsAsync($"articles/{id}.json", cancellationToken: cancellationToken);

    private JsonBlob<Article> Blob(string id) => new(library.GetBlockBlobClient($"articles/{id}.json"), TradeDigestJson.Compact.Article);
}
