namespace TradeDigest.Delivery;

/// <summary>What answers of Azure Communication Services mean for a mail.</summary>
internal static class EmailOutcome
{
    private static readonly TimeSpan AskSoon = TimeSpan.FromSeconds(1);

    /// <summary>What the answer to <c>POST /emails:send</c> means.</summary>
    public static MailOutcome OfSending(EmailReply reply) => reply.Status switch
    {
        // 409: an operation of this id is under way already.
        >= 200 and < 300 or 409 => MailOutcome.Accepted(reply.RetryAfter),
        400 or 413 or 422 when !reply.IsAboutSender => MailOutcome.Refused($"{reply}: it does not take this mail, or not to this recipient."),
        429 or 503 => MailOutcome.Deferred($"{reply}: it takes no mail now.", reply.RetryAfter, forAll: true),

        // It may have begun all the same.
        0 or 408 or >= 500 => NotKnown(reply, reply.RetryAfter ?? AskSoon),
        _ => MailOutcome.Deferred(Settings(reply), MailOutcome.Mending, forAll: true),
    };

    /// <summary>Whether the service knows no operation of the id that was asked for.</summary>
    public static bool IsUnknownOperation(EmailReply reply) => reply.Status is 400 or 404 or 410;

    /// <summary>What the answer to <c>GET /emails/operations/{id}</c> means. Deferred is an operation that ended without the mail being sent.</summary>
    public static MailOutcome OfOperation(EmailReply reply) => (reply.Status, reply.Result?.Status) switch
    {
        (200, "Succeeded") => MailOutcome.Delivered,
        (200, "Failed" or "Canceled") when reply.IsAboutRecipient =>
            MailOutcome.Refused($"Azure Communication Services gave the mail up ({reply.Code}): this recipient takes none."),
        (200, "Failed" or "Canceled") =>
            MailOutcome.Deferred($"Azure Communication Services gave the mail up{(reply.Code.Length > 0 ? $" ({reply.Code})" : "")}."),

        // The states of the contract are NotStarted and Running; a further one would not be the end either.
        (200, not null) => MailOutcome.Accepted(reply.RetryAfter),
        (0 or 408 or 429 or >= 500, _) or (200, null) => NotKnown(reply, reply.RetryAfter ?? AskSoon),
        _ => MailOutcome.Unknown(Settings(reply), MailOutcome.Mending) with { ForAll = true },
    };

    private static MailOutcome NotKnown(EmailReply reply, TimeSpan askAfter) =>
        MailOutcome.Unknown($"{reply}; whether it has the mail is asked again.", askAfter) with { ForAll = true };

    private static string Settings(EmailReply reply) =>
        $"{reply}. Check Mail:Acs:Endpoint, Mail:Acs:Key or the role Communication and Email Service Owner, and that Mail:From is a sender of a domain linked to the resource.";
}
