using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace TradeDigest.LocalHost.Queues;

/// <summary>Keeps a message that is being handled out of others' sight, by renewing at half of its time.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly CancellationTokenSource ending = new();
    private readonly Task renewing;
    private string popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider clock, ILogger log)
    {
        this.queue = queue;
        this.message = message;
        popReceipt = message.PopReceipt;
        renewing = RenewAsync(visibility, clock, log);
    }

    /// <summary>Stops renewing and removes the message; nothing happens when another host has taken it meanwhile.</summary>
    public async Task DeleteAsync()
    {
        await DisposeAsync();
        await UnlessTakenAsync(() => queue.DeleteMessageAsync(message.MessageId, popReceipt, CancellationToken.None));
    }

    /// <summary>Stops renewing and lets the message be taken again.</summary>
    /// <param name="after">When.</param>
    public async Task ReleaseAsync(TimeSpan after)
    {
        await DisposeAsync();
        await UnlessTakenAsync(() => queue.UpdateMessageAsync(message.MessageId, popReceipt, visibilityTimeout: after, cancellationToken: CancellationToken.None));
    }

    /// <summary>Stops renewing; the message becomes visible by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!renewing.IsCompleted)
        {
            await ending.CancelAsync();
            await renewing;
            ending.Dispose();
        }
    }

    private static async Task UnlessTakenAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 400 && taken.ErrorCode is "MessageNotFound" or "PopReceiptMismatch")
        {
            // It became visible and is somebody else's now, who will also delete it.
        }
    }

    private async Task RenewAsync(TimeSpan visibility, TimeProvider clock, ILogger log)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(visibility / 2, clock, ending.Token);
                var updated = await queue.UpdateMessageAsync(message.MessageId, popReceipt, visibilityTimeout: visibility, cancellationToken: CancellationToken.None);
                popReceipt = updated.Value.PopReceipt;
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (RequestFailedException failure)
            {
                HostLog.LeaseNotRenewed(log, failure, queue.Name, message.MessageId);
            }
        }
    }
}
