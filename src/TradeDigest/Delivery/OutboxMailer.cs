using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TradeDigest.Delivery;

/// <summary>Puts mail into a container, <c>{digest}/{recipient}.eml</c>, where people or other programs find it.</summary>
public sealed class OutboxMailer(BlobContainerClient outbox) : IMailer
{
    /// <summary>What the settings call it.</summary>
    public const string Outbox = "outbox";

    private const string NoAnswer = "Storage, where the outbox is, does not answer.";

    /// <inheritdoc/>
    public string Name => Outbox;

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.To is { } to && !AsciiAddress.TryOf(to, out _))
        {
            return MailOutcome.Refused(AsciiAddress.NotAscii);
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
            return MailOutcome.Deferred(NoAnswer, forAll: true);
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
            return MailOutcome.Unknown(NoAnswer, askAfter: TimeSpan.Zero);
        }
    }

    // The client's own retries throw an AggregateException in the end, or a cancellation that nobody asked for.
    private static bool IsOfStorage(Exception e, CancellationToken cancellationToken) =>
        e is RequestFailedException or AggregateException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private BlobClient Blob(OutgoingMail mail) => outbox.GetBlobClient($"{mail.DigestId}/{mail.Key}.eml");
}
