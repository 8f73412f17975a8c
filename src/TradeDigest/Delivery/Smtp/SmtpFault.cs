using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Polly.Timeout;

namespace TradeDigest.Delivery;

/// <summary>What a mail server's refusal, or its silence, means for a mail.</summary>
/// <remarks>Status codes are those of RFC 5321, 4.2, enhanced ones those of RFC 3463. What servers write beside them is not passed on: it often holds the address.</remarks>
internal static partial class SmtpFault
{
    /// <summary>The outcome of a try that ended in <paramref name="fault"/>.</summary>
    /// <param name="fault">What the client threw.</param>
    /// <param name="isHandedOver">Whether the whole message had been handed to the connection.</param>
    public static MailOutcome Outcome(Exception fault, bool isHandedOver) => fault switch
    {
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } e => OfStatus(e, isHandedOver),
        _ when Within<AuthenticationException>(fault) => Settings(
            "The secure connection to the mail server could not be made: its certificate is not trusted, or not for this name. Check Mail:Smtp:Host."),
        _ when isHandedOver => MailOutcome.Unknown("The connection to the mail server ended after the whole mail was handed over and before it was confirmed."),
        TimeoutRejectedException => Passing("The mail server did not answer in time."),
        _ when Within<SocketException>(fault) => Passing("The mail server cannot be reached. Check Mail:Smtp:Host and Mail:Smtp:Port."),
        _ when Within<IOException>(fault) => Passing("The connection to the mail server ended before the mail was handed over."),
        SmtpException { InnerException: null } => Settings(
            "The mail server offers no STARTTLS, or no way to sign in that is known here (LOGIN). Check Mail:Smtp:Port; Mail:Smtp:StartTls=false is for test servers."),
        _ => Passing("The mail could not be handed to the mail server."),
    };

    private static MailOutcome OfStatus(SmtpException e, bool isHandedOver)
    {
        int status = (int)e.StatusCode;
        string? enhanced = Enhanced().Match(e.Message) is { Success: true } match ? match.Value : null;
        string answer = string.Create(CultureInfo.InvariantCulture, $"The mail server answered {status}{(enhanced is null ? "" : $" ({enhanced})")}");
        bool isOfRecipient = e is SmtpFailedRecipientException;
        bool isPolicy = enhanced?.StartsWith("5.7.", StringComparison.Ordinal) == true;
        return status switch
        {
            // 454 is “temporary authentication failure”, 530 to 538 are about signing in (RFC 4954, 6).
            530 or 534 or 535 or 538 => Settings($"{answer}: it does not accept the sign-in. Check Mail:Smtp:User and Mail:Smtp:Password."),
            421 => Passing($"{answer}: it is closing down, or has enough for now."),
            < 500 when isOfRecipient || isHandedOver => MailOutcome.Deferred($"{answer}: the mailbox cannot take mail now."),
            < 500 => Passing($"{answer}: it takes no mail now."),

            // A server that does not relay says so at the first recipient, and would at all others.
            _ when isOfRecipient && Relaying().IsMatch(e.Message) => Settings($"{answer}: it does not send mail for this sender. Check Mail:Smtp:User and Mail:From."),
            _ when isOfRecipient && isPolicy => MailOutcome.Deferred($"{answer}: a rule of the server forbids mail to this recipient.", MailOutcome.Mending),
            _ when isOfRecipient => MailOutcome.Refused($"{answer}: there is no such mailbox, or it takes no mail."),
            _ when isHandedOver && !isPolicy => MailOutcome.Refused($"{answer}: it does not take this mail."),
            _ => Settings($"{answer}: it takes no mail from this sender. Check Mail:From and Mail:Smtp:User."),
        };
    }

    private static MailOutcome Passing(string reason) => MailOutcome.Deferred(reason, forAll: true);

    private static MailOutcome Settings(string reason) => MailOutcome.Deferred(reason, MailOutcome.Mending, forAll: true);

    private static bool Within<T>(Exception? fault)
        where T : Exception => fault is T || (fault?.InnerException is { } inner && Within<T>(inner));

    [GeneratedRegex(@"\b[245]\.[0-9]{1,3}\.[0-9]{1,3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"\brelay", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Relaying();
}
