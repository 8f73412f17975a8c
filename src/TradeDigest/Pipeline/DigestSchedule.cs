namespace TradeDigest.Pipeline;

/// <summary>When each day's digest is due: at one time of the clock in one time zone.</summary>
/// <param name="zone">The digest's time zone.</param>
/// <param name="time">The time of the clock there.</param>
public sealed class DigestSchedule(TimeZoneInfo zone, TimeOnly time)
{
    /// <summary>The digest's time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The day that it is in the zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The moment when the digest of <paramref name="day"/> is due (UTC). Where the clock is put forward over that time, it is the first moment after the gap;
    /// where the time comes twice, it is the first of the two.</summary>
    public DateTimeOffset DueAt(DateOnly day) => InstantOf(day.ToDateTime(time));

    /// <summary>The moment when <paramref name="day"/> begins (UTC).</summary>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The latest day whose digest is due by <paramref name="now"/>.</summary>
    public DateOnly LatestDue(DateTimeOffset now)
    {
        var day = DayOf(now);
        return DueAt(day) <= now ? day : day.AddDays(-1);
    }

    private DateTimeOffset InstantOf(DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            local = EndOfGap(local);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTime EndOfGap(DateTime local)
    {
        // Gaps begin and end on whole minutes in every zone since the tables are kept by minute; a whole day is skipped at most (Samoa, 2011).
        local = local.AddSeconds(-local.Second);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }
}
