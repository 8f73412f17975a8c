using System.Collections.Concurrent;

namespace TradeDigest.Tests.Delivery;

/// <summary>A clock on which every wait is over at once, and which remembers the waits. Time limits never come.</summary>
internal sealed class QuickTime(TimeSpan? limit = null) : TimeProvider
{
    private readonly TimeSpan _limit = limit ?? TimeSpan.MaxValue;
    private long _ticks = new DateTimeOffset(2031, 10, 7, 5, 0, 0, TimeSpan.Zero).Ticks;

    /// <summary>The waits, in their order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= _limit || dueTime == Timeout.InfiniteTimeSpan)
        {
            return new Over();
        }

        Waits.Enqueue(dueTime);
        Pass(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
