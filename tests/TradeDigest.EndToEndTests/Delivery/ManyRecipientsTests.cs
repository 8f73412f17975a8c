using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Pipeline;

namespace TradeDigest.EndToEndTests.Delivery;

[Collection(Azurite.Collection)]
public sealed class ManyRecipientsTests(Azurite azurite)
{
    private const string Day = "2026-03-02";

    [Fact]
    public async Task Of_a_thousand_recipients_each_has_it_once_though_a_host_dies_half_way_and_the_refused_are_told()
    {
        // Every twentieth address is refused, every twentieth other one is busy at first.
        var recipients = Enumerable.Range(0, 1000).Select(i => $"reader{i}@example.org").ToArray();
        await using var rig = await DeliveryRig.BeginAsync(azurite, recipients);
        using var death = new CancellationTokenSource();
        rig.Mailer.OnSend = (mail, time) =>
        {
            if (rig.Mailer.Sent.Count == 500)
            {
                death.Cancel();
            }

            return Fate(NumberOf(mail), time);
        };
        rig.Mailer.OnAsk = mail => rig.Mailer.Sent.Any(m => m.MessageId == mail.MessageId) ? Fate(NumberOf(mail), time: 1) : MailOutcome.Deferred("It has not come.");

        rig.Clock.Now = DeliveryRig.Instant("2026-03-02T07:00Z");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.TickAsync(death.Token));
        Assert.InRange(rig.Mailer.Sent.Count, 500, 510);
        await rig.TickAtAsync("2026-03-02T07:15Z");
        await rig.TickAtAsync("2026-03-02T07:30Z");
        await rig.TickAtAsync("2026-03-02T08:00Z");

        Assert.Equal(new DeliveryReport(0, 0, 950, 50, 0, 0), await rig.ReportAsync(Day));
        Assert.Equal(50, (await rig.Pipeline.Get<DeliveryReports>().HealthAsync(CancellationToken.None)).Failed);
        var times = rig.Mailer.Sent.CountBy(NumberOf).ToDictionary();
        Assert.Equal(1000, times.Count);

        // One more than once: those who were told to come again; and of those whose outcome died with the host, none where the mailer knows.
        Assert.All(times, t => Assert.InRange(t.Value, 1, t.Key % 20 == 1 ? 2 : 1));
    }

    private static int NumberOf(OutgoingMail mail) => int.Parse(mail.To!.User["reader".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static MailOutcome Fate(int number, int time) =>
        number % 20 == 0 ? MailOutcome.Refused("No such mailbox.") : number % 20 == 1 && time == 1 ? MailOutcome.Deferred("Busy.") : MailOutcome.Delivered;

    [Fact]
    public async Task Two_hosts_at_once_send_each_mail_once()
    {
        var recipients = Enumerable.Range(0, 60).Select(i => $"reader{i}@example.org").ToArray();
        await using var rig = await DeliveryRig.BeginAsync(azurite, recipients);
        await using var other = await rig.OpenAsync();
        rig.Clock.Now = DeliveryRig.Instant("2026-03-02T07:00Z");

        await Task.WhenAll(rig.TickAsync(), other.Get<DigestStep>().CloseIfDueAsync(CancellationToken.None));
        await rig.TickAtAsync("2026-03-02T07:15Z");

        Assert.Equal(recipients.Order(StringComparer.Ordinal), rig.SentTo);
        Assert.Equal(60, (await rig.ReportAsync(Day)).Delivered);
    }

    [Fact]
    public async Task Who_unsubscribes_while_the_others_are_served_gets_no_more()
    {
        var recipients = Enumerable.Range(0, 40).Select(i => $"reader{i}@example.org").ToArray();
        await using var rig = await DeliveryRig.BeginAsync(azurite, recipients);
        rig.Mailer.OnSend = (_, _) =>
        {
            rig.Pipeline.Storage.Recipients.GetBlobClient($"{Unsubscriptions.Folder}{DeliveryRig.KeyOf(recipients[^1])}.json").Upload(BinaryData.FromString("{}"), overwrite: true);
            return MailOutcome.Delivered;
        };

        await rig.TickAtAsync("2026-03-02T07:00Z");

        Assert.Equal(recipients[..^1].Order(StringComparer.Ordinal), rig.SentTo);
        Assert.Equal(DeliveryState.Withdrawn, (await rig.LineAsync(Day, recipients[^1])).State);
    }

    [Fact]
    public async Task A_look_at_which_nothing_is_due_reads_no_recipient_and_no_line()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org", "timeZone": "Pacific/Auckland", "hour": "07:00"}""");
        await rig.TickAtAsync("2026-03-02T07:00Z");

        // Were it read, it would be put into quarantine.
        await rig.SetAsync("broken.json", "{");
        await rig.TickAtAsync("2026-03-02T07:15Z");
        Assert.Empty(await TestPipeline.NamesAsync(rig.Pipeline.Storage.Quarantine));
        await rig.TickAtAsync("2026-03-02T18:00Z");

        Assert.Equal(["recipients/broken.json.json"], await TestPipeline.NamesAsync(rig.Pipeline.Storage.Quarantine));
        Assert.Single(rig.Mailer.Sent);
    }
}
