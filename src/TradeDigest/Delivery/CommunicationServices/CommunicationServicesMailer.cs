using Azure.Core;
using Azure.Core.Pipeline;

namespace TradeDigest.Delivery;

/// <summary>Has mail sent by Azure Communication Services.</summary>
/// <remarks>Each mail is an operation whose id follows from digest and recipient. It is asked for before anything is sent, so that a mail whose sender died is not sent again.
/// A mail that the service gave up is sent in a further round, under the next id.</remarks>
public sealed class CommunicationServicesMailer : IMailer
{
    /// <summary>What the settings call it.</summary>
    public const string Acs = "acs";

    /// <summary>How many operations a mail gets at the most.</summary>
    public const int Rounds = 3;

    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);

    private readonly EmailService _service;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;

    /// <summary>A mailer of the resource in <paramref name="options"/>.</summary>
    /// <param name="options">Settings with an endpoint.</param>
    /// <param name="credential">Asked for a token where the settings hold no key.</param>
    /// <param name="time">The clock of pauses, limits and signatures.</param>
    /// <param name="transport">Carries the requests; null for the usual one.</param>
    public CommunicationServicesMailer(MailerOptions options, Func<TokenCredential> credential, TimeProvider time, HttpPipelineTransport? transport = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _service = new EmailService(options, credential, transport, time);
        _patience = TimeSpan.FromSeconds(options.Acs.PollSeconds);
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => Acs;

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.To is not { } to)
        {
            return MailOutcome.Refused("Azure Communication Services takes no mail to nobody.");
        }

        if (!AsciiAddress.TryOf(to, out string? address))
        {
            return MailOutcome.Refused(AsciiAddress.NotAscii);
        }

        var (operation, known) = await LookAsync(mail, cancellationToken);
        if (known is { Fate: MailFate.Accepted })
        {
            return await FollowAsync(_service.AddressOf(operation), known.RetryAfter, cancellationToken);
        }

        if (known is not null)
        {
            return known;
        }

        var reply = await _service.SendAsync(EmailMessage.Of(mail, address), operation, cancellationToken);
        return EmailOutcome.OfSending(reply) is { Fate: not MailFate.Accepted } ended
            ? ended
            : await FollowAsync(reply.Location is { } told && _service.IsOurs(told) ? told : _service.AddressOf(operation), reply.RetryAfter, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var (_, known) = await LookAsync(mail, cancellationToken);
        return known ?? MailOutcome.Deferred("Azure Communication Services has not taken the mail yet.", TimeSpan.Zero);
    }

    /// <summary>The mail's present operation, and what became of it; null where the service knows nothing of it, so that it is to be begun.</summary>
    private async Task<(Guid Operation, MailOutcome? Known)> LookAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds; round++)
        {
            var operation = mail.OperationId(round);
            var reply = await _service.AskAsync(_service.AddressOf(operation), cancellationToken);
            if (EmailOutcome.IsUnknownOperation(reply))
            {
                return (operation, null);
            }

            if (EmailOutcome.OfOperation(reply) is { Fate: not MailFate.Deferred } known)
            {
                return (operation, known);
            }
        }

        return (Guid.Empty, MailOutcome.Refused($"Azure Communication Services gave the mail up {Rounds} times."));
    }

    /// <summary>Waits for the end of an operation that the service has begun, for as long as the settings say.</summary>
    private async Task<MailOutcome> FollowAsync(Uri operation, TimeSpan? firstPause, CancellationToken cancellationToken)
    {
        long begun = _time.GetTimestamp();
        var pause = firstPause ?? UsualPause;
        while (_time.GetElapsedTime(begun) + pause <= _patience)
        {
            await Task.Delay(pause, _time, cancellationToken);
            var reply = await _service.AskAsync(operation, cancellationToken);
            if (EmailOutcome.OfOperation(reply) is { Fate: MailFate.Delivered or MailFate.Refused or MailFate.Deferred } ended)
            {
                return ended;
            }

            pause = reply.RetryAfter ?? Longer(pause);
        }

        return MailOutcome.Accepted(pause);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause <= TimeSpan.Zero ? UsualPause : 2 * pause;
}
