using System.Globalization;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>The ledger's line: what becomes of it by what the mailer answers, and by where a host dies.</summary>
[Collection(Azurite.Collection)]
public sealed class DigestDeliveryTests(Azurite azurite)
{
    private const string Day = "2026-03-02";
    private const string Ana = "ana@example.org";
    private const string Ben = "ben@example.org";

    private static readonly DateTimeOffset AtSeven = DeliveryRig.Instant("2026-03-02T07:00Z");

    [Fact]
    public async Task Each_recipient_has_a_line_in_the_ledger_and_one_look_more_changes_nothing()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, ["Ana <ana@example.org>", Ben, "BEN@example.org"]);

        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.TickAtAsync("2026-03-02T07:15Z");

        Assert.Equal([Ana, Ben], rig.SentTo);
        Assert.Equal((DeliveryState.Delivered, 1), (await StateAsync(rig, Ana)));
        Assert.Equal(new DeliveryReport(0, 0, 2, 0, 0, 0), await rig.ReportAsync(Day));
        var names = await TestPipeline.NamesAsync(rig.Pipeline.Storage.Digests);
        Assert.DoesNotContain(names, n => n.Contains("example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_fails_that_recipient_at_once_and_holds_up_no_other()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana, Ben]);
        rig.Mailer.OnSend = (mail, _) => mail.To!.Address == Ana ? MailOutcome.Refused("No such mailbox.") : MailOutcome.Delivered;

        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.TickAtAsync("2026-03-02T12:00Z");

        Assert.Equal([Ana, Ben], rig.SentTo);
        Assert.Equal((DeliveryState.Failed, "No such mailbox."), ((await rig.LineAsync(Day, Ana)).State, (await rig.LineAsync(Day, Ana)).Reason));
        Assert.Equal(new DeliveryReport(0, 0, 1, 1, 0, 0), await rig.ReportAsync(Day));
        Assert.Equal(1, (await rig.Pipeline.Get<DeliveryReports>().HealthAsync(CancellationToken.None)).Failed);
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again_after_a_pause_until_it_has_passed()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana]);
        rig.Mailer.OnSend = (_, time) => time < 3 ? MailOutcome.Deferred("Busy.") : MailOutcome.Delivered;

        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.TickAtAsync("2026-03-02T07:05Z");
        Assert.Single(rig.Mailer.Sent);
        Assert.Equal(new DeliveryReport(1, 0, 0, 0, 0, 0), await rig.ReportAsync(Day));
        await rig.TickAtAsync("2026-03-02T07:15Z");
        await rig.TickAtAsync("2026-03-02T07:45Z");
        await rig.TickAtAsync("2026-03-02T12:45Z");

        Assert.Equal((DeliveryState.Delivered, 3), await StateAsync(rig, Ana));
        Assert.Equal(0, rig.Mailer.Asked);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana]);
        rig.Mailer.OnSend = (_, time) => time == 1 ? MailOutcome.Deferred("Later.", TimeSpan.FromHours(3)) : MailOutcome.Delivered;

        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.TickAtAsync("2026-03-02T09:45Z");
        Assert.Single(rig.Mailer.Sent);
        await rig.TickAtAsync("2026-03-02T10:00Z");

        Assert.Equal(2, rig.Mailer.Sent.Count);
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_in_two_days_fails_and_is_told()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana]);
        rig.Mailer.OnSend = (_, _) => MailOutcome.Deferred("Busy.");

        for (var at = AtSeven; at <= AtSeven.AddHours(53); at = at.AddHours(1))
        {
            await rig.TickAtAsync(at.ToString("O", CultureInfo.InvariantCulture));
        }

        var line = await rig.LineAsync(Day, Ana);
        Assert.Equal(DeliveryState.Failed, line.State);
        Assert.Equal("Busy. It was tried for two days.", line.Reason);
        Assert.InRange(line.Tries, 10, 20);
    }

    [Fact]
    public async Task A_fault_of_the_server_costs_the_first_mails_a_try_and_no_others()
    {
        var many = Enumerable.Range(0, 40).Select(i => $"r{i}@example.org").ToArray();
        await using var rig = await DeliveryRig.BeginAsync(azurite, many);
        rig.Mailer.OnSend = (_, _) => MailOutcome.Deferred("The password is wrong.", forAll: true);

        await rig.TickAtAsync("2026-03-02T07:00Z");
        Assert.InRange(rig.Mailer.Sent.Count, 1, 8);
        rig.Mailer.OnSend = (_, _) => MailOutcome.Delivered;
        await rig.TickAtAsync("2026-03-02T07:30Z");

        Assert.Equal(many.Length, (await rig.ReportAsync(Day)).Delivered);
    }

    [Fact]
    public async Task A_mail_that_was_taken_is_asked_after_until_it_is_delivered()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana]);
        rig.Mailer.OnSend = (_, _) => MailOutcome.Accepted(TimeSpan.FromMinutes(1));
        rig.Mailer.OnAsk = _ => MailOutcome.Accepted();

        await rig.TickAtAsync("2026-03-02T07:00Z");
        Assert.Equal(new DeliveryReport(0, 1, 0, 0, 0, 0), await rig.ReportAsync(Day));
        await rig.TickAtAsync("2026-03-02T07:15Z");
        rig.Mailer.OnAsk = _ => MailOutcome.Deferred("No answer.", forAll: true);
        await rig.TickAtAsync("2026-03-02T07:30Z");
        Assert.Equal(DeliveryState.Accepted, (await rig.LineAsync(Day, Ana)).State);
        rig.Mailer.OnAsk = _ => MailOutcome.Delivered;
        await rig.TickAtAsync("2026-03-02T10:45Z");

        Assert.Equal((DeliveryState.Delivered, 1), await StateAsync(rig, Ana));
        Assert.Single(rig.Mailer.Sent);
    }

    [Fact]
    public async Task A_host_that_died_after_its_claim_is_made_up_for_once_its_claim_has_run_out()
    {
        await using var rig = await BeginForTenPastAsync();
        await rig.LeaveLineAsync(Day, Ana, new DeliveryRecord(DeliveryState.Claimed, 1, AtSeven.AddMinutes(10)) { Doubtful = 1 });
        rig.Mailer.OnAsk = _ => MailOutcome.Deferred("It has not come.");

        await rig.TickAtAsync("2026-03-02T07:15Z");
        Assert.Empty(rig.Mailer.Sent);
        await rig.TickAtAsync("2026-03-02T07:30Z");

        Assert.Equal((DeliveryState.Delivered, 2), await StateAsync(rig, Ana));
        Assert.Single(rig.Mailer.Sent);
    }

    [Fact]
    public async Task A_host_that_died_when_the_mail_was_handed_on_sends_no_second_where_the_mailer_can_tell()
    {
        await using var rig = await BeginForTenPastAsync();
        await rig.LeaveLineAsync(Day, Ana, new DeliveryRecord(DeliveryState.Claimed, 1, AtSeven.AddMinutes(10)) { Doubtful = 1 });
        rig.Mailer.OnAsk = _ => MailOutcome.Delivered;

        await rig.TickAtAsync("2026-03-02T07:30Z");

        Assert.Empty(rig.Mailer.Sent);
        Assert.Equal((DeliveryState.Delivered, 1), await StateAsync(rig, Ana));
    }

    [Fact]
    public async Task Where_the_mailer_cannot_tell_the_same_message_is_sent_three_times_at_most()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana]);
        rig.Mailer.OnSend = (_, _) => MailOutcome.Unknown("The connection broke.");

        for (int hour = 0; hour < 20; hour++)
        {
            await rig.TickAtAsync(AtSeven.AddHours(hour).ToString("O", CultureInfo.InvariantCulture));
        }

        Assert.Equal(3, rig.Mailer.Sent.Count);
        Assert.Single(rig.Mailer.Sent.Select(m => (m.MessageId, m.Html)).Distinct());
        Assert.Equal("The connection broke. It was sent 3 times, and whether it came cannot be known.", (await rig.LineAsync(Day, Ana)).Reason);
    }

    [Fact]
    public async Task A_mailer_that_throws_costs_its_own_recipient_a_try()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana, Ben]);
        rig.Mailer.OnSend = (mail, time) => mail.To!.Address == Ana && time == 1 ? throw new InvalidOperationException("A fault of the mailer.") : MailOutcome.Delivered;

        await rig.TickAtAsync("2026-03-02T07:00Z");
        await rig.TickAtAsync("2026-03-02T07:30Z");

        Assert.Equal([Ana, Ana, Ben], rig.SentTo);
        Assert.Equal(2, (await rig.ReportAsync(Day)).Delivered);
    }

    [Fact]
    public async Task A_damaged_line_is_settled_as_one_of_which_nothing_is_known()
    {
        await using var rig = await BeginForTenPastAsync();
        await rig.Pipeline.Storage.Digests.GetBlobClient($"{Day}/deliveries/{DeliveryRig.KeyOf(Ana)}.json").UploadAsync(new BinaryData("{"));

        await rig.TickAtAsync("2026-03-02T07:15Z");

        Assert.Equal(1, rig.Mailer.Asked);
        Assert.Single(rig.Mailer.Sent);
        Assert.Equal(DeliveryState.Delivered, (await rig.LineAsync(Day, Ana)).State);
    }

    [Fact]
    public async Task An_index_that_is_lost_is_made_anew_and_nobody_gets_a_digest_twice()
    {
        await using var rig = await DeliveryRig.BeginAsync(azurite, [Ana, Ben]);
        rig.Mailer.OnSend = (mail, time) => mail.To!.Address == Ana && time == 1 ? MailOutcome.Deferred("Busy.") : MailOutcome.Delivered;
        await rig.TickAtAsync("2026-03-02T07:00Z");

        await rig.Pipeline.Storage.Digests.GetBlobClient("deliveries.json").DeleteAsync();
        await rig.TickAtAsync("2026-03-02T07:30Z");

        Assert.Equal([Ana, Ana, Ben], rig.SentTo);
        Assert.Equal(new DeliveryReport(0, 0, 2, 0, 0, 0), await rig.ReportAsync(Day));
    }

    /// <summary>A rig in which the digest is made, and owed to Ana from ten past on.</summary>
    private async Task<DeliveryRig> BeginForTenPastAsync()
    {
        var rig = await DeliveryRig.BeginAsync(azurite);
        await rig.SetAsync("ana.json", """{"address": "ana@example.org", "hour": "07:10"}""");
        await rig.TickAtAsync("2026-03-02T07:00Z");
        Assert.Empty(rig.Mailer.Sent);
        return rig;
    }

    private static async Task<(DeliveryState State, int Tries)> StateAsync(DeliveryRig rig, string address)
    {
        var line = await rig.LineAsync(Day, address);
        return (line.State, line.Tries);
    }
}
