using System.Net.Mail;
using TradeDigest.Delivery;
using TradeDigest.Pipeline;

namespace TradeDigest.Tests.Delivery;

/// <summary>The schedule of a desk and its readers over a year of a simulated clock, in memory.</summary>
public sealed class OpenDeliveriesTests
{
    private static readonly string[] Zones =
        ["Europe/London", "America/New_York", "America/Santiago", "Africa/Cairo", "Asia/Kolkata", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati"];

    private static readonly DayOfWeek?[] Weekdays = [null, DayOfWeek.Monday];

    [Fact]
    public void Over_a_year_with_outages_and_a_clock_set_back_every_reader_has_each_digest_once()
    {
        var desk = new Desk();
        var start = Instant("2026-01-01T00:00Z");
        for (var now = start; now < Instant("2027-01-01T00:00Z"); now += TimeSpan.FromMinutes(30))
        {
            // Off for a night, for a day and for five days; each change of the clock in Europe and America lies in the year as it is.
            if (!IsOff(now, "2026-02-10T05:00Z", "2026-02-10T11:00Z") && !IsOff(now, "2026-03-29T00:00Z", "2026-03-30T00:30Z") && !IsOff(now, "2026-07-03T03:00Z", "2026-07-08T09:00Z"))
            {
                desk.Look(now);
            }

            // In September the clock is wrong for two days: it goes back by two, looks, and is put right.
            if (now == Instant("2026-09-10T12:00Z"))
            {
                desk.Look(now - TimeSpan.FromDays(2));
                desk.Look(now - TimeSpan.FromDays(1));
            }
        }

        var late = Instant("2027-01-10T00:00Z");
        desk.Send(late);
        Assert.InRange(desk.Made.Count, 358, 362);
        Assert.All(desk.Readers, reader => Assert.Equal(desk.Made, desk.Sent[reader.Key].SelectMany(m => m.Digests).Order(StringComparer.Ordinal)));
        Assert.Empty(desk.Open.Digests);
    }

    [Fact]
    public void Over_a_year_a_weekly_reader_has_a_mail_a_week()
    {
        var desk = new Desk();
        for (var now = Instant("2026-01-01T00:00Z"); now < Instant("2027-01-01T00:00Z"); now += TimeSpan.FromMinutes(30))
        {
            desk.Look(now);
        }

        Assert.All(desk.Readers.Where(r => r.Weekday is not null), r => Assert.InRange(desk.Sent[r.Key].Count, 51, 53));
        Assert.All(desk.Readers.Where(r => r.Weekday is not null), r => Assert.All(desk.Sent[r.Key].Skip(1), m => Assert.InRange(m.Digests.Count, 6, 8)));
        Assert.All(desk.Readers.Where(r => r.Weekday is null), r => Assert.All(desk.Sent[r.Key], m => Assert.Single(m.Digests)));
    }

    [Fact]
    public void A_digest_is_put_in_once_also_when_all_have_it()
    {
        var now = Instant("2026-01-01T07:00Z");
        var digest = new OpenDigest("2026-01-01", null, [new("a", now, now, Weekly: false)]);
        var settled = OpenDeliveries.None.Open(digest).Settle(new DueIssue(["2026-01-01"], false, ["a"]), ["a"], [], now);

        Assert.Empty(settled.Open(digest).Digests);
    }

    [Fact]
    public void A_failure_is_counted_once_and_for_a_week()
    {
        var now = Instant("2026-01-01T07:00Z");
        var issue = new DueIssue(["2026-01-01"], Weekly: false, ["a"]);
        var open = OpenDeliveries.None.Open(new OpenDigest("2026-01-01", null, [new("a", now, now, Weekly: false), new("b", now, now, Weekly: false)]));

        var once = open.Settle(issue, ["a"], ["a"], now);
        var twice = once.Settle(issue, ["a"], ["a"], now);
        var later = twice.Settle(issue, ["b"], [], now.AddDays(8));

        Assert.Equal([1, 1, 0], new[] { once, twice, later }.Select(o => o.Failed.Sum(f => f.Count)));
    }

    [Fact]
    public void What_is_put_off_is_not_due_before_its_time()
    {
        var now = Instant("2026-01-01T07:00Z");
        var open = OpenDeliveries.None.Open(new OpenDigest("2026-01-01", null, [new("a", now, now, Weekly: false), new("b", now, now, Weekly: false)]));
        var issue = Assert.Single(open.DueBy(now));

        var later = open.Postpone(issue, new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { ["a"] = now.AddMinutes(10) });

        Assert.Equal(["b"], Assert.Single(later.DueBy(now)).Keys);
        Assert.Equal(["a", "b"], Assert.Single(later.DueBy(now.AddMinutes(10))).Keys);
        Assert.Equal(2, later.Waiting());
    }

    private static bool IsOff(DateTimeOffset now, string from, string to) => now >= Instant(from) && now < Instant(to);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A desk as the pipeline runs it: a look makes the digest that is due, then sends what is due.</summary>
    private sealed class Desk
    {
        private readonly DigestSchedule _schedule = new DigestOptions().ToSchedule();
        private DateOnly? _scheduledFor;

        public Desk()
        {
            var hours = new[] { new TimeOnly(2, 15), new TimeOnly(7, 0), new TimeOnly(23, 59) };
            Readers = [.. Zones.SelectMany(z => hours.SelectMany(h => Weekdays.Select(w => new Recipient
            {
                Address = new MailAddress($"{Guid.NewGuid():N}@example.org"), Source = "test", Zone = TimeZoneInfo.FindSystemTimeZoneById(z), Hour = h, Weekday = w,
            })))];
            Sent = Readers.ToDictionary(r => r.Key, _ => new List<DueIssue>(), StringComparer.Ordinal);
        }

        public IReadOnlyList<Recipient> Readers { get; }

        public OpenDeliveries Open { get; private set; } = OpenDeliveries.None;

        public List<string> Made { get; } = [];

        public Dictionary<string, List<DueIssue>> Sent { get; }

        public void Look(DateTimeOffset now)
        {
            var due = _schedule.LatestDue(now);
            if (_scheduledFor is null || _scheduledFor < due)
            {
                if (_scheduledFor is not null)
                {
                    var calendar = new DeliveryCalendar(_schedule.Zone, _schedule.Time);
                    string id = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                    Open = Open.Open(new OpenDigest(id, null, [.. Readers.Select(r => (r.Key, At: calendar.DueAt(r, _schedule.DueAt(due), asked: false), Weekly: r.Weekday is not null))
                        .Select(r => new OpenDelivery(r.Key, r.At, r.At, r.Weekly))]));
                    Made.Add(id);
                }

                _scheduledFor = due;
            }

            Send(now);
        }

        public void Send(DateTimeOffset now)
        {
            foreach (var issue in Open.DueBy(now))
            {
                foreach (string key in issue.Keys)
                {
                    Sent[key].Add(issue);
                }

                Open = Open.Settle(issue, issue.Keys.ToList(), [], now);
            }
        }
    }
}
