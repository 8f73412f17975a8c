using System.Collections.Concurrent;
using System.Net.Mail;
using TradeDigest.Digests;

namespace TradeDigest.Delivery;

/// <summary>Writes one digest as the mails of its readers. Readers of the same interests share a rendering, into which each one's own link is put.</summary>
/// <param name="id">The digest's id.</param>
/// <param name="digest">The digest.</param>
/// <param name="from">The sender.</param>
/// <param name="links">How readers leave.</param>
public sealed class IssueMails(string id, Digest digest, MailAddress from, SubscriptionLinks links)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<OutgoingMail>>> _renderings = new(StringComparer.Ordinal);

    /// <summary>The digest's id.</summary>
    public string Id => id;

    /// <summary>The mail of a recipient: the same whenever it is written.</summary>
    /// <exception cref="UntracedRenderingException">The digest does not render.</exception>
    public async Task<OutgoingMail> ForAsync(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var interests = recipient.Interests;
        var rendering = await _renderings.GetOrAdd(
            string.Join('\n', [.. interests.Parties, "", .. interests.Commodities, "", .. interests.Kinds]), _ => new(() => RenderAsync(interests))).Value;
        string token = links.TokenOf(recipient.Key);
        string any = "unsubscribe/" + SubscriptionLinks.AnyToken, own = "unsubscribe/" + token;
        return rendering with
        {
            Key = recipient.Key,
            To = recipient.Address,
            Text = rendering.Text.Replace(any, own, StringComparison.Ordinal),
            Html = rendering.Html.Replace(any, own, StringComparison.Ordinal),
            Headers = [.. rendering.Headers, .. links.Headers(token)],
        };
    }

    /// <summary>The mail to nobody in particular, for the outbox.</summary>
    public Task<OutgoingMail> ForNobodyAsync() => DigestMail.WriteAsync(id, DigestMail.Nobody, digest, from);

    private async Task<OutgoingMail> RenderAsync(ReaderInterests interests)
    {
        var general = new DigestLinks { Unsubscribe = links.Page(SubscriptionLinks.AnyToken) };
        try
        {
            return await DigestMail.WriteAsync(id, "", PersonalDigest.For(digest, interests), from, links: general);
        }
        catch (UntracedRenderingException) when (!interests.IsEmpty)
        {
            // What is said of the interests does not trace, as where they repeat words of the digest: it goes out in its own order.
            return await DigestMail.WriteAsync(id, "", digest, from, links: general);
        }
    }
}
