using System.Text;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>Recipients as people set them in storage, over days.</summary>
[Collection(Azurite.Collection)]
public sealed class RecipientBlobTests(Azurite azurite)
{
    private const string Day = "2026-03-02";

    [Fact]
    public async Task A_file_that_is_no_recipient_costs_itself_alone_and_is_told_until_it_is_mended()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, ["ana@example.org"]);
        await rig.SetAsync("ben.json", """{"address": "ben@example.org", "hour": "7 o'clock"}""");
        await rig.SetAsync("cleo.json", """{"address": "cleo@example.org"}""");
        await rig.SetAsync("twice.json", """{"address": "ANA@example.org", "name": "Ana"}""");

        await rig.TickAtAsync("2026-03-02T07:00Z");

        Assert.Equal(["ANA@example.org", "cleo@example.org"], rig.SentTo);
        var told = await rig.Pipeline.Get<QuarantineStore>().FindAsync("recipients/ben.json", CancellationToken.None);
        Assert.Equal("The hour is none. Give hours and minutes, such as \"08:30\".", told!.Message);
        Assert.Equal(2, (await rig.Pipeline.Get<DeliveryReports>().HealthAsync(CancellationToken.None)).UnusableRecipients);
        await rig.SetAsync("ben.json", """{"address": "ben@example.org", "hour": "07:00"}""");
        await rig.TickAtAsync("2026-03-03T07:00Z");
        Assert.Null(await rig.Pipeline.Get<QuarantineStore>().FindAsync("recipients/ben.json", CancellationToken.None));
        Assert.Equal("ben@example.org", Assert.Single(rig.SentTo, a => a.StartsWith("ben", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reader_who_is_set_today_gets_no_digest_of_yesterday()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org"}""");
        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.SetAsync("ben.json", """{"address": "ben@example.org"}""");
        await rig.TickAtAsync("2026-03-02T08:00Z");
        await rig.TickAtAsync("2026-03-03T07:00Z");

        Assert.Equal(["ana@example.org", "ana@example.org", "ben@example.org"], rig.SentTo);
    }

    [Fact]
    public async Task A_reader_who_leaves_before_the_hour_gets_nothing_more()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org", "hour": "09:00"}""");
        await rig.SetAsync("ben.json", """{"address": "ben@example.org", "hour": "09:00"}""");
        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.Pipeline.Storage.Recipients.GetBlobClient("ana.json").DeleteAsync();
        await rig.SetAsync("ben.json", """{"address": "ben@example.org", "hour": "09:00", "unsubscribed": true}""");

        await rig.TickAtAsync("2026-03-02T09:00Z");

        Assert.Empty(rig.Mailer.Sent);
        Assert.Equal(new DeliveryReport(0, 0, 0, 0, 2, 0), await rig.ReportAsync(Day));
    }

    [Fact]
    public async Task A_file_that_is_broken_when_its_digest_is_due_has_two_days_to_be_mended()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org", "hour": "09:00"}""");
        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.SetAsync("ana.json", "{");
        await rig.TickAtAsync("2026-03-02T09:00Z");
        Assert.Equal(1, (await rig.ReportAsync(Day)).Waiting);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org", "hour": "09:00"}""");

        await rig.TickAtAsync("2026-03-02T10:15Z");

        Assert.Single(rig.Mailer.Sent);
    }

    [Fact]
    public async Task Readers_on_both_sides_of_the_date_line_have_each_day_at_their_hour()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("auckland.json", """{"address": "auckland@example.org", "timeZone": "Pacific/Auckland", "hour": "07:00"}""");
        await rig.SetAsync("honolulu.json", """{"address": "honolulu@example.org", "timeZone": "Pacific/Honolulu", "hour": "07:00"}""");
        var sentAt = new List<(string Address, DateTimeOffset At)>();
        rig.Mailer.OnSend = (mail, _) =>
        {
            sentAt.Add((mail.To!.User, rig.Clock.Now));
            return MailOutcome.Delivered;
        };

        for (var at = DeliveryRig.Instant("2026-03-02T07:00Z"); at < DeliveryRig.Instant("2026-03-04T07:00Z"); at = at.AddHours(1))
        {
            rig.Clock.Now = at;
            await rig.TickAsync();
        }

        Assert.Equal(
            [("honolulu", "2026-03-02T17:00Z"), ("auckland", "2026-03-02T18:00Z"), ("honolulu", "2026-03-03T17:00Z"), ("auckland", "2026-03-03T18:00Z")],
            sentAt.Select(s => (s.Address, s.At.ToString("yyyy-MM-ddTHH:mmZ", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task A_weekly_reader_has_one_mail_that_tells_the_week_as_one_and_comes_the_same_when_tried_again()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, ["daily@example.org"]);
        await rig.SetAsync("week.json", """{"address": "week@example.org", "every": "week", "weekday": "friday", "hour": "12:00"}""");
        bool busy = true;
        rig.Mailer.OnSend = (mail, _) => mail.To!.User == "week" && busy ? MailOutcome.Deferred("Busy.") : MailOutcome.Delivered;
        for (int day = 2; day <= 6; day++)
        {
            await rig.TickAtAsync($"2026-03-0{day}T07:00Z");
            await rig.Pipeline.TakeInAsync($"{day}.txt", Texts.Article(day));
        }

        Assert.DoesNotContain(rig.Mailer.Sent, m => m.To!.User == "week");
        Assert.Equal(1, (await rig.ReportAsync("2026-03-06")).Weekly);
        await rig.TickAtAsync("2026-03-06T12:00Z");
        busy = false;
        await rig.TickAtAsync("2026-03-07T07:00Z");

        var mails = rig.Mailer.Sent.Where(m => m.To!.User == "week").ToList();
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(m => (m.MessageId, m.Subject, m.Text)).Distinct());
        Assert.StartsWith("The week: ", mails[0].Subject, StringComparison.Ordinal);
        Assert.Contains("Your weekly digest: all that 5 daily digests told", mails[0].Text, StringComparison.Ordinal);
        var week = await rig.Pipeline.DigestAsync(mails[0].DigestId);
        Assert.Equal((5, "2026-03-06"), (week.Figures.Articles, week.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(1, (await rig.ReportAsync("2026-03-07")).Weekly);
    }

    [Fact]
    public async Task A_digest_that_is_asked_for_goes_out_at_once_and_is_in_the_week_too()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org", "timeZone": "Asia/Tokyo", "hour": "07:00"}""");
        await rig.SetAsync("week.json", """{"address": "week@example.org", "every": "week", "weekday": "tuesday"}""");

        await rig.Pipeline.CloseAsync();
        Assert.Equal(["ana@example.org"], rig.SentTo);
        await rig.TickAtAsync("2026-03-03T07:00Z");

        Assert.Contains(rig.Mailer.Sent, m => m.To!.User == "week" && m.Text.Contains("2 daily digests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_reader_is_interested_in_comes_first_and_the_rest_is_there_too()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, ["all@example.org"]);
        await rig.Pipeline.TakeInAsync("palm.txt", "KENYA CUTS TARIFF ON TEA\n\nNairobi, 1 March 2026\n\nKenya cut its tariff on tea from Uganda from 25% to 10% on 1 March 2026, the ministry said.");
        await rig.Pipeline.TakeInAsync("steel.txt", "STEELMAKERS WIN PROTECTION AGAINST CHEAP COILS\n\nMills in Hamilton had complained for a year of being undersold. Now Canada has raised its tariff on Mexican steel to 20% from 5%.");
        await rig.SetAsync("kenya.json", """{"address": "kenya@example.org", "interests": {"parties": ["Kenya"], "commodities": ["tea"]}}""");
        await rig.SetAsync("canada.json", """{"address": "canada@example.org", "interests": {"parties": ["MX"], "commodities": ["steel"]}}""");

        await rig.TickAtAsync("2026-03-02T07:00Z");

        string Mail(string user) => rig.Mailer.Sent.Single(m => m.To!.User == user).Text;
        Assert.StartsWith("1. KENYA", Numbered(Mail("kenya"))[0], StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("1. STEELMAKERS", Numbered(Mail("canada"))[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("on your interests (Kenya, tea)", Mail("kenya").ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(Numbered(Mail("all")).Select(Title).Order(StringComparer.Ordinal), Numbered(Mail("kenya")).Select(Title).Order(StringComparer.Ordinal));
        Assert.Contains("Ken", rig.Mailer.Sent.Single(m => m.To!.User == "kenya").Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nobody_set_the_outbox_has_one_mail_for_nobody()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("1.txt", Texts.Article(1));

        string id = (await pipeline.CloseAsync()).Id;

        Assert.Equal([$"{id}/digest.eml"], await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
        string mail = Encoding.ASCII.GetString((await pipeline.Storage.Outbox.GetBlobClient($"{id}/digest.eml").DownloadContentAsync()).Value.Content.ToArray());
        Assert.DoesNotContain("\r\nTo:", mail, StringComparison.Ordinal);
    }

    private static List<string> Numbered(string text) => [.. text.Split('\n').Where(l => l.Length > 3 && char.IsAsciiDigit(l[0]) && l[1..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').StartsWith(". ", StringComparison.Ordinal))];

    private static string Title(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
