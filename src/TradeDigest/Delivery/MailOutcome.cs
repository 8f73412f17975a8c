namespace TradeDigest.Delivery;

/// <summary>What became of a mail.</summary>
public enum MailFate
{
    /// <summary>The mailer has taken it, and is at it: ask again.</summary>
    Accepted,

    /// <summary>The mailer has handed it on.</summary>
    Delivered,

    /// <summary>It will never be taken for this recipient.</summary>
    Refused,

    /// <summary>It has not been taken, for certain, and may be later: sending it again makes no double.</summary>
    Deferred,

    /// <summary>Whether it has been taken cannot be known: sending it again may make a double.</summary>
    Unknown,
}

/// <summary>What became of a mail, and why.</summary>
/// <param name="Fate">What became of it.</param>
public sealed record MailOutcome(MailFate Fate)
{
    /// <summary>When a fault of the settings may have been mended: a wait that no call waits.</summary>
    public static readonly TimeSpan Mending = TimeSpan.FromMinutes(15);

    /// <summary>A sentence for people; it holds no address. Null where there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>How long to wait before sending or asking again, where the mailer knows. Of an unknown fate: null where asking again tells no more.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the cause lies with the server or the settings, so that every other recipient's mail would meet it too.</summary>
    public bool ForAll { get; init; }

    /// <summary>The mailer has handed it on.</summary>
    public static MailOutcome Delivered { get; } = new(MailFate.Delivered);

    /// <summary>The mailer is at it.</summary>
    public static MailOutcome Accepted(TimeSpan? askAfter = null) => new(MailFate.Accepted) { RetryAfter = askAfter };

    /// <summary>It will never be taken for this recipient.</summary>
    public static MailOutcome Refused(string reason) => new(MailFate.Refused) { Reason = reason };

    /// <summary>It has not been taken, and may be later.</summary>
    public static MailOutcome Deferred(string reason, TimeSpan? retryAfter = null, bool forAll = false) =>
        new(MailFate.Deferred) { Reason = reason, RetryAfter = retryAfter, ForAll = forAll };

    /// <summary>Whether it has been taken cannot be known: not now, where <paramref name="askAfter"/> is given, else not at all.</summary>
    public static MailOutcome Unknown(string reason, TimeSpan? askAfter = null) => new(MailFate.Unknown) { Reason = reason, RetryAfter = askAfter };
}
