using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace TradeDigest.Delivery;

/// <summary>Checks that the chosen mailer has what it needs. What is set of another mailer is left alone.</summary>
public sealed class MailerOptionsValidator : IValidateOptions<MailerOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, MailerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = options.Mailer switch
        {
            OutboxMailer.Outbox => [],
            SmtpMailer.Smtp => [.. OfSmtp(options.Smtp), .. OfSender(options)],
            CommunicationServicesMailer.Acs => [.. OfAcs(options.Acs), .. OfSender(options)],
            _ => ["Mail:Mailer must be outbox, smtp or acs."],
        };
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OfSmtp(SmtpOptions smtp)
    {
        if (string.IsNullOrWhiteSpace(smtp.Host))
        {
            yield return "Mail:Mailer is smtp and Mail:Smtp:Host is not set: name the mail server, such as smtp.example.org.";
        }
        else if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
        {
            yield return "Mail:Smtp:Host must be the name or address of a server alone, such as smtp.example.org; the port goes into Mail:Smtp:Port.";
        }

        if (smtp.Port is < 1 or > 65535)
        {
            yield return "Mail:Smtp:Port must be from 1 to 65535; most servers take mail on 587.";
        }
        else if (smtp.Port == SmtpOptions.ImplicitTlsPort)
        {
            yield return "Mail:Smtp:Port 465 is for servers that begin with TLS, which this mailer does not speak: give the port for STARTTLS, mostly 587.";
        }

        if (string.IsNullOrEmpty(smtp.User) != string.IsNullOrEmpty(smtp.Password))
        {
            yield return "Of Mail:Smtp:User and Mail:Smtp:Password one alone is set: give both, or none for a server that asks for none.";
        }
        else if (!smtp.StartTls && !string.IsNullOrEmpty(smtp.User) && !IsHere(smtp.Host))
        {
            yield return "Mail:Smtp:StartTls is false, so the password would cross the network for anyone to read: leave it true, or take user and password out.";
        }
    }

    private static IEnumerable<string> OfAcs(CommunicationServicesOptions acs)
    {
        if (acs.Endpoint is not { IsAbsoluteUri: true } endpoint)
        {
            yield return "Mail:Mailer is acs and Mail:Acs:Endpoint is no absolute address: give the resource's, such as https://RESOURCE.europe.communication.azure.com.";
        }
        else if (endpoint.Scheme != "https" && !(endpoint is { Scheme: "http", IsLoopback: true } && !string.IsNullOrEmpty(acs.Key)))
        {
            yield return "Mail:Acs:Endpoint must begin with https://.";
        }
        else if (endpoint.PathAndQuery != "/" || endpoint.UserInfo.Length > 0)
        {
            yield return "Mail:Acs:Endpoint must be the resource's address alone, without a path: https://RESOURCE.europe.communication.azure.com.";
        }

        if (!string.IsNullOrEmpty(acs.Key) && !Convert.TryFromBase64String(acs.Key, new byte[acs.Key.Length], out _))
        {
            yield return "Mail:Acs:Key is not in base64: copy one of the resource's two keys (not the connection string), or leave it out to sign in with Microsoft Entra ID.";
        }

        if (acs.PollSeconds is < 0 or > 600)
        {
            yield return "Mail:Acs:PollSeconds must be from 0 to 600.";
        }
    }

    private static IEnumerable<string> OfSender(MailerOptions options)
    {
        bool toThisMachine = options.Mailer == SmtpMailer.Smtp && IsHere(options.Smtp.Host);
        bool isOurs = MailAddress.TryCreate(options.From, out var from) && from.Host != "localhost";
        if (!isOurs && !toThisMachine)
        {
            yield return $"Mail:Mailer is {options.Mailer} and Mail:From is not set to an address of yours: give one that the server may send for, such as Trade desk <digest@example.org>.";
        }
    }

    private static bool IsHere(string? host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
