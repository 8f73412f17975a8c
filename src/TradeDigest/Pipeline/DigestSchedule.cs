using TradeDigest.Delivery;

namespace TradeDigest.Pipeline;

/// <summary>When each day's digest is due: at one time of the clock in one time zone.</summary>
/// <param name="zone">The digest's time zone.</param>
/// <param name="time">The time of the clock there.</param>
public sealed class DigestSchedule(TimeZoneInfo zone, TimeOnly time)
{
    /// <summary>The digest's time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The time of the clock there.</summary>
    public TimeOnly Time => time;

    /// <summary>The day that it is in the zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => zone.DayOf(instant);

    /// <summary>The moment when the digest of <paramref name="day"/> is due (UTC). Where the clock is put forward over that time, it is the first moment after the gap;
    /// where the time comes twice, it is the first of the two.</summary>
    public DateTimeOffset DueAt(DateOnly day) => zone.InstantOf(day.ToDateTime(time));

    /// <summary>The moment when <paramref name="day"/> begins (UTC).</summary>
    public DateTimeOffset StartOf(DateOnly day) => zone.InstantOf(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The latest day whose digest is due by <paramref name="now"/>.</summary>
    public DateOnly LatestDue(DateTimeOffset now)
    {
        var day = DayOf(now);
        return DueAt(day) <= now ? day : day.AddDays(-1);
    }
}
