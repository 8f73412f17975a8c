using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Invocations;

namespace TradeDigest.LocalHost.Queues;

/// <summary>
/// Reads a queue and has each message handled: several at once, in hiding while it is handled, tried again when it fails, and
/// copied to a poison queue when it fails too often.
/// </summary>
/// <param name="queue">The queue; while it is missing it counts as empty.</param>
/// <param name="poison">Where messages go that fail too often; made when it is needed.</param>
/// <param name="reading">How many at once, and how often.</param>
/// <param name="times">How long messages are hidden, and how soon an empty queue is looked at again.</param>
/// <param name="handle">Handles a message; throws when it must be tried again.</param>
internal sealed class QueueListener(
    QueueClient queue, QueueClient poison, QueueReading reading, HostTimes times, Func<QueueMessage, CancellationToken, Task> handle, WorkMeter meter, TimeProvider clock, ILogger log)
    : IListener
{
    /// <summary>How storage writes that a message does not expire.</summary>
    internal static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly WakeSignal wake = new();
    private int running;

    /// <inheritdoc/>
    public void Nudge() => wake.Set();

    /// <summary>How many messages the queue holds, those that are being handled included.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount == 0;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        var handling = new HashSet<Task>();
        var idle = times.MinPollingInterval;
        while (!stopping.IsCancellationRequested)
        {
            handling.RemoveWhere(task => task.IsCompleted);
            if (Volatile.Read(ref running) > reading.NewBatchThreshold)
            {
                await wake.WaitAsync(reading.MaxPollingInterval, stopping);
                continue;
            }

            var messages = await TakeAsync(stopping);
            foreach (var message in messages)
            {
                Interlocked.Increment(ref running);
                handling.Add(HandleAndNoteAsync(message, abort));
            }

            if (messages.Length > 0)
            {
                idle = times.MinPollingInterval;
                continue;
            }

            var before = clock.GetTimestamp();
            await wake.WaitAsync(idle, stopping);
            var longest = reading.MaxPollingInterval > times.MinPollingInterval ? reading.MaxPollingInterval : times.MinPollingInterval;
            idle = clock.GetElapsedTime(before) < idle ? times.MinPollingInterval : TimeSpan.FromTicks(Math.Min(idle.Ticks * 2, longest.Ticks));
        }

        await Task.WhenAll(handling);
    }

    private async Task<QueueMessage[]> TakeAsync(CancellationToken stopping)
    {
        try
        {
            // Not cancelled half-way: messages that were taken and never seen would stay hidden for long.
            return stopping.IsCancellationRequested ? []
                : (await queue.ReceiveMessagesAsync(reading.BatchSize, times.MessageVisibility, CancellationToken.None)).Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            HostLog.QueueUnreadable(log, failure, queue.Name);
            return [];
        }
    }

    private async Task HandleAndNoteAsync(QueueMessage message, CancellationToken abort)
    {
        // The work is noted before the message can vanish from the queue, so that no moment looks idle in between.
        using var work = meter.Begin();
        try
        {
            await HandleAsync(message, abort);
        }
        catch (Exception failure)
        {
            HostLog.MessageNotSettled(log, failure, queue.Name, message.MessageId);
        }
        finally
        {
            Interlocked.Decrement(ref running);
            wake.Set();
        }
    }

    private async Task HandleAsync(QueueMessage message, CancellationToken abort)
    {
        await using var lease = new MessageLease(queue, message, times.MessageVisibility, clock, log);
        if (message.DequeueCount > reading.MaxDequeueCount)
        {
            await GiveUpAsync(message, lease);
            return;
        }

        try
        {
            await handle(message, abort);
        }
        catch (Exception) when (!abort.IsCancellationRequested && message.DequeueCount >= reading.MaxDequeueCount)
        {
            await GiveUpAsync(message, lease);
            return;
        }
        catch (Exception)
        {
            // What failed is in the log already, under the function's name.
            await lease.ReleaseAsync(abort.IsCancellationRequested ? TimeSpan.Zero : reading.RetryDelay);
            return;
        }

        await lease.DeleteAsync();
    }

    private async Task GiveUpAsync(QueueMessage message, MessageLease lease)
    {
        HostLog.MessagePoisoned(log, queue.Name, message.MessageId, message.DequeueCount, poison.Name);
        await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await poison.SendMessageAsync(message.Body, timeToLive: Forever, cancellationToken: CancellationToken.None);
        meter.NoteProblem();
        await lease.DeleteAsync();
    }
}
