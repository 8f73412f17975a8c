using System.ComponentModel.DataAnnotations;

namespace TradeDigest.Delivery;

/// <summary>How mail leaves: the settings <c>Mail:Mailer</c>, <c>Mail:Smtp:*</c>, <c>Mail:Acs:*</c>, and how often and how long is tried.</summary>
public sealed class MailerOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = MailOptions.Section;

    /// <summary>Which mailer: <c>outbox</c>, <c>smtp</c> or <c>acs</c>.</summary>
    public string Mailer { get; set; } = OutboxMailer.Outbox;

    /// <summary>The sender, which a mail server must know.</summary>
    public string? From { get; set; }

    /// <summary>The mail server of <c>smtp</c>.</summary>
    public SmtpOptions Smtp { get; } = new();

    /// <summary>The resource of <c>acs</c>.</summary>
    public CommunicationServicesOptions Acs { get; } = new();

    /// <summary>Longest time for one try, in seconds.</summary>
    [Range(1, 600, ErrorMessage = "Mail:TimeoutSeconds must be from 1 to 600.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How often a try that was put off is repeated at once; after that the delivery takes it up again later.</summary>
    [Range(0, 10, ErrorMessage = "Mail:Retries must be from 0 to 10.")]
    public int Retries { get; set; } = 3;

    /// <summary>First pause before a repetition, in milliseconds; it doubles from one to the next. What the server asks for goes first.</summary>
    [Range(1, 60_000, ErrorMessage = "Mail:RetryDelayMilliseconds must be from 1 to 60000.")]
    public int RetryDelayMilliseconds { get; set; } = 1_000;

    /// <summary>How long nothing is sent once most tries have met a fault that is no recipient's, in seconds.</summary>
    [Range(1, 3_600, ErrorMessage = "Mail:BreakSeconds must be from 1 to 3600.")]
    public int BreakSeconds { get; set; } = 60;

    /// <summary>Longest time for one try.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
