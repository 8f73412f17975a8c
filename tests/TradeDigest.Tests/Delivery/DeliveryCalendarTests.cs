using System.Globalization;
using System.Net.Mail;
using TradeDigest.Delivery;
using TradeDigest.Pipeline;

namespace TradeDigest.Tests.Delivery;

public sealed class DeliveryCalendarTests
{
    [Theory]
    [InlineData("Europe/London", "07:00", "2026-01-15T07:00Z")]
    [InlineData("Europe/Paris", "07:30", "2026-01-16T06:30Z")]
    [InlineData("America/New_York", "06:30", "2026-01-15T11:30Z")]
    [InlineData("Pacific/Auckland", "07:00", "2026-01-15T18:00Z")]
    [InlineData("Pacific/Honolulu", "07:00", "2026-01-15T17:00Z")]
    [InlineData("Pacific/Kiritimati", "07:00", "2026-01-15T17:00Z")]
    public void A_days_digest_is_due_at_the_first_of_the_readers_hours_after_it(string zone, string hour, string due)
    {
        Assert.Equal(Instant(due), London.DueAt(Reader(zone, hour), Instant("2026-01-15T07:00Z"), asked: false));
    }

    [Fact]
    public void Readers_two_days_apart_get_it_within_one_day()
    {
        var moment = Instant("2026-06-10T06:00Z");

        var west = London.DueAt(Reader("Pacific/Pago_Pago", "07:00"), moment, asked: false);
        var east = London.DueAt(Reader("Pacific/Kiritimati", "07:00"), moment, asked: false);

        Assert.Equal((Instant("2026-06-10T18:00Z"), Instant("2026-06-10T17:00Z")), (west, east));
    }

    [Theory]
    [InlineData("Europe/London", "01:30", "2026-03-28T07:00Z", "2026-03-29T01:00Z", "an hour that is skipped")]
    [InlineData("Europe/London", "01:30", "2026-10-24T06:00Z", "2026-10-25T00:30Z", "an hour that comes twice")]
    [InlineData("America/New_York", "02:30", "2026-03-07T12:00Z", "2026-03-08T07:00Z", "an hour that is skipped")]
    [InlineData("America/New_York", "01:30", "2026-10-31T12:00Z", "2026-11-01T05:30Z", "an hour that comes twice")]
    [InlineData("Pacific/Apia", "07:00", "2011-12-29T18:00Z", "2011-12-30T17:00Z", "a day that is skipped")]
    public void Changes_of_the_clock_skip_nobody(string zone, string hour, string moment, string due, string what)
    {
        Assert.True(Instant(due) == London.DueAt(Reader(zone, hour), Instant(moment), asked: false), what);
    }

    [Fact]
    public void A_reader_without_an_hour_gets_it_at_once()
    {
        var moment = Instant("2026-01-15T07:00Z");

        Assert.Equal(moment, London.DueAt(Reader(null, null), moment, asked: false));
    }

    [Fact]
    public void A_digest_that_was_asked_for_is_due_at_once_to_daily_readers_and_on_their_day_to_weekly_ones()
    {
        var moment = Instant("2026-01-15T12:34Z");

        Assert.Equal(moment, London.DueAt(Reader("Asia/Tokyo", "07:00"), moment, asked: true));
        Assert.Equal(Instant("2026-01-18T22:00Z"), London.DueAt(Reader("Asia/Tokyo", "07:00", DayOfWeek.Monday), moment, asked: true));
    }

    [Theory]
    [InlineData("2026-01-19T07:00Z", "2026-01-19T07:00Z")]
    [InlineData("2026-01-19T07:01Z", "2026-01-26T07:00Z")]
    [InlineData("2026-01-20T07:00Z", "2026-01-26T07:00Z")]
    public void A_weekly_reader_without_an_hour_has_the_desks(string moment, string due)
    {
        Assert.Equal(Instant(due), London.DueAt(Reader(null, null, DayOfWeek.Monday), Instant(moment), asked: false));
    }

    [Theory]
    [InlineData("Europe/London", "America/Los_Angeles")]
    [InlineData("Europe/London", "America/Santiago")]
    [InlineData("Europe/London", "Africa/Cairo")]
    [InlineData("Europe/London", "Europe/Chisinau")]
    [InlineData("Europe/London", "Asia/Kathmandu")]
    [InlineData("Europe/London", "Australia/Lord_Howe")]
    [InlineData("Pacific/Auckland", "America/St_Johns")]
    [InlineData("America/Sao_Paulo", "Asia/Beirut")]
    public void In_a_year_every_day_of_a_reader_brings_one_digest_and_every_digest_comes_once(string desk, string zone)
    {
        foreach (string hour in (string[])["00:00", "02:30", "06:59", "23:59"])
        {
            var reader = Reader(zone, hour);
            var schedule = new DigestOptions { TimeZone = desk }.ToSchedule();
            var calendar = new DeliveryCalendar(schedule.Zone, schedule.Time);
            var first = new DateOnly(2026, 1, 1);
            var due = Enumerable.Range(0, 365).Select(d => schedule.DueAt(first.AddDays(d)))
                .Select(m => (Moment: m, Due: calendar.DueAt(reader, m, asked: false))).ToList();

            Assert.All(due, d => Assert.InRange(d.Due - d.Moment, TimeSpan.Zero, TimeSpan.FromHours(25)));
            Assert.Equal(due.Select(d => d.Due).Order(), due.Select(d => d.Due));

            // A digest just before a change of the clock may share the reader's hour with the next one; never is a day of the reader's left without.
            var days = due.Select(d => reader.Zone!.DayOf(d.Due)).Distinct().ToList();
            Assert.InRange(days.Count, 363, 366);
        }
    }

    [Theory]
    [InlineData("Europe/London", DayOfWeek.Monday)]
    [InlineData("Australia/Sydney", DayOfWeek.Monday)]
    [InlineData("Pacific/Honolulu", DayOfWeek.Friday)]
    [InlineData("America/Santiago", DayOfWeek.Sunday)]
    [InlineData("Africa/Casablanca", DayOfWeek.Wednesday)]
    public void In_a_year_a_weekly_reader_has_a_mail_a_week_in_which_each_digest_stands_once(string zone, DayOfWeek weekday)
    {
        // An hour that lies at the desk's own for part of the year, before or behind it for the rest.
        var reader = Reader(zone, "17:00", weekday);
        var schedule = new DigestOptions().ToSchedule();
        var first = new DateOnly(2026, 1, 1);
        var mails = Enumerable.Range(0, 364).Select(d => first.AddDays(d))
            .GroupBy(day => London.DueAt(reader, schedule.DueAt(day), asked: false)).ToList();

        Assert.All(mails.Skip(1).SkipLast(1), m => Assert.InRange(m.Count(), 6, 8));
        Assert.All(mails, m => Assert.Equal(weekday, reader.Zone!.DayOf(m.Key).DayOfWeek));
        Assert.InRange(mails.Count, 52, 54);
    }

    private static DeliveryCalendar London { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), new TimeOnly(7, 0));

    private static Recipient Reader(string? zone, string? hour, DayOfWeek? weekday = null) => new()
    {
        Address = new MailAddress("ana@example.org"),
        Source = "test",
        Zone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone),
        Hour = hour is null ? null : TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture),
        Weekday = weekday,
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
