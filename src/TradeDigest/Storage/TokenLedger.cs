using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Analysis.Model;

namespace TradeDigest.Storage;

/// <summary>Counts a day's tokens in <c>model/usage/{yyyy-MM-dd}.json</c> of the library, so that all instances spend from one budget.</summary>
public sealed class TokenLedger(BlobContainerClient library) : ITokenLedger
{
    /// <inheritdoc/>
    public async Task<TokenUsage> ReadAsync(DateOnly day, CancellationToken cancellationToken) =>
        (await Blob(day).ReadAsync(cancellationToken))?.Value ?? TokenUsage.None;

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(DateOnly day, TokenUsage usage, long limit, CancellationToken cancellationToken)
    {
        var blob = Blob(day);
        while (true)
        {
            var read = await blob.ReadAsync(cancellationToken);
            var sum = (read?.Value ?? TokenUsage.None).Plus(usage);
            if (limit > 0 && sum.Total > limit)
            {
                return false;
            }

            if (await blob.TryWriteAsync(sum, read, cancellationToken))
            {
                return true;
            }
        }
    }

    private JsonBlob<TokenUsage> Blob(DateOnly day) =>
        new(library.GetBlockBlobClient($"model/usage/{day:yyyy-MM-dd}.json"), TradeDigestJson.Readable.TokenUsage);
}
