using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace TradeDigest.LocalHost.Timers;

/// <summary>What only one host may do at a time: the lease of a blob, renewed at half of its time until it is given back or lost.</summary>
internal sealed class SingletonLock : IAsyncDisposable
{
    private readonly BlobLeaseClient lease;
    private readonly TimeSpan duration;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource ending = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task renewing;

    private SingletonLock(BlobLeaseClient lease, TimeSpan duration, TimeProvider clock)
    {
        this.lease = lease;
        this.duration = duration;
        this.clock = clock;
        Lost = lost.Token;
        renewing = RenewAsync();
    }

    /// <summary>Cancelled when another host may have it.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Waits until no other host has it.</summary>
    /// <param name="blob">The blob, made if missing.</param>
    /// <param name="duration">How long it lasts without renewal; 15 to 60 seconds.</param>
    /// <param name="clock">Times the waiting.</param>
    /// <param name="log">Is told of a storage that does not answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SingletonLock> AcquireAsync(BlobClient blob, TimeSpan duration, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await CreateAsync(blob, cancellationToken);
                var acquired = blob.GetBlobLeaseClient();
                await acquired.AcquireAsync(duration, cancellationToken: cancellationToken);
                return new SingletonLock(acquired, duration, clock);
            }
            catch (RequestFailedException held) when (held.Status == 409)
            {
                // Another host has it.
            }
            catch (RequestFailedException failure)
            {
                HostLog.LockUnavailable(log, failure, blob.Name);
            }

            await Task.Delay(duration / 6, clock, cancellationToken);
        }
    }

    /// <summary>Gives it back.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await renewing;
        try
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // It ran out before.
        }

        ending.Dispose();
        lost.Dispose();
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
            await blob.UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // As it should be.
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(duration / 2, clock, ending.Token);
                await lease.RenewAsync(cancellationToken: ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Given back.
        }
        catch (RequestFailedException)
        {
            await lost.CancelAsync();
        }
    }
}
