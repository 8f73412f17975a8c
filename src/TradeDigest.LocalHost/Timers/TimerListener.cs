using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Invocations;

namespace TradeDigest.LocalHost.Timers;

/// <summary>Runs a timer's function when it is due, on one host at a time, and makes up for one missed run at start.</summary>
internal sealed class TimerListener(
    Function function, BlobContainerClient hosts, string hostId, HostTimes times, FunctionInvoker invoker, TimeProvider clock, ILogger log) : IListener
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly TimerTrigger timer = (TimerTrigger)function.Trigger;
    private readonly TimerStatusStore store = new(hosts, hostId, function.Id);
    private bool hasRunAtStart;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public void Nudge()
    {
        // A timer is due when it is due.
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var mine = await SingletonLock.AcquireAsync(
                    hosts.GetBlobClient($"locks/{hostId}/{function.Id}.Listener"), times.TimerLease, clock, log, stopping);
                using var until = CancellationTokenSource.CreateLinkedTokenSource(stopping, mine.Lost);
                await KeepTimeAsync(until.Token, abort);
            }
            catch (OperationCanceledException)
            {
                // The host stops, or another host has the timer; the loop looks which.
            }
            catch (RequestFailedException failure)
            {
                HostLog.TimerInterrupted(log, failure, function.Name);
                await Task.Delay(times.TimerLease / 6, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task KeepTimeAsync(CancellationToken until, CancellationToken abort)
    {
        var monitors = timer.UseMonitor && !timer.Schedule.IsFasterThanAMinute(Now);
        var status = monitors ? await ReadAsync(until) : null;
        var next = status?.Next ?? timer.Schedule.Next(Now);
        var isPastDue = next <= Now;
        if (isPastDue || (timer.RunOnStartup && !hasRunAtStart))
        {
            status = await RunOnceAsync(status, isPastDue, abort);
            next = status?.Next ?? timer.Schedule.Next(Now);
        }

        hasRunAtStart = true;
        while (true)
        {
            await SleepUntilAsync(next, until);
            status = await RunOnceAsync(status, isPastDue: false, abort);
            next = status?.Next ?? timer.Schedule.Next(Now);
        }
    }

    // A changed schedule counts from the last time that the status was written, as in the real host.
    private async Task<ScheduleStatus> ReadAsync(CancellationToken until)
    {
        var stored = await store.ReadAsync(until);
        var expected = timer.Schedule.Next(stored is null || stored.LastUpdated == default ? Now : stored.LastUpdated);
        if (stored is not null && stored.Next == expected)
        {
            return stored;
        }

        var status = new ScheduleStatus { Last = stored?.Last ?? default, Next = expected, LastUpdated = stored?.LastUpdated ?? Now };
        await store.WriteAsync(status, until);
        return status;
    }

    private async Task<ScheduleStatus?> RunOnceAsync(ScheduleStatus? status, bool isPastDue, CancellationToken abort)
    {
        var began = Now;
        try
        {
            var reason = isPastDue ? "Timer is past due" : "Timer fired";
            var info = new TimerInfo { ScheduleStatus = status, IsPastDue = isPastDue };
            await invoker.RunAsync(function, new Occasion($"{reason} at {began:O}", info, Occasion.NoData), abort);
        }
        catch (Exception)
        {
            // What failed is in the log already, under the function's name; the schedule goes on.
        }

        if (status is null)
        {
            return null;
        }

        var now = Now;
        var moved = new ScheduleStatus { Last = began, Next = timer.Schedule.Next(now), LastUpdated = now };
        await store.WriteAsync(moved, CancellationToken.None);
        return moved;
    }

    private async Task SleepUntilAsync(DateTime next, CancellationToken until)
    {
        while (next - Now is { Ticks: > 0 } left)
        {
            await Task.Delay(left < LongestSleep ? left : LongestSleep, clock, until);
        }

        until.ThrowIfCancellationRequested();
    }
}
