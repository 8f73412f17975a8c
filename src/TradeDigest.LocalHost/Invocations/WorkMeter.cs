namespace TradeDigest.LocalHost.Invocations;

/// <summary>Counts what runs, so that the host can tell when nothing does.</summary>
internal sealed class WorkMeter
{
    private long started;
    private int running;
    private int problems;

    /// <summary>How many pieces of work have begun since the host started.</summary>
    public long Started => Volatile.Read(ref started);

    /// <summary>How many are running.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>How many messages and blobs were given up, or could not even be queued.</summary>
    public int Problems => Volatile.Read(ref problems);

    /// <summary>Notes a piece of work until the result is disposed.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref running);
        Interlocked.Increment(ref started);
        return new Work(this);
    }

    /// <summary>Notes that a message or blob was given up, or could not be queued.</summary>
    public void NoteProblem() => Interlocked.Increment(ref problems);

    private sealed class Work(WorkMeter meter) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref meter.running);
    }
}
