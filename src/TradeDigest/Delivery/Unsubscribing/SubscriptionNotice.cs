using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TradeDigest.Delivery;

/// <summary>Says at start where mails will offer their readers less than they should, so that it is mended before the first goes out.</summary>
public sealed partial class SubscriptionNotice(IOptions<MailerOptions> mailer, IOptions<MailOptions> mail, IOptions<SiteOptions> site, ILogger<SubscriptionNotice> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        bool leaves = mailer.Value.Mailer != OutboxMailer.Outbox;
        if (leaves && site.Value.Api("") is null && mail.Value.UnsubscribeMailto is null)
        {
            NoWay();
        }
        else if (leaves && site.Value.Api("")?.Scheme != Uri.UriSchemeHttps)
        {
            NoOneClick();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 463, Level = LogLevel.Warning, Message = "Mails offer their readers no way to unsubscribe. Set Site:BaseUrl to the app's https address, Mail:UnsubscribeMailto to a mailbox, or both.")]
    private partial void NoWay();

    [LoggerMessage(EventId = 464, Level = LogLevel.Warning, Message = "Mails offer no unsubscribing at one click, which large mail providers ask for. Set Site:BaseUrl to the app's https address.")]
    private partial void NoOneClick();
}
