using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Terminal;

namespace TradeDigest.LocalHost.Tests.Support;

/// <summary>A host with some test functions, on names of its own in a shared Azurite.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly LocalFunctionsHost host;

    private RunningHost(LocalFunctionsHost host, Probe probe, string connection, string names)
    {
        this.host = host;
        Probe = probe;
        Names = names;
        Blobs = new BlobServiceClient(connection);
        Queues = new QueueServiceClient(connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        Client = new HttpClient { BaseAddress = host.Address };
    }

    public Probe Probe { get; }

    /// <summary>The host's id, with which also its containers and queues begin.</summary>
    public string Names { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public HttpClient Client { get; }

    public BlobContainerClient Inbox => Blobs.GetBlobContainerClient($"{Names}-inbox");

    /// <summary>A queue that a test function listens to.</summary>
    public QueueClient Queue(string name) => Queues.GetQueueClient($"{Names}-{name}");

    /// <summary>A name for a host of its own.</summary>
    public static string NewNames() => "t" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Starts a host.</summary>
    /// <param name="connection">The storage.</param>
    /// <param name="functions">The classes with functions.</param>
    /// <param name="names">A host's id, to start it a second time.</param>
    /// <param name="settings">Settings beside the quick ones of all tests.</param>
    /// <param name="probe">A probe to share.</param>
    public static async Task<RunningHost> StartAsync(
        string connection, Type[] functions, string? names = null, Dictionary<string, string?>? settings = null, Probe? probe = null)
    {
        names ??= NewNames();
        probe ??= new Probe();
        var started = Build(connection, functions, names, settings, probe);
        try
        {
            await started.StartOrThrowAsync(CancellationToken.None);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }

        return new RunningHost(started, probe, connection, names);
    }

    /// <summary>Puts a blob into the container that the blob functions watch.</summary>
    public async Task DropAsync(string name, string text)
    {
        await Inbox.CreateIfNotExistsAsync();
        await Inbox.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
    }

    /// <summary>Sends a message to a queue that a function listens to.</summary>
    public async Task SendAsync(string queue, string text)
    {
        await Queue(queue).CreateIfNotExistsAsync();
        await Queue(queue).SendMessageAsync(text);
    }

    /// <summary>Waits until the host has nothing left to do.</summary>
    public Task IdleAsync() => Until(() => host.Listeners!.IsIdleAsync(CancellationToken.None));

    /// <summary>Waits for a condition.</summary>
    public static async Task Until(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public Task StopAsync() => host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
    }

    internal static LocalFunctionsHost Build(string connection, Type[] functions, string names, Dictionary<string, string?>? settings, Probe probe)
    {
        var builder = new FunctionsApplicationBuilder(["--port", "0"], new HostTerminal(TextWriter.Null, isInteractive: false)) { FunctionTypes = functions };
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(probe);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = connection,
            ["AzureFunctionsWebHost:hostid"] = names,
            ["Names"] = names,
            ["LocalHost:BlobScanInterval"] = "00:00:00.2",
            ["LocalHost:MinPollingInterval"] = "00:00:00.02",
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.2",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        return (LocalFunctionsHost)builder.Build();
    }
}
