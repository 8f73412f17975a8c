namespace TradeDigest.Delivery;

/// <summary>How long and how often a delivery is tried.</summary>
public static class DeliveryPolicy
{
    /// <summary>How long one exchange with the mailer may take, its own retries included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>How long a claim holds: longer than an exchange can take. After it, who made it counts as dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How long a mail that is not taken is tried again: the news of a morning is of no use two days later.</summary>
    public static readonly TimeSpan OldestTry = TimeSpan.FromDays(2);

    /// <summary>How often a mail is sent of which cannot be known whether it was taken: each time but the first may make a double.</summary>
    public const int DoubtfulTries = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>How long to wait after a try: each time twice as long, up to four hours, and no less than the server asks for.</summary>
    /// <param name="tries">How many tries there were.</param>
    /// <param name="asked">What the server asks for.</param>
    public static TimeSpan PauseAfter(int tries, TimeSpan? asked)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Clamp(tries - 1, 0, 10)));
        return asked > pause ? asked.Value : pause;
    }

    /// <summary>Whether the host that made a claim may still be at it. A claim that seems to come from beyond the lease's length ahead was made before the clock was set back.</summary>
    public static bool IsLive(DateTimeOffset claimedAt, DateTimeOffset now) => (now - claimedAt).Duration() < Lease;
}
