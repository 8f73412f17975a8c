using System.Net.Mail;
using TradeDigest.Digests;

namespace TradeDigest.Delivery;

/// <summary>Writes a digest as a mail.</summary>
public static class DigestMail
{
    /// <summary>The key of the one mail that is written where no recipient is set.</summary>
    public const string Nobody = "digest";

    /// <summary>The mail of <paramref name="digest"/>.</summary>
    /// <param name="id">The digest's id.</param>
    /// <param name="key">The recipient's key.</param>
    /// <param name="digest">What it tells.</param>
    /// <param name="from">The sender.</param>
    /// <param name="to">The recipient; null for nobody in particular.</param>
    /// <param name="links">Addresses that it links.</param>
    /// <param name="headers">Header fields about the recipient's subscription.</param>
    /// <exception cref="UntracedRenderingException">A part says something that the digest does not.</exception>
    public static async Task<OutgoingMail> WriteAsync(
        string id, string key, Digest digest, MailAddress from, MailAddress? to = null, DigestLinks? links = null, IEnumerable<MailHeader>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return new OutgoingMail
        {
            DigestId = id,
            Key = key,
            From = from,
            To = to,
            Subject = digest.Subject,
            Text = DigestRenderer.Text(digest, links),
            Html = await DigestRenderer.MailHtmlAsync(digest, links),
            Date = digest.To,

            // RFC 3834, 5: no one's out-of-office note answers it. RFC 3282: what it is written in.
            Headers = [new("Auto-Submitted", "auto-generated"), new("Content-Language", "en"), .. headers ?? []],
        };
    }
}
