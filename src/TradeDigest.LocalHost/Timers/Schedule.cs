using System.Globalization;
using NCrontab;

namespace TradeDigest.LocalHost.Timers;

/// <summary>When a timer is due, in UTC: an NCRONTAB expression of six fields (or five, without seconds), or a fixed span.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule? crontab;
    private readonly TimeSpan span;

    private Schedule(string text, CrontabSchedule? crontab, TimeSpan span)
    {
        Text = text;
        this.crontab = crontab;
        this.span = span;
    }

    /// <summary>The schedule as written.</summary>
    public string Text { get; }

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">Such as <c>0 */15 * * * *</c> or <c>00:15:00</c>.</param>
    /// <exception cref="LocalHostException">It is neither.</exception>
    public static Schedule Parse(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero)
        {
            return new Schedule(text, null, span);
        }

        var seconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = seconds }) is { } crontab
            ? new Schedule(text, crontab, TimeSpan.Zero)
            : throw new LocalHostException(
                $"The schedule '{text}' is no NCRONTAB expression of six fields (second minute hour day month weekday), nor a time span such as 00:15:00.");
    }

    /// <summary>The first time that is due after another.</summary>
    /// <param name="after">A time in UTC.</param>
    public DateTime Next(DateTime after) =>
        DateTime.SpecifyKind(crontab?.GetNextOccurrence(after) ?? after + span, DateTimeKind.Utc);

    /// <summary>Whether it runs more than once a minute; the real host keeps no state of such a timer.</summary>
    /// <param name="from">Some time in UTC.</param>
    public bool IsFasterThanAMinute(DateTime from)
    {
        var first = Next(from);
        return Next(first) - first < TimeSpan.FromMinutes(1);
    }
}
