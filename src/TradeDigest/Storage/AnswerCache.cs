using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TradeDigest.Analysis.Model;

namespace TradeDigest.Storage;

/// <summary>Keeps a model's answers in <c>model/answers/{article}/{key}.json</c> of the library.</summary>
public sealed class AnswerCache(BlobContainerClient library) : IAnswerCache
{
    /// <inheritdoc/>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(key).DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task KeepAsync(string key, string answer, CancellationToken cancellationToken) => Blob(key).UploadAsync(
        BinaryData.FromString(answer),
        new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" } },
        cancellationToken);

    /// <summary>Deletes all answers about an article.</summary>
    public async Task ForgetAsync(string article, CancellationToken cancellationToken)
    {
        await foreach (var blob in library.GetBlobsAsync(prefix: $"model/answers/{article}/", cancellationToken: cancellationToken))
        {
            await library.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private BlobClient Blob(string key) => library.GetBlobClient($"model/answers/{key}.json");
}
