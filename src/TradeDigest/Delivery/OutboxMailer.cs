using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TradeDigest.Delivery;

/// <summary>Puts mail into a container, <c>{digest}/{recipient}.eml</c>, where people or other programs find it.</summary>
public sealed class OutboxMailer(BlobContainerClient outbox) : IMailer
{
    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            await outbox.GetBlobClient($"{mail.DigestId}/{mail.Key}.eml").UploadAsync(
                mail.Content,
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "message/rfc822" },
                },
                cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It lies there from an earlier try, and may have been read: it stays as it is.
        }
    }
}
