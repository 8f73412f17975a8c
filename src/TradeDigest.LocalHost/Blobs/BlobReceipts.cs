using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace TradeDigest.LocalHost.Blobs;

/// <summary>
/// Remembers which version of which blob was put in the work queue for which function. A receipt is first made incomplete, the
/// work item is sent under its lease, and then it is completed: a host that dies in between leaves it to be taken up again.
/// </summary>
internal sealed class BlobReceipts(BlobContainerClient hosts, string hostId)
{
    private const string Incomplete = "Incomplete";
    private const int LongestBlobName = 1024;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Sends a work item unless that was done before.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="sendAsync">Puts it in the queue.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReceiptOutcome> SendOnceAsync(BlobWorkItem item, Func<Task> sendAsync, CancellationToken cancellationToken)
    {
        var receipt = hosts.GetBlobClient(PathOf(hostId, item));
        if (!await CreateAsync(receipt, cancellationToken) && await IsCompleteAsync(receipt, cancellationToken))
        {
            return ReceiptOutcome.SentBefore;
        }

        var lease = receipt.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Lease, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException busy) when (busy.Status == 409)
        {
            return ReceiptOutcome.Busy;
        }

        try
        {
            if (await IsCompleteAsync(receipt, cancellationToken))
            {
                return ReceiptOutcome.SentBefore;
            }

            await sendAsync();
            await receipt.SetMetadataAsync(new Dictionary<string, string>(StringComparer.Ordinal), new BlobRequestConditions { LeaseId = lease.LeaseId }, CancellationToken.None);
            return ReceiptOutcome.Sent;
        }
        finally
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
    }

    /// <summary>Where a receipt lies. A blob's name that is too long for a receipt's, or has dots for a folder, stands there as its hash.</summary>
    /// <param name="hostId">The host's id.</param>
    /// <param name="item">The work item.</param>
    public static string PathOf(string hostId, BlobWorkItem item)
    {
        var folder = $"blobreceipts/{hostId}/{item.FunctionId}/{item.ETag}/{item.ContainerName}/";
        var plain = folder.Length + item.BlobName.Length <= LongestBlobName
            && !item.BlobName.Split('/', '\\').Any(part => part is "" or "." or "..");
        return folder + (plain ? item.BlobName : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.BlobName))));
    }

    private static async Task<bool> CreateAsync(BlobClient receipt, CancellationToken cancellationToken)
    {
        try
        {
            await receipt.UploadAsync(
                BinaryData.FromString(""),
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Incomplete] = "true" },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return false;
        }
    }

    private static async Task<bool> IsCompleteAsync(BlobClient receipt, CancellationToken cancellationToken) =>
        !(await receipt.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata.ContainsKey(Incomplete);
}

/// <summary>What became of a request to send a work item once.</summary>
internal enum ReceiptOutcome
{
    /// <summary>It is in the queue now.</summary>
    Sent,

    /// <summary>It was sent earlier.</summary>
    SentBefore,

    /// <summary>Another host is at it, or died at it a moment ago; look again.</summary>
    Busy,
}
