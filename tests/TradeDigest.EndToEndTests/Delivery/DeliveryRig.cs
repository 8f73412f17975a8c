using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>A desk in London over real storage, with a clock and a mailer that the test holds.</summary>
public sealed class DeliveryRig : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly string[] _settings;

    private DeliveryRig(Azurite azurite, string[] settings) => (_azurite, _settings) = (azurite, settings);

    public TestClock Clock { get; } = new(Instant("2026-03-02T06:00Z"));

    public ScriptedMailer Mailer { get; } = new();

    public TestPipeline Pipeline { get; private set; } = null!;

    /// <summary>A rig on empty storage, on a Monday an hour before the desk's, with an article waiting to be told.</summary>
    /// <param name="azurite">The storage.</param>
    /// <param name="settings">The recipients of the settings.</param>
    /// <param name="change">Further settings.</param>
    public static async Task<DeliveryRig> BeginAsync(Azurite azurite, string[]? settings = null, Action<IServiceCollection>? change = null)
    {
        await azurite.ClearAsync();
        var rig = new DeliveryRig(azurite, settings ?? []);
        rig.Pipeline = await rig.OpenAsync(change);
        await rig.TickAsync();
        await rig.Pipeline.TakeInAsync("1.txt", Texts.Article(1));
        return rig;
    }

    /// <summary>Another host on the same storage.</summary>
    public Task<TestPipeline> OpenAsync(Action<IServiceCollection>? change = null) => TestPipeline.OpenAsync(_azurite, Clock, services =>
    {
        services.Configure<MailOptions>(options =>
        {
            foreach (string recipient in _settings)
            {
                options.Recipients.Add(recipient);
            }
        });
        services.Replace(ServiceDescriptor.Singleton<IMailer>(Mailer));
        change?.Invoke(services);
    });

    /// <summary>Sets a recipient by a blob.</summary>
    public async Task SetAsync(string name, string json) =>
        await Pipeline.Storage.Recipients.GetBlobClient(name).UploadAsync(new BinaryData(json), overwrite: true);

    /// <summary>Sets the clock and lets the timer look.</summary>
    public async Task TickAtAsync(string instant)
    {
        Clock.Now = Instant(instant);
        await TickAsync();
    }

    public Task TickAsync(CancellationToken cancellationToken = default) => Pipeline.Get<DigestStep>().CloseIfDueAsync(cancellationToken);

    /// <summary>The ledger's line of a digest and an address.</summary>
    public async Task<DeliveryRecord> LineAsync(string digest, string address)
    {
        var blob = Pipeline.Storage.Digests.GetBlobClient($"{digest}/deliveries/{KeyOf(address)}.json");
        return JsonSerializer.Deserialize((await blob.DownloadContentAsync()).Value.Content, TradeDigestJson.Readable.DeliveryRecord)!;
    }

    /// <summary>Writes a line as a host that died left it.</summary>
    public async Task LeaveLineAsync(string digest, string address, DeliveryRecord line) =>
        Assert.True(await Pipeline.Get<DeliveryLedger>().Line(digest, KeyOf(address)).TryCreateAsync(line, CancellationToken.None));

    public Task<DeliveryReport> ReportAsync(string digest) => Pipeline.Get<DeliveryReports>().OfAsync(digest, CancellationToken.None);

    /// <summary>The addresses that the mailer was given, in order, as often as it was.</summary>
    public IEnumerable<string> SentTo => Mailer.Sent.Select(m => m.To!.Address).Order(StringComparer.Ordinal);

    public static string KeyOf(string address) => Recipient.KeyOf(new MailAddress(address));

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Pipeline.DisposeAsync();
}
