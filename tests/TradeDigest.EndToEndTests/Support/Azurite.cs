using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.LocalHost.Azurite;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>A storage emulator on free ports, for all tests of the collection one after the other; each begins with an empty account.</summary>
public sealed class Azurite : IAsyncLifetime
{
    public const string Collection = "Azurite";

    private readonly string _folder = Directory.CreateTempSubdirectory("tradedigest-azurite-").FullName;
    private AzuriteProcess? _process;

    /// <summary>Read once for all tests: these two load the lexicons.</summary>
    public ArticleReader Reader { get; } = new();

    public LocalAnalyst Analyst { get; } = new();

    public string ConnectionString => Process.ConnectionString;

    private AzuriteProcess Process => _process ?? throw new InvalidOperationException("Azurite has not been started.");

    public async Task InitializeAsync() => _process = await AzuriteProcess.StartAsync(_folder);

    public async Task DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Takes everything out.</summary>
    public async Task ClearAsync()
    {
        var blobs = new BlobServiceClient(ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await blobs.DeleteBlobContainerAsync(container.Name);
        }

        var queues = new QueueServiceClient(ConnectionString);
        await foreach (var queue in queues.GetQueuesAsync())
        {
            await queues.DeleteQueueAsync(queue.Name);
        }
    }
}

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteTests : ICollectionFixture<Azurite>;
