using System.Threading.Channels;

namespace TradeDigest.LocalHost.Queues;

/// <summary>Cuts a wait short. A signal that comes while nobody waits is kept for the next wait.</summary>
internal sealed class WakeSignal
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Ends the present wait, or the next.</summary>
    public void Set() => signals.Writer.TryWrite(true);

    /// <summary>Waits.</summary>
    /// <param name="longest">For no longer than this.</param>
    /// <param name="stopping">Ends the wait too, without an error.</param>
    public async Task WaitAsync(TimeSpan longest, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(longest);
        try
        {
            await signals.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is up, or the host stops; the caller looks which.
        }
    }
}
