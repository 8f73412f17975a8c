using System.Net.Mail;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Options;
using TradeDigest.Digests;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>Sees to it that each recipient gets each digest once: a ledger <c>{digest}/deliveries/{recipient}.json</c> beside the digest says what is done.</summary>
public sealed class DigestDelivery(BlobContainerClient digests, IMailer mailer, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>The key of the one mail that is written where no recipient is set.</summary>
    public const string Nobody = "digest";

    /// <summary>Hands the digest on to every recipient who has not got it.</summary>
    public async Task DeliverAsync(string id, Digest digest, CancellationToken cancellationToken)
    {
        var recipients = options.Value.Recipients.DistinctBy(KeyOf, StringComparer.Ordinal).ToList();
        if (recipients.Count == 0)
        {
            await DeliverAsync(id, Nobody, digest, to: null, cancellationToken);
        }

        foreach (string recipient in recipients)
        {
            await DeliverAsync(id, KeyOf(recipient), digest, new MailAddress(recipient), cancellationToken);
        }
    }

    /// <summary>The key of an address, by which it is not told: the same with and without a name, in any case of letters.</summary>
    public static string KeyOf(string address) =>
        BlobName.Key((MailAddress.TryCreate(address, out var parsed) ? parsed.Address : address).ToUpperInvariant());

    private async Task DeliverAsync(string id, string key, Digest digest, MailAddress? to, CancellationToken cancellationToken)
    {
        var line = new JsonBlob<DeliveryRecord>(digests.GetBlockBlobClient($"{id}/deliveries/{key}.json"), TradeDigestJson.Readable.DeliveryRecord);
        Found<DeliveryRecord> known;
        DeliveryRecord claim;
        do
        {
            known = await line.LookAsync(cancellationToken);
            if (known is { Value.State: DeliveryState.Delivered })
            {
                return;
            }

            // A claim that is found here, or a damaged line, is of a host that died, or of one that is at it: as handing on twice changes nothing, it is done again.
            claim = new DeliveryRecord(DeliveryState.Claimed, (known.Value?.Tries ?? 0) + 1, time.GetUtcNow());
        }
        while (!await line.TryWriteAsync(claim, known, cancellationToken));

        var outcome = await mailer.SendAsync(await DigestMail.WriteAsync(id, key, digest, new MailAddress(options.Value.From), to), cancellationToken);
        if (outcome.Fate != MailFate.Delivered)
        {
            throw new InvalidOperationException($"The mailer {mailer.Name} has not delivered digest {id} to recipient {key}. {outcome.Reason} The delivery is begun again.");
        }

        await NoteAsync(line, claim with { State = DeliveryState.Delivered, At = time.GetUtcNow() }, cancellationToken);
    }

    private static async Task NoteAsync(JsonBlob<DeliveryRecord> line, DeliveryRecord delivered, CancellationToken cancellationToken)
    {
        while (await line.LookAsync(cancellationToken) is { Value: not { State: DeliveryState.Delivered } } known
            && !await line.TryWriteAsync(delivered, known, cancellationToken))
        {
        }
    }
}
