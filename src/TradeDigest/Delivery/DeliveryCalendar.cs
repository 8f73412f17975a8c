namespace TradeDigest.Delivery;

/// <summary>When a digest is due to whom: at the reader's hour in the reader's zone.</summary>
/// <param name="deskZone">The digest's time zone, for readers without one.</param>
/// <param name="deskTime">The digest's hour, for weekly readers without one.</param>
public sealed class DeliveryCalendar(TimeZoneInfo deskZone, TimeOnly deskTime)
{
    // A week, the day before it (zones are up to 26 hours apart), and the day that a change of zone may skip.
    private const int DaysLookedAt = 10;

    /// <summary>The moment (UTC) from which a digest is due to a reader: a day's digest at the first occurrence of the reader's hour at or after <paramref name="moment"/>,
    /// or at once where the reader has set no hour; a week's at the first occurrence of that hour on the reader's weekday.</summary>
    /// <param name="recipient">The reader.</param>
    /// <param name="moment">When the digest was due at its desk, or, where it was asked for, when it was made (UTC).</param>
    /// <param name="asked">Whether it was asked for: then daily readers get it at once.</param>
    public DateTimeOffset DueAt(Recipient recipient, DateTimeOffset moment, bool asked)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var zone = recipient.Zone ?? deskZone;
        return recipient switch
        {
            { Weekday: { } weekday } => FirstFrom(moment, zone, recipient.Hour ?? deskTime, weekday),
            { Hour: { } hour } when !asked => FirstFrom(moment, zone, hour, weekday: null),
            _ => moment,
        };
    }

    private static DateTimeOffset FirstFrom(DateTimeOffset moment, TimeZoneInfo zone, TimeOnly hour, DayOfWeek? weekday)
    {
        var first = zone.DayOf(moment).AddDays(-1);
        return Enumerable.Range(0, DaysLookedAt).Select(first.AddDays)
            .Where(day => weekday is null || day.DayOfWeek == weekday)
            .Select(day => zone.InstantOf(day.ToDateTime(hour)))
            .First(at => at >= moment);
    }
}
