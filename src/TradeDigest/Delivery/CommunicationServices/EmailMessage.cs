using System.Text.Json.Serialization;

namespace TradeDigest.Delivery;

/// <summary>The body of <c>POST /emails:send</c>, version 2025-09-01.</summary>
internal sealed record EmailMessage(
    string SenderAddress, EmailContent Content, EmailRecipients Recipients, IReadOnlyDictionary<string, string> Headers, bool UserEngagementTrackingDisabled)
{
    /// <summary>A mail as the service takes it. The sender's name is not in it: the service knows it by the address.</summary>
    public static EmailMessage Of(OutgoingMail mail, string address) => new(
        AsciiAddress.Of(mail.From),
        new EmailContent(mail.Subject, mail.Text, mail.Html),
        new EmailRecipients([new EmailAddress(address, mail.To!.DisplayName is { Length: > 0 } name ? name : null)]),
        mail.Headers.Append(new MailHeader("Message-ID", mail.MessageId)).ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase),
        UserEngagementTrackingDisabled: true);
}

internal sealed record EmailContent(string Subject, string PlainText, string Html);

internal sealed record EmailRecipients(IReadOnlyList<EmailAddress> To);

internal sealed record EmailAddress(string Address, string? DisplayName);

/// <summary>How far a sending is; also the shape of an error.</summary>
internal sealed record EmailSendResult(string? Id, string? Status, EmailError? Error);

internal sealed record EmailError(string? Code, string? Target);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmailMessage))]
[JsonSerializable(typeof(EmailSendResult))]
internal sealed partial class EmailJson : JsonSerializerContext;
