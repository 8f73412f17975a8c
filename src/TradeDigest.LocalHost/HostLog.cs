using Microsoft.Extensions.Logging;

namespace TradeDigest.LocalHost;

/// <summary>Everything the host writes to its log.</summary>
internal static partial class HostLog
{
    /// <summary>The id of the line that says that a run succeeded.</summary>
    public const int SucceededId = 2;

    [LoggerMessage(1, LogLevel.Information, "Executing '{Function}' (Reason='{Reason}', Id={Id})")]
    public static partial void Executing(ILogger log, string function, string reason, string id);

    [LoggerMessage(SucceededId, LogLevel.Information, "Executed '{Function}' (Succeeded, Id={Id}, Duration={Milliseconds}ms)")]
    public static partial void Succeeded(ILogger log, string function, string id, long milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Executed '{Function}' (Failed, Id={Id}, Duration={Milliseconds}ms)")]
    public static partial void Failed(ILogger log, Exception failure, string function, string id, long milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "The queue '{Queue}' cannot be read; trying again.")]
    public static partial void QueueUnreadable(ILogger log, Exception failure, string queue);

    [LoggerMessage(5, LogLevel.Warning, "Message {Id} of '{Queue}' could not be deleted or released; it becomes visible again by itself.")]
    public static partial void MessageNotSettled(ILogger log, Exception failure, string queue, string id);

    [LoggerMessage(6, LogLevel.Warning, "Message {Id} of '{Queue}' failed {Count} times and moves to '{Poison}'.")]
    public static partial void MessagePoisoned(ILogger log, string queue, string id, long count, string poison);

    [LoggerMessage(7, LogLevel.Warning, "The lease on message {Id} of '{Queue}' could not be renewed.")]
    public static partial void LeaseNotRenewed(ILogger log, Exception failure, string queue, string id);

    [LoggerMessage(8, LogLevel.Warning, "The container '{Container}' cannot be listed; trying again.")]
    public static partial void ContainerUnreadable(ILogger log, Exception failure, string container);

    [LoggerMessage(9, LogLevel.Warning, "The blob '{Container}/{Blob}' could not be put in the work queue; trying again.")]
    public static partial void BlobNotSent(ILogger log, Exception failure, string container, string blob);

    [LoggerMessage(10, LogLevel.Information, "'{Container}/{Blob}' is dropped for {Function}: {Reason}.")]
    public static partial void BlobDropped(ILogger log, string container, string blob, string function, string reason);

    [LoggerMessage(11, LogLevel.Warning, "The lock '{Lock}' cannot be reached; trying again.")]
    public static partial void LockUnavailable(ILogger log, Exception failure, string @lock);

    [LoggerMessage(12, LogLevel.Warning, "The timer of '{Function}' was interrupted; it goes on shortly.")]
    public static partial void TimerInterrupted(ILogger log, Exception failure, string function);

    [LoggerMessage(13, LogLevel.Warning, "{Count} functions still run after {Limit}; they are asked to stop.")]
    public static partial void StoppingTheRest(ILogger log, int count, TimeSpan limit);

    [LoggerMessage(14, LogLevel.Error, "What the command line asked for could not be done.")]
    public static partial void ScriptFailed(ILogger log, Exception failure);
}
