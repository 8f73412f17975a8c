using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions;

/// <summary>The day's digest.</summary>
public sealed class DigestFunctions(DigestStep digest)
{
    /// <summary>Looks whether the digest is due. The schedule only says how often it looks; time zone and hour are settings of their own.</summary>
    [Function("SendDailyDigest")]
    public Task SendDailyDigest([TimerTrigger("%DigestSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        digest.CloseIfDueAsync(cancellationToken);
}
