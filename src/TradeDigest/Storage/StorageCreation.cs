using Microsoft.Extensions.Hosting;

namespace TradeDigest.Storage;

/// <summary>Creates the containers and the queue when the app starts.</summary>
public sealed class StorageCreation(StorageAccount storage) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => storage.CreateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
