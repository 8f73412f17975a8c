using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Timers;

namespace TradeDigest.LocalHost.Functions;

/// <summary>What starts a function, with its settings put in.</summary>
internal abstract record Trigger
{
    /// <summary>The trigger's name as <c>func</c> lists it.</summary>
    public abstract string Kind { get; }
}

/// <summary>A request.</summary>
/// <param name="Route">The template under the route prefix.</param>
/// <param name="Methods">In upper case; empty for all.</param>
internal sealed record HttpTrigger(string Route, IReadOnlyList<string> Methods) : Trigger
{
    public override string Kind => "httpTrigger";
}

/// <summary>A new or changed blob.</summary>
/// <param name="Path">Container and pattern.</param>
/// <param name="Connection">A connection string.</param>
/// <param name="Source">How changes become known.</param>
internal sealed record BlobTrigger(BlobPath Path, string Connection, BlobTriggerSource Source) : Trigger
{
    public override string Kind => "blobTrigger";
}

/// <summary>A message.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Connection">A connection string.</param>
internal sealed record QueueTrigger(string Queue, string Connection) : Trigger
{
    public override string Kind => "queueTrigger";
}

/// <summary>The clock.</summary>
/// <param name="Schedule">When.</param>
/// <param name="UseMonitor">Whether the schedule is kept in storage.</param>
/// <param name="RunOnStartup">Whether each start of the host runs it.</param>
internal sealed record TimerTrigger(Schedule Schedule, bool UseMonitor, bool RunOnStartup) : Trigger
{
    public override string Kind => "timerTrigger";
}
