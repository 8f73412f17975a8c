using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Delivery;

[Collection(Azurite.Collection)]
public sealed class DigestDeliveryTests(Azurite azurite)
{
    private const string Ana = "Ana <ana@example.org>";
    private const string Ben = "ben@example.org";

    [Fact]
    public async Task Each_recipient_has_a_mail_and_a_line_in_the_ledger_and_neither_shows_the_address_in_its_name()
    {
        await using var pipeline = await BeginAsync([Ana, Ben]);

        string id = (await pipeline.CloseAsync()).Id;

        string[] keys = [.. new[] { Ana, Ben }.Select(DigestDelivery.KeyOf).Order(StringComparer.Ordinal)];
        Assert.Equal(keys.Select(k => $"{id}/{k}.eml"), await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
        Assert.Equal(keys.Select(k => $"{id}/deliveries/{k}.json"), await TestPipeline.NamesAsync(pipeline.Storage.Digests, $"{id}/deliveries/"));
        Assert.Contains("ben@example.org", await MailAsync(pipeline, id, Ben), StringComparison.Ordinal);
        Assert.DoesNotContain("ben@example.org", await MailAsync(pipeline, id, Ana), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_who_is_set_twice_gets_one_mail()
    {
        await using var pipeline = await BeginAsync([Ben, "BEN@example.org", Ben]);

        await pipeline.CloseAsync();

        Assert.Single(await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
    }

    [Fact]
    public async Task A_delivery_that_died_before_the_mailer_took_it_is_made_up_once()
    {
        var mailer = new FailingMailer(handsOn: false);
        await using var pipeline = await BeginAsync([Ben], mailer);
        await Assert.ThrowsAsync<TimeoutException>(pipeline.CloseAsync);

        await pipeline.CloseAsync();
        string id = (await pipeline.CloseAsync()).Id;

        Assert.Equal(2, mailer.Calls);
        Assert.Equal((DeliveryState.Delivered, 2), await LedgerAsync(pipeline, id, Ben));
        Assert.Single(await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
    }

    [Fact]
    public async Task A_mail_that_was_handed_on_before_its_sender_died_lies_in_the_outbox_unchanged()
    {
        var mailer = new FailingMailer(handsOn: true);
        await using var pipeline = await BeginAsync([Ben], mailer);
        await Assert.ThrowsAsync<TimeoutException>(pipeline.CloseAsync);
        string name = (await TestPipeline.NamesAsync(pipeline.Storage.Outbox)).Single();
        var before = (await pipeline.Storage.Outbox.GetBlobClient(name).GetPropertiesAsync()).Value.ETag;

        string id = (await pipeline.CloseAsync()).Id;

        Assert.Equal(before, (await pipeline.Storage.Outbox.GetBlobClient(name).GetPropertiesAsync()).Value.ETag);
        Assert.Equal((DeliveryState.Delivered, 2), await LedgerAsync(pipeline, id, Ben));
    }

    [Fact]
    public async Task Who_has_the_digest_is_not_sent_it_again_when_another_delivery_is_made_up()
    {
        var mailer = new FailingMailer(handsOn: false, failingCall: 2);
        await using var pipeline = await BeginAsync([Ana, Ben], mailer);
        await Assert.ThrowsAsync<TimeoutException>(pipeline.CloseAsync);

        string id = (await pipeline.CloseAsync()).Id;

        Assert.Equal(3, mailer.Calls);
        Assert.Equal((DeliveryState.Delivered, 1), await LedgerAsync(pipeline, id, Ana));
        Assert.Equal((DeliveryState.Delivered, 2), await LedgerAsync(pipeline, id, Ben));
    }

    [Fact]
    public async Task A_damaged_line_of_the_ledger_is_written_anew()
    {
        var mailer = new FailingMailer(handsOn: true);
        await using var pipeline = await BeginAsync([Ben], mailer);
        await Assert.ThrowsAsync<TimeoutException>(pipeline.CloseAsync);
        string line = (await pipeline.Storage.Digests.GetBlobsAsync().Select(b => b.Name).ToListAsync()).Single(n => n.Contains("/deliveries/", StringComparison.Ordinal));
        await pipeline.Storage.Digests.GetBlobClient(line).UploadAsync(new BinaryData("{"), overwrite: true);

        string id = (await pipeline.CloseAsync()).Id;

        Assert.Equal((DeliveryState.Delivered, 1), await LedgerAsync(pipeline, id, Ben));
        Assert.Single(await TestPipeline.NamesAsync(pipeline.Storage.Outbox));
    }

    private async Task<TestPipeline> BeginAsync(string[] recipients, FailingMailer? mailer = null)
    {
        var pipeline = await TestPipeline.BeginAsync(azurite, change: services =>
        {
            services.Configure<MailOptions>(options =>
            {
                foreach (string recipient in recipients)
                {
                    options.Recipients.Add(recipient);
                }
            });
            if (mailer is not null)
            {
                services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer));
            }
        });
        if (mailer is not null)
        {
            mailer.Outbox = new OutboxMailer(pipeline.Storage.Outbox);
        }

        await pipeline.TakeInAsync("1.txt", Texts.Article(1));
        return pipeline;
    }

    private static async Task<(DeliveryState State, int Tries)> LedgerAsync(TestPipeline pipeline, string id, string recipient)
    {
        var blob = pipeline.Storage.Digests.GetBlobClient($"{id}/deliveries/{DigestDelivery.KeyOf(recipient)}.json");
        var record = JsonSerializer.Deserialize((await blob.DownloadContentAsync()).Value.Content, TradeDigestJson.Readable.DeliveryRecord)!;
        return (record.State, record.Tries);
    }

    private static async Task<string> MailAsync(TestPipeline pipeline, string id, string recipient) =>
        (await pipeline.Storage.Outbox.GetBlobClient($"{id}/{DigestDelivery.KeyOf(recipient)}.eml").DownloadContentAsync()).Value.Content.ToString();

    /// <summary>Dies at one call, before or after the mail is in the outbox.</summary>
    private sealed class FailingMailer(bool handsOn, int failingCall = 1) : IMailer
    {
        public OutboxMailer? Outbox { get; set; }

        public int Calls { get; private set; }

        public string Name => "failing";

        public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            bool fails = ++Calls == failingCall;
            var outcome = !fails || handsOn ? await Outbox!.SendAsync(mail, cancellationToken) : null;
            return fails ? throw new TimeoutException("The mailer is gone.") : outcome!;
        }

        public Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken) => Outbox!.AskAsync(mail, cancellationToken);
    }
}
