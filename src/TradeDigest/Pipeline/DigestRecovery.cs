using Microsoft.Extensions.Logging;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Makes the state of the digests anew from the digests themselves, where <c>digests/state.json</c> was deleted or damaged.</summary>
/// <remarks>The last digest that has its plan stands as the one that is being made: whatever it still lacks is done, and what is done changes nothing.
/// Its plan also says how far the day's log was read.</remarks>
public sealed partial class DigestRecovery(DigestStore digests, DigestSchedule schedule, ILogger<DigestRecovery> logger)
{
    /// <summary>The state as the digests show it; null where there are none.</summary>
    public async Task<DigestState?> StateAsync(CancellationToken cancellationToken)
    {
        DigestPlan? last = null;
        foreach (string id in (await digests.AllAsync(cancellationToken)).Reverse())
        {
            if (last is null)
            {
                last = (await digests.Plan(id).LookAsync(cancellationToken)).Value;
                continue;
            }

            if ((await digests.Digest(id).LookAsync(cancellationToken)).Value is not null)
            {
                return Recover(last, before: id);
            }
        }

        return last is null ? null : Recover(last, before: null);
    }

    private DigestState Recover(DigestPlan last, string? before)
    {
        Recovered(last.Id);
        return new DigestState(last.Log, last.From, schedule.LatestDue(last.CutOff), before, last);
    }

    [LoggerMessage(EventId = 251, Level = LogLevel.Warning, Message = "digests/state.json is gone or damaged; it is made anew from the digests, the last of which is {Id}.")]
    private partial void Recovered(string id);
}
