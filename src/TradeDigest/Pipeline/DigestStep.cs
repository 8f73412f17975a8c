using Microsoft.Extensions.Logging;
using TradeDigest.Storage;
using TradeDigest.Telemetry;

namespace TradeDigest.Pipeline;

/// <summary>What came of asking for a digest.</summary>
/// <param name="Id">The digest.</param>
/// <param name="IsNew">False where nothing has come since that digest, so that no further one was made.</param>
public sealed record ClosedDigest(string Id, bool IsNew);

/// <summary>The third step: a digest of all that has come since the last one is planned and written, and delivered where it is due.</summary>
/// <remarks>First the plan is put in the state, under the version of it that was read: of two hosts one gets its plan in. Whoever then finds a plan there, also after
/// a crash, carries it out, step by step, each safe to repeat; only then does the state move on. So each article is in one digest, and each digest is made once.</remarks>
public sealed partial class DigestStep(
    DigestStore digests, DigestPlanner planner, DigestMaker maker, DigestRecovery recovery, DeliveryStep delivery, DigestSchedule schedule,
    PipelineTracing tracing, PipelineMetrics metrics, TimeProvider time, ILogger<DigestStep> logger)
{
    // What is left is sent at the next look. A request waits for its answer two minutes at most; a run of the timer may take five where the plan is an old one.
    private static readonly TimeSpan BudgetOfRequest = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BudgetOfTimer = TimeSpan.FromMinutes(4);

    /// <summary>Makes the digest now, and delivers what is due. Where nothing has come since the last one, that one is the answer.</summary>
    public async Task<ClosedDigest> CloseAsync(CancellationToken cancellationToken)
    {
        var closed = await MakeNowAsync(cancellationToken);
        await delivery.RunAsync(weekly: false, BudgetOfRequest, cancellationToken);
        return closed;
    }

    /// <summary>Makes the day's digest where it is due and has not been made, whether or not there is anything to tell, and delivers what is due. Returns null where none is due.</summary>
    public async Task<ClosedDigest?> CloseIfDueAsync(CancellationToken cancellationToken)
    {
        bool made = false;
        try
        {
            var closed = await MakeIfDueAsync(cancellationToken);
            made = true;
            return closed;
        }
        finally
        {
            // A digest that cannot be made holds up no other; but a week is not told before its last day is.
            await delivery.RunAsync(weekly: made, BudgetOfTimer, cancellationToken);
        }
    }

    private async Task<ClosedDigest> MakeNowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await ReadAsync(cancellationToken);
            if (await FinishPendingAsync(read, cancellationToken))
            {
                continue;
            }

            var now = time.GetUtcNow();
            var plan = await planner.PlanAsync(read.State, schedule.DayOf(now), now, cancellationToken);
            if (IsEmpty(plan) && read.State.Last is { } last)
            {
                return new(last, IsNew: false);
            }

            if (await PlanAsync(read, plan, read.State.ScheduledFor, cancellationToken))
            {
                return new(plan.Id, IsNew: true);
            }
        }
    }

    private async Task<ClosedDigest?> MakeIfDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await ReadAsync(cancellationToken);
            if (await FinishPendingAsync(read, cancellationToken))
            {
                continue;
            }

            var now = time.GetUtcNow();
            var due = schedule.LatestDue(now);
            if (read.Stored.Value is null)
            {
                // The first look of a new app: what was due before it existed is not made up.
                if (await digests.State.TryWriteAsync(read.State, read.Stored, cancellationToken))
                {
                    return null;
                }

                continue;
            }

            if (read.State.ScheduledFor >= due)
            {
                return null;
            }

            var plan = (await planner.PlanAsync(read.State, due, now, cancellationToken)) with { DueAt = schedule.DueAt(due) };
            if (IsEmpty(plan) && plan.Edition > 1 && read.State.Last is { } last)
            {
                if (await digests.State.TryWriteAsync(read.State with { ScheduledFor = due }, read.Stored, cancellationToken))
                {
                    AlreadyTold(last);
                    return null;
                }
            }
            else if (await PlanAsync(read, plan, due, cancellationToken))
            {
                return new(plan.Id, IsNew: true);
            }
        }
    }

    private static bool IsEmpty(DigestPlan plan) => plan.Articles.Count == 0 && plan.Unreadable.Count == 0 && plan.Erased.Count == 0;

    private async Task<(DigestState State, Found<DigestState> Stored)> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await digests.State.LookAsync(cancellationToken);
        while (found.Value is null && await recovery.StateAsync(cancellationToken) is { } recovered)
        {
            await digests.State.TryWriteAsync(recovered, found, cancellationToken);
            found = await digests.State.LookAsync(cancellationToken);
        }

        if (found.Value is { Last: not null } known)
        {
            metrics.LastCutOff(known.Since);
        }

        var now = time.GetUtcNow();
        return (found.Value ?? new DigestState(DayLogCursor.Start, now, schedule.LatestDue(now), null, null), found);
    }

    /// <summary>Claims the plan and carries it out. Returns false where another host was first.</summary>
    private async Task<bool> PlanAsync(
        (DigestState State, Found<DigestState> Stored) read, DigestPlan plan, DateOnly? scheduledFor, CancellationToken cancellationToken)
    {
        var claimed = read.State with { Pending = plan, ScheduledFor = scheduledFor };
        if (!await digests.State.TryWriteAsync(claimed, read.Stored, cancellationToken))
        {
            return false;
        }

        using var span = tracing.Digest(plan.Id, plan.Traces);
        Planned(plan.Id, plan.Articles.Count, plan.Unreadable.Count);
        await FinishPendingAsync(await ReadAsync(cancellationToken), cancellationToken);

        return true;
    }

    private async Task<bool> FinishPendingAsync((DigestState State, Found<DigestState> Stored) read, CancellationToken cancellationToken)
    {
        if (read is not { State: { Pending: { } plan } state, Stored: { Value: not null } stored })
        {
            return false;
        }

        await maker.MakeAsync(plan, state.Last, cancellationToken);
        var finished = state with { Log = plan.Log, Since = plan.CutOff, Last = plan.Id, Pending = null };
        if (await digests.State.TryWriteAsync(finished, stored, cancellationToken))
        {
            metrics.Made();
            metrics.LastCutOff(plan.CutOff);
            Finished(plan.Id);
        }

        return true;
    }

    [LoggerMessage(EventId = 221, Level = LogLevel.Information, Message = "Digest {Id} is planned: {Articles} article(s), {Unreadable} unreadable.")]
    private partial void Planned(string id, int articles, int unreadable);

    [LoggerMessage(EventId = 222, Level = LogLevel.Information, Message = "Digest {Id} is written.")]
    private partial void Finished(string id);

    [LoggerMessage(EventId = 223, Level = LogLevel.Information, Message = "The scheduled digest has nothing to add to {Id}.")]
    private partial void AlreadyTold(string id);
}
