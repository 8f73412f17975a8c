using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Blobs;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Invocations;
using TradeDigest.LocalHost.Queues;
using TradeDigest.LocalHost.Storage;
using TradeDigest.LocalHost.Timers;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>What every listener is made from.</summary>
internal sealed record ListenerSetup(
    string HostId, string HostConnection, HostJson HostJson, HostTimes Times, StorageAccounts Accounts, FunctionInvoker Invoker, WorkMeter Meter, TimeProvider Clock, ILogger Log);

/// <summary>The listeners of all functions that storage or the clock starts.</summary>
internal sealed class TriggerListeners : IAsyncDisposable
{
    private static readonly TimeSpan AbortLimit = TimeSpan.FromSeconds(5);

    private readonly ListenerSetup setup;
    private readonly List<QueueListener> queues = [];
    private readonly List<BlobScanner> scanners = [];
    private readonly List<IListener> timers = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abort = new();
    private readonly List<Task> byHand = [];
    private Task running = Task.CompletedTask;

    /// <summary>Nothing listens until it is started.</summary>
    /// <param name="setup">What listeners are made from.</param>
    /// <param name="functions">All functions.</param>
    public TriggerListeners(ListenerSetup setup, IReadOnlyList<Function> functions)
    {
        this.setup = setup;
        Functions = functions;
    }

    /// <summary>All functions, switched off or not.</summary>
    public IReadOnlyList<Function> Functions { get; }

    /// <summary>Cancelled when functions that are running must end.</summary>
    public CancellationToken Abort => abort.Token;

    private BlobContainerClient Hosts => setup.Accounts.Blobs(setup.HostConnection).GetBlobContainerClient("azure-webjobs-hosts");

    private Azure.Storage.Queues.QueueServiceClient HostQueues => setup.Accounts.Queues(setup.HostConnection);

    /// <summary>Makes what the listeners keep their state in, and starts them.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var active = Functions.Where(each => !each.IsDisabled).ToList();
        if (active.Any(each => each.Trigger is not HttpTrigger))
        {
            await Hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await AddBlobsAsync([.. active.Where(each => each.Trigger is BlobTrigger)], cancellationToken);
            AddQueues(active.Where(each => each.Trigger is QueueTrigger));
            AddTimers(active.Where(each => each.Trigger is TimerTrigger));
        }

        IListener[] all = [.. queues, .. scanners, .. timers];
        running = Task.WhenAll(all.Select(each => Task.Run(() => each.RunAsync(stopping.Token, abort.Token), CancellationToken.None)));
    }

    /// <summary>Puts a blob in the work queue, as the Event Grid webhook does.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SendAsync(BlobWorkItem item, CancellationToken cancellationToken)
    {
        await HostQueues.GetQueueClient(BlobWorkItem.QueueOf(setup.HostId)).SendMessageAsync(item.ToBody(), timeToLive: QueueListener.Forever, cancellationToken: cancellationToken);
        queues.ForEach(each => each.Nudge());
    }

    /// <summary>Runs something that the host waits for when it stops; a failure is in the log already.</summary>
    /// <param name="runAsync">Begins before this method returns.</param>
    public void Track(Func<Task> runAsync)
    {
        lock (byHand)
        {
            byHand.RemoveAll(task => task.IsCompleted);
            byHand.Add(runAsync().ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));
        }
    }

    /// <summary>
    /// Looks everywhere once: true when no blob is new, every queue is empty (hidden messages count) and nothing ran meanwhile.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        var started = setup.Meter.Started;
        var isIdle = true;
        foreach (var scanner in scanners)
        {
            isIdle &= await scanner.SweepAsync(cancellationToken);
        }

        // Twice, because another host may carry a message from a queue not yet looked at to one that was.
        foreach (var queue in queues.Concat(queues))
        {
            if (!await queue.IsEmptyAsync(cancellationToken))
            {
                queue.Nudge();
                isIdle = false;
            }
        }

        return isIdle && setup.Meter.Running == 0 && setup.Meter.Started == started;
    }

    /// <summary>Stops listening and lets functions that are running finish; those that take too long are asked to stop.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        if (await EndsWithinAsync(setup.Times.ShutdownTimeout))
        {
            return;
        }

        HostLog.StoppingTheRest(setup.Log, setup.Meter.Running, setup.Times.ShutdownTimeout);
        await abort.CancelAsync();
        await EndsWithinAsync(AbortLimit);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        scanners.ForEach(each => each.Dispose());
        stopping.Dispose();
        abort.Dispose();
    }

    private async Task<bool> EndsWithinAsync(TimeSpan limit)
    {
        try
        {
            Task[] all;
            lock (byHand)
            {
                all = [running, .. byHand];
            }

            await Task.WhenAll(all).WaitAsync(limit, setup.Clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task AddBlobsAsync(IReadOnlyList<Function> functions, CancellationToken cancellationToken)
    {
        if (functions.Count == 0)
        {
            return;
        }

        var work = HostQueues.GetQueueClient(BlobWorkItem.QueueOf(setup.HostId));
        await work.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var handler = new BlobWork(Functions.ToDictionary(each => each.Id, StringComparer.OrdinalIgnoreCase), setup.Accounts, setup.Invoker, setup.Log);
        var batch = Math.Clamp(setup.HostJson.BlobParallelism / 2, 1, 32);
        var reading = setup.HostJson.Queues with
        {
            BatchSize = batch,
            NewBatchThreshold = Math.Max(0, setup.HostJson.BlobParallelism - batch),
            MaxDequeueCount = setup.HostJson.PoisonBlobThreshold,
        };
        queues.Add(Listener(work, HostQueues.GetQueueClient(BlobWorkItem.PoisonQueue), reading, handler.HandleAsync));

        var receipts = new BlobReceipts(Hosts, setup.HostId);
        foreach (var group in functions.Where(IsPolled).GroupBy(each => (((BlobTrigger)each.Trigger).Connection, ((BlobTrigger)each.Trigger).Path.Container)))
        {
            var service = setup.Accounts.Blobs(group.Key.Connection);
            var position = new ScanPosition(Hosts, $"blobscaninfo/{setup.HostId}/{service.AccountName}/{group.Key.Container}/scanInfo");
            scanners.Add(new BlobScanner(
                service.GetBlobContainerClient(group.Key.Container), [.. group], position, receipts, SendAsync, setup.Times, setup.Meter, setup.Log));
        }
    }

    private static bool IsPolled(Function function) => ((BlobTrigger)function.Trigger).Source == BlobTriggerSource.LogsAndContainerScan;

    private void AddQueues(IEnumerable<Function> functions)
    {
        foreach (var function in functions)
        {
            var trigger = (QueueTrigger)function.Trigger;
            var service = setup.Accounts.Queues(trigger.Connection);
            queues.Add(Listener(
                service.GetQueueClient(trigger.Queue),
                service.GetQueueClient(trigger.Queue + "-poison"),
                setup.HostJson.Queues,
                (message, token) => setup.Invoker.RunAsync(function, QueueOccasion.Of(trigger.Queue, message), token)));
        }
    }

    private void AddTimers(IEnumerable<Function> functions) => timers.AddRange(
        functions.Select(each => new TimerListener(each, Hosts, setup.HostId, setup.Times, setup.Invoker, setup.Clock, setup.Log)));

    private QueueListener Listener(
        Azure.Storage.Queues.QueueClient queue, Azure.Storage.Queues.QueueClient poison, QueueReading reading, Func<QueueMessage, CancellationToken, Task> handle) =>
        new(queue, poison, reading, setup.Times, handle, setup.Meter, setup.Clock, setup.Log);
}
