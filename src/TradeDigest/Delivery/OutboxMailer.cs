using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TradeDigest.Delivery;

/// <summary>Puts mail into a container, <c>{digest}/{recipient}.eml</c>, where people or other programs find it.</summary>
public sealed class OutboxMailer(BlobContainerClient outbox) : IMailer
{
    /// <inheritdoc/>
    public string Name => "outbox";

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.To is { } to && !AsciiAddress.TryOf(to, out _))
        {
            return MailOutcome.Refused(NotAscii);
        }

        try
        {
            await Blob(mail).UploadAsync(
                new BinaryData(MimeMessage.Write(mail)),
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
        catch (Exception e) when (IsOfStorage(e, cancellationToken))
        {
            return Unreachable;
        }

        return MailOutcome.Delivered;
    }

    /// <inheritdoc/>
    public async Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            return await Blob(mail).ExistsAsync(cancellationToken) ? MailOutcome.Delivered : MailOutcome.Deferred("The mail is not in the outbox.");
        }
        catch (Exception e) when (IsOfStorage(e, cancellationToken))
        {
            return Unreachable;
        }
    }

    internal const string NotAscii = "The address has letters beyond ASCII before the @, which mail servers seldom take. Give another address of this recipient.";

    private static MailOutcome Unreachable => MailOutcome.Deferred("Storage does not answer, and the outbox is there.", forAll: true);

    // The client's own retries throw an AggregateException in the end, or a cancellation that nobody asked for.
    private static bool IsOfStorage(Exception e, CancellationToken cancellationToken) =>
        e is RequestFailedException or AggregateException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private BlobClient Blob(OutgoingMail mail) => outbox.GetBlobClient($"{mail.DigestId}/{mail.Key}.eml");
}
