using System.Text;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeDigest.Analysis;
using TradeDigest.Digests;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>The library as the functions use it, over real storage, without a host: the test takes the steps itself.</summary>
public sealed class TestPipeline : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestPipeline(ServiceProvider services) => _services = services;

    public StorageAccount Storage => Get<StorageAccount>();

    public DigestStore Digests => Get<DigestStore>();

    /// <summary>A pipeline on the storage as it is.</summary>
    public static async Task<TestPipeline> OpenAsync(Azurite azurite, TimeProvider? clock = null, Action<IServiceCollection>? change = null)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = azurite.ConnectionString })
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System).AddTradeDigest(settings);
        services.AddSingleton(azurite.Reader).AddSingleton<IAnalyst>(azurite.Analyst);
        change?.Invoke(services);
        var pipeline = new TestPipeline(services.BuildServiceProvider());
        await pipeline.Storage.CreateAsync(CancellationToken.None);
        return pipeline;
    }

    /// <summary>A pipeline on empty storage.</summary>
    public static async Task<TestPipeline> BeginAsync(Azurite azurite, TimeProvider? clock = null, Action<IServiceCollection>? change = null)
    {
        await azurite.ClearAsync();
        return await OpenAsync(azurite, clock, change);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task DropAsync(string name, string text, IDictionary<string, string>? metadata = null) => DropAsync(name, Encoding.UTF8.GetBytes(text), metadata);

    public async Task DropAsync(string name, byte[] content, IDictionary<string, string>? metadata = null) =>
        await Storage.Articles.GetBlobClient(name).UploadAsync(new BinaryData(content), new BlobUploadOptions { Metadata = metadata });

    /// <summary>Drops a file and takes both steps with it.</summary>
    public async Task TakeInAsync(string name, string text, IDictionary<string, string>? metadata = null)
    {
        await DropAsync(name, text, metadata);
        await IngestAsync(name);
        await SummarizeAllAsync();
    }

    public Task IngestAsync(string name) => Get<IngestStep>().RunAsync(name, CancellationToken.None);

    /// <summary>Summarises what waits. Returns the ids in the order of the queue.</summary>
    public async Task<IReadOnlyList<string>> SummarizeAllAsync()
    {
        var ids = new List<string>();
        while ((await Storage.ToSummarize.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                ids.Add(ArticleMessage.Read(message.Body.ToString()).Id);
                await Get<SummarizeStep>().RunAsync(message.Body.ToString(), CancellationToken.None);
                await Storage.ToSummarize.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return ids;
    }

    public Task<ClosedDigest> CloseAsync() => Get<DigestStep>().CloseAsync(CancellationToken.None);

    public Task<ClosedDigest?> TickAsync() => Get<DigestStep>().CloseIfDueAsync(CancellationToken.None);

    public async Task<Digest> DigestAsync(string id) => (await Digests.Digest(id).ReadAsync(CancellationToken.None))!.Value;

    public async Task<DigestPlan> PlanAsync(string id) => (await Digests.Plan(id).ReadAsync(CancellationToken.None))!.Value;

    /// <summary>Names of the blobs in a container, in order.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(Azure.Storage.Blobs.BlobContainerClient container, string? prefix = null) =>
        await container.GetBlobsAsync(prefix: prefix).Select(b => b.Name).ToListAsync();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
