using System.Threading.Channels;

namespace TradeDigest.LocalHost.Tests.Support;

/// <summary>What the test functions report to, and what tells them how to behave.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<Call> calls = Channel.CreateUnbounded<Call>();
    private int count;

    /// <summary>What each function does once it has reported; nothing unless a test says otherwise.</summary>
    public Func<Call, Task> Behaviour { get; set; } = static _ => Task.CompletedTask;

    /// <summary>How many calls there were.</summary>
    public int Count => Volatile.Read(ref count);

    public async Task ReportAsync(string function, object? subject, params (string Name, object? Value)[] data)
    {
        var call = new Call(function, subject, data.ToDictionary(each => each.Name, each => each.Value));
        Interlocked.Increment(ref count);
        await calls.Writer.WriteAsync(call);
        await Behaviour(call);
    }

    /// <summary>The next call, for which a test waits.</summary>
    public async Task<Call> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await calls.Reader.ReadAsync(limit.Token);
    }
}

public sealed record Call(string Function, object? Subject, IReadOnlyDictionary<string, object?> Data);
