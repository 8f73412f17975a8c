using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Invocations;
using TradeDigest.LocalHost.Queues;

namespace TradeDigest.LocalHost.Blobs;

/// <summary>
/// Lists a container from time to time and sends a work item for each new or changed blob. Times of modification have whole
/// seconds, and a blob may arrive behind the listing's back, so the position stays behind the sweep's beginning, and receipts
/// keep what is seen again from being sent again.
/// </summary>
/// <param name="container">The container; while it is missing it counts as empty.</param>
/// <param name="functions">The functions that it triggers.</param>
/// <param name="position">Where the last sweep ended.</param>
/// <param name="receipts">What was sent.</param>
/// <param name="sendAsync">Puts a work item in the queue.</param>
internal sealed class BlobScanner(
    BlobContainerClient container,
    IReadOnlyList<Function> functions,
    ScanPosition position,
    BlobReceipts receipts,
    Func<BlobWorkItem, CancellationToken, Task> sendAsync,
    HostTimes times,
    WorkMeter meter,
    ILogger log) : IListener, IDisposable
{
    private const int Parallel = 8;

    // How many sweeps in a row may fail at some blob before waiting for it is given up.
    private const int PatientSweeps = 20;

    // How far a blob's time of modification may lie before the moment at which a listing can first show it.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly WakeSignal wake = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> sent = new(StringComparer.Ordinal);
    private DateTimeOffset? from;
    private bool knowsPosition;
    private int failingSweeps;

    /// <inheritdoc/>
    public void Nudge() => wake.Set();

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
            {
                HostLog.ContainerUnreadable(log, failure, container.Name);
            }

            await wake.WaitAsync(times.BlobScanInterval, stopping);
        }
    }

    /// <summary>Looks through the container once.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when nothing new was found, and nothing had to be left for the next sweep.</returns>
    public async Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!knowsPosition)
            {
                from = await position.ReadAsync(cancellationToken);
                knowsPosition = true;
            }

            var sweep = new Sweep();
            await ListAsync(sweep, cancellationToken);
            await MoveOnAsync(sweep, cancellationToken);
            return sweep is { Sent: 0, Busy: 0 } && !IsWorthWaiting(sweep);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private bool IsWorthWaiting(Sweep sweep)
    {
        failingSweeps = sweep.Failed == 0 ? 0 : failingSweeps + 1;
        if (failingSweeps == PatientSweeps)
        {
            meter.NoteProblem();
        }

        return failingSweeps is > 0 and < PatientSweeps;
    }

    private async Task ListAsync(Sweep sweep, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in container.GetBlobsAsync(cancellationToken: cancellationToken).AsPages())
            {
                sweep.Began ??= page.GetRawResponse().Headers.Date;
                var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
                await System.Threading.Tasks.Parallel.ForEachAsync(page.Values, options, async (blob, token) => await LookAsync(blob, sweep, token));
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // No container yet: nothing to find.
        }
    }

    private async Task LookAsync(BlobItem blob, Sweep sweep, CancellationToken cancellationToken)
    {
        var modified = blob.Properties.LastModified ?? DateTimeOffset.MaxValue;
        sweep.Saw(modified);
        if (modified < from)
        {
            return;
        }

        foreach (var function in functions.Where(each => ((BlobTrigger)each.Trigger).Path.Match(blob.Name) is not null))
        {
            var item = new BlobWorkItem(
                "BlobTrigger", function.Id, blob.Properties.BlobType?.ToString() + "Blob", container.Name, blob.Name, blob.Properties.ETag?.ToString("H") ?? "");
            var key = $"{item.FunctionId}|{item.ETag}|{item.BlobName}";
            if (sent.ContainsKey(key))
            {
                continue;
            }

            try
            {
                var outcome = await receipts.SendOnceAsync(item, () => sendAsync(item, CancellationToken.None), cancellationToken);
                sweep.Note(outcome, modified);
                if (outcome != ReceiptOutcome.Busy)
                {
                    sent[key] = modified;
                }
            }
            catch (RequestFailedException failure)
            {
                HostLog.BlobNotSent(log, failure, container.Name, blob.Name);
                sweep.Fail(modified);
            }
        }
    }

    private async Task MoveOnAsync(Sweep sweep, CancellationToken cancellationToken)
    {
        if (sweep.PositionAfter(Margin) is not { } next || next <= from)
        {
            return;
        }

        await position.WriteAsync(next, cancellationToken);
        from = next;
        foreach (var (key, modified) in sent)
        {
            if (modified < next)
            {
                sent.TryRemove(key, out _);
            }
        }
    }

    /// <summary>What one sweep has seen; used by several threads.</summary>
    private sealed class Sweep
    {
        private readonly Lock gate = new();
        private DateTimeOffset? newest;
        private DateTimeOffset? oldestLeft;

        /// <summary>The service's time at the beginning.</summary>
        public DateTimeOffset? Began { get; set; }

        public int Sent { get; private set; }

        public int Busy { get; private set; }

        public void Saw(DateTimeOffset modified)
        {
            lock (gate)
            {
                newest = newest > modified ? newest : modified;
            }
        }

        public int Failed { get; private set; }

        public void Fail(DateTimeOffset modified)
        {
            lock (gate)
            {
                Failed++;
                HoldAt(modified);
            }
        }

        public void Note(ReceiptOutcome outcome, DateTimeOffset modified)
        {
            lock (gate)
            {
                Sent += outcome == ReceiptOutcome.Sent ? 1 : 0;
                if (outcome == ReceiptOutcome.Busy)
                {
                    Busy++;
                    HoldAt(modified);
                }
            }
        }

        public DateTimeOffset? PositionAfter(TimeSpan margin)
        {
            var candidates = ((DateTimeOffset?[])[newest, Began - margin, oldestLeft]).Where(time => time is not null);
            return newest is null ? null : candidates.Min();
        }

        private void HoldAt(DateTimeOffset modified) => oldestLeft = oldestLeft < modified ? oldestLeft : modified;
    }
}
