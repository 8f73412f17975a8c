using Microsoft.Extensions.Logging;

namespace TradeDigest.LocalHost;

/// <summary>Everything the host writes to its log.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Executing '{Function}' (Reason='{Reason}', Id={Id})")]
    public static partial void Executing(ILogger log, string function, string reason, string id);

    [LoggerMessage(2, LogLevel.Information, "Executed '{Function}' (Succeeded, Id={Id}, Duration={Milliseconds}ms)")]
    public static partial void Succeeded(ILogger log, string function, string id, long milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Executed '{Function}' (Failed, Id={Id}, Duration={Milliseconds}ms)")]
    public static partial void Failed(ILogger log, Exception failure, string function, string id, long milliseconds);
}
