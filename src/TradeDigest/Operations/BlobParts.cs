using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace TradeDigest.Operations;

/// <summary>Walks over the blobs of a container in parts, and keeps one that fails from holding up the others.</summary>
public sealed partial class BlobParts(ILogger<BlobParts> logger)
{
    /// <summary>Blobs in a part: few enough that a part ends well before a function's time is over.</summary>
    private const int Size = 100;

    /// <summary>Does <paramref name="each"/> to the blobs of one part.</summary>
    /// <param name="container">The container.</param>
    /// <param name="prefix">What the blobs' names begin with.</param>
    /// <param name="cursor">Where the part begins: what the part before gave; null for the first.</param>
    /// <param name="each">Returns whether something was changed; null where the blob is none that the operation is about.</param>
    /// <param name="cancellationToken">Ends the part, which can be done again.</param>
    public async Task<OperationPart> NextAsync(
        BlobContainerClient container, string prefix, string? cursor, Func<BlobItem, Task<bool?>> each, CancellationToken cancellationToken)
    {
        var pages = container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken).AsPages(cursor, Size);
        await using var page = pages.GetAsyncEnumerator(cancellationToken);
        if (!await page.MoveNextAsync())
        {
            return new(null, 0, 0, 0);
        }

        int seen = 0, changed = 0, failed = 0;
        foreach (var blob in page.Current.Values)
        {
            try
            {
                bool? did = await each(blob);
                seen += did is null ? 0 : 1;
                changed += did is true ? 1 : 0;
            }
            catch (Exception e) when (IsOfTheBlob(e))
            {
                seen++;
                failed++;
                PassedOver(container.Name, blob.Name, e);
            }
        }

        return new(string.IsNullOrEmpty(page.Current.ContinuationToken) ? null : page.Current.ContinuationToken, seen, changed, failed);
    }

    /// <summary>Where storage itself fails, the part is done again.</summary>
    private static bool IsOfTheBlob(Exception e) => e is not (OperationCanceledException or RequestFailedException or AggregateException or IOException or HttpRequestException);

    [LoggerMessage(EventId = 262, Level = LogLevel.Error, Message = "An operation passes over {Container}/{Blob}, which fails.")]
    private partial void PassedOver(string container, string blob, Exception why);
}
