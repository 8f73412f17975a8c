using TradeDigest.Pipeline;

namespace TradeDigest.Tests.Pipeline;

public sealed class DigestScheduleTests
{
    [Theory]
    [InlineData("Europe/London", "07:00", "2026-01-15", "2026-01-15T07:00Z")]
    [InlineData("Europe/London", "07:00", "2026-07-15", "2026-07-15T06:00Z")]
    [InlineData("Asia/Kolkata", "07:00", "2026-01-15", "2026-01-15T01:30Z")]
    [InlineData("America/Los_Angeles", "18:30", "2026-01-15", "2026-01-16T02:30Z")]
    [InlineData("Pacific/Kiritimati", "00:00", "2026-01-15", "2026-01-14T10:00Z")]
    public void A_digest_is_due_at_the_zones_own_hour(string zone, string time, string day, string due)
    {
        var schedule = Schedule(zone, time);

        Assert.Equal(Instant(due), schedule.DueAt(Day(day)));
    }

    [Theory]
    [InlineData("Europe/London", "01:30", "2026-03-29", "2026-03-29T01:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30Z")]
    public void An_hour_that_the_clock_skips_is_made_up_at_the_end_of_the_gap(string zone, string time, string day, string due)
    {
        Assert.Equal(Instant(due), Schedule(zone, time).DueAt(Day(day)));
    }

    [Fact]
    public void An_hour_that_comes_twice_counts_the_first_time()
    {
        Assert.Equal(Instant("2026-10-25T00:30Z"), Schedule("Europe/London", "01:30").DueAt(Day("2026-10-25")));
    }

    [Theory]
    [InlineData("2026-03-02T06:59Z", "2026-03-01")]
    [InlineData("2026-03-02T07:00Z", "2026-03-02")]
    [InlineData("2026-03-02T23:59Z", "2026-03-02")]
    public void The_latest_digest_that_is_due_is_todays_from_its_hour_on(string now, string day)
    {
        Assert.Equal(Day(day), Schedule("Europe/London", "07:00").LatestDue(Instant(now)));
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Tehran")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Auckland")]
    public void In_a_year_of_ticks_every_day_becomes_due_once_and_in_order(string zone)
    {
        foreach (string time in (string[])["00:00", "02:30", "07:00", "23:59"])
        {
            var schedule = Schedule(zone, time);
            var seen = new List<DateOnly>();
            for (var now = Instant("2026-01-01T00:00Z"); now < Instant("2027-01-01T00:00Z"); now += TimeSpan.FromMinutes(15))
            {
                var due = schedule.LatestDue(now);
                if (seen.Count == 0 || due != seen[^1])
                {
                    seen.Add(due);
                }
            }

            Assert.Equal(Enumerable.Range(0, seen.Count).Select(seen[0].AddDays), seen);
            Assert.InRange(seen.Count, 365, 366);
        }
    }

    [Fact]
    public void A_day_is_a_day_of_the_zone()
    {
        Assert.Equal(Day("2026-03-03"), Schedule("Asia/Tokyo", "07:00").DayOf(Instant("2026-03-02T15:00Z")));
    }

    private static DigestSchedule Schedule(string zone, string time) => new DigestOptions { TimeZone = zone, Time = time }.ToSchedule();

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
