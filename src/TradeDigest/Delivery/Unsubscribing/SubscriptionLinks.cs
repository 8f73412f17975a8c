using System.Net.Mail;

namespace TradeDigest.Delivery;

/// <summary>What a mail says of its list, and how its reader leaves it.</summary>
/// <param name="from">The sender.</param>
/// <param name="mailbox">A mailbox for unsubscribing; null for none.</param>
/// <param name="site">Where the app is reached.</param>
/// <param name="tokens">Makes the readers' tokens.</param>
public sealed class SubscriptionLinks(MailAddress from, MailAddress? mailbox, SiteOptions site, UnsubscribeTokens tokens)
{
    /// <summary>A token that is nobody's, in the place of a reader's.</summary>
    public static readonly string AnyToken = new('-', UnsubscribeTokens.Length);

    /// <summary>The token of a reader.</summary>
    public string TokenOf(string key) => tokens.Of(key);

    /// <summary>Where the reader with this token unsubscribes: the app's page, or by mail; null where there is neither.</summary>
    public Uri? Page(string token) => Https(token) ?? Mailto();

    /// <summary>The header fields of the reader with this token.</summary>
    public IReadOnlyList<MailHeader> Headers(string token)
    {
        // RFC 2919: the list's name, beneath a domain of its owner.
        var headers = new List<MailHeader> { new("List-Id", $"TradeDigest <tradedigest.{AsciiAddress.HostOf(from)}>") };
        string[] ways = [.. new[] { Https(token), Mailto() }.OfType<Uri>().Select(u => $"<{u.AbsoluteUri}>")];
        if (ways.Length > 0)
        {
            headers.Add(new("List-Unsubscribe", string.Join(", ", ways)));
        }

        // RFC 8058, 3.1: only where the address is one of https.
        if (Https(token)?.Scheme == Uri.UriSchemeHttps)
        {
            headers.Add(new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }

        return headers;
    }

    private Uri? Https(string token) => site.Api("unsubscribe/" + token);

    // RFC 6068: what stands in an address and means something in a URI is percent-encoded.
    private Uri? Mailto() => mailbox is null
        ? null
        : new Uri($"mailto:{Uri.EscapeDataString(mailbox.User)}@{AsciiAddress.HostOf(mailbox)}?subject=unsubscribe");
}
