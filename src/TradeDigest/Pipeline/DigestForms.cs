using System.Net.Mail;
using Microsoft.Extensions.Options;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Stores a digest in the forms that people read: a page, plain text and a message.</summary>
public sealed class DigestForms(DigestStore digests, IOptions<MailOptions> mail)
{
    /// <summary>Writes <c>digest.html</c>, <c>digest.txt</c> and <c>digest.eml</c> of a digest.</summary>
    public async Task StoreAsync(string id, Digest digest, CancellationToken cancellationToken)
    {
        await digests.WriteAsync(id, "digest.html", new BinaryData(await DigestRenderer.PageHtmlAsync(digest)), "text/html; charset=utf-8", cancellationToken);
        await digests.WriteAsync(id, "digest.txt", new BinaryData(DigestRenderer.Text(digest)), "text/plain; charset=utf-8", cancellationToken);
        await digests.WriteAsync(id, "digest.eml", await MessageAsync(id, digest), "message/rfc822", cancellationToken);
    }

    /// <summary>A digest as a message to nobody in particular.</summary>
    public async Task<BinaryData> MessageAsync(string id, Digest digest) =>
        new(MimeMessage.Write(await DigestMail.WriteAsync(id, DigestMail.Nobody, digest, new MailAddress(mail.Value.From))));
}
