using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;
using Polly;
using Polly.Timeout;

namespace TradeDigest.Delivery;

/// <summary>Hands mail to a mail server (RFC 5321): one connection a mail, as the framework's client has it.</summary>
/// <remarks>The client dates a mail itself, by the moment of its sending.</remarks>
public sealed class SmtpMailer : IMailer
{
    /// <summary>What the settings call it.</summary>
    public const string Smtp = "smtp";

    private readonly SmtpOptions _server;
    private readonly ResiliencePipeline _limit;

    /// <summary>A mailer of the server in <paramref name="options"/>.</summary>
    /// <param name="options">Settings with a host.</param>
    /// <param name="time">The clock of the time limit.</param>
    public SmtpMailer(MailerOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _server = options.Smtp;

        // The client's own Timeout does not hold for its asynchronous calls.
        _limit = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.Timeout).Build();
    }

    /// <inheritdoc/>
    public string Name => Smtp;

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.To is not { } to)
        {
            return MailOutcome.Refused("A mail server takes no mail to nobody.");
        }

        if (!AsciiAddress.TryOf(to, out string? address))
        {
            return MailOutcome.Refused(AsciiAddress.NotAscii);
        }

        using var body = new WatchedStream(MimeMessage.Body(mail));
        using var message = Message(mail, new MailAddress(address, to.DisplayName, Encoding.UTF8), body);
        try
        {
            await _limit.ExecuteAsync(token => SendAsync(message, token), cancellationToken);
            return MailOutcome.Delivered;
        }
        catch (Exception e) when (e is SmtpException or TimeoutRejectedException or IOException or AuthenticationException)
        {
            return SmtpFault.Outcome(e, isHandedOver: body.IsRead);
        }
    }

    /// <summary>A mail server tells nothing about a mail that was handed to it.</summary>
    public Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        Task.FromResult(MailOutcome.Unknown("A mail server does not tell whether it took a mail."));

    private async ValueTask SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(_server.Host, _server.Port)
        {
            EnableSsl = _server.StartTls,
            DeliveryFormat = SmtpDeliveryFormat.SevenBit,
            UseDefaultCredentials = false,
            Credentials = string.IsNullOrEmpty(_server.User) ? null : new NetworkCredential(_server.User, _server.Password),
        };

        // The client waits for the answer to the whole message without heeding the token; disposing of it ends the wait.
        await client.SendMailAsync(message, cancellationToken).WaitAsync(cancellationToken);
    }

    private static MailMessage Message(OutgoingMail mail, MailAddress to, Stream body)
    {
        var message = new MailMessage
        {
            From = new MailAddress(AsciiAddress.Of(mail.From), mail.From.DisplayName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(to);
        message.Headers.Add("Message-ID", mail.MessageId);
        foreach (var header in mail.Headers)
        {
            message.Headers.Add(header.Name, header.Value);
        }

        // The body is written here, as it is for the other mailers: the client would write line breaks of quoted-printable as =0D=0A, which RFC 2045, 6.7 (4) has for no text.
        var type = new ContentType(MimeMessage.BodyType) { Boundary = MimeMessage.BoundaryOf(mail) };
        message.AlternateViews.Add(new AlternateView(body, type) { TransferEncoding = TransferEncoding.SevenBit });
        return message;
    }
}
