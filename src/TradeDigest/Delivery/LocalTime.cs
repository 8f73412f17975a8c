namespace TradeDigest.Delivery;

/// <summary>Moments from times of the clock in a zone.</summary>
public static class LocalTime
{
    /// <summary>The moment (UTC) when the clock of <paramref name="zone"/> shows <paramref name="local"/>. Where the clock is put forward over that time, it is the first
    /// moment after the gap; where the time comes twice, it is the first of the two.</summary>
    public static DateTimeOffset InstantOf(this TimeZoneInfo zone, DateTime local)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (zone.IsInvalidTime(local))
        {
            local = EndOfGap(zone, local);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The day that it is in the zone.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateTime EndOfGap(TimeZoneInfo zone, DateTime local)
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
