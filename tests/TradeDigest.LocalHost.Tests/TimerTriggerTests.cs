using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Tests.Support;

namespace TradeDigest.LocalHost.Tests;

[Collection("queues, timers and routes")]
public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    private const string Yearly = "0 0 0 1 1 *";
    private static readonly Type[] Functions = [typeof(TimerFunctions)];

    private static Dictionary<string, string?> Schedule(string text) => new() { ["Schedule"] = text };

    [Fact]
    public async Task A_first_start_writes_the_schedule_and_runs_nothing()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions, settings: Schedule(Yearly));

        await RunningHost.Until(async () => await Status(host).ExistsAsync());

        var status = await ReadAsync(host);
        Assert.Equal((1, 1), (status.Next.Month, status.Next.Day));
        Assert.Equal(0, host.Probe.Count);
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_once_and_the_status_moves_on()
    {
        var names = RunningHost.NewNames();
        var probe = new Probe();
        await MissAsync(names);

        await using var one = await RunningHost.StartAsync(azurite.ConnectionString, Functions, names, Schedule(Yearly), probe);
        await using var two = await RunningHost.StartAsync(azurite.ConnectionString, Functions, names, Schedule(Yearly), probe);
        var call = await probe.NextAsync();
        await RunningHost.Until(async () => (await ReadAsync(one)).Next > TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Equal(true, call.Subject);
        Assert.Equal(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), Assert.IsType<ScheduleStatus>(call.Data["status"]).Next);
        Assert.Equal(1, probe.Count);
    }

    [Fact]
    public async Task The_status_moves_on_even_if_the_function_throws()
    {
        var names = RunningHost.NewNames();
        await MissAsync(names);
        var probe = new Probe { Behaviour = static _ => throw new InvalidOperationException("Fails on purpose.") };

        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions, names, Schedule(Yearly), probe);

        await RunningHost.Until(async () => (await ReadAsync(host)).Next > TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Equal(1, probe.Count);
    }

    [Fact]
    public async Task A_schedule_of_every_second_ticks_without_a_stored_status()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions, settings: Schedule("* * * * * *"));

        var (first, second) = (await host.Probe.NextAsync(), await host.Probe.NextAsync());

        Assert.Equal((false, false), (first.Subject, second.Subject));
        Assert.Null(second.Data["status"]);
    }

    private async Task MissAsync(string names)
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [], names);
        var hosts = host.Blobs.GetBlobContainerClient("azure-webjobs-hosts");
        await hosts.CreateIfNotExistsAsync();
        var missed = new ScheduleStatus
        {
            Last = new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Next = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            LastUpdated = new DateTime(2019, 1, 1, 0, 0, 1, DateTimeKind.Utc),
        };
        await Status(host).UploadAsync(BinaryData.FromObjectAsJson(missed));
    }

    private static Azure.Storage.Blobs.BlobClient Status(RunningHost host) =>
        host.Blobs.GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient($"timers/{host.Names}/Host.Functions.Tick/status");

    private static async Task<ScheduleStatus> ReadAsync(RunningHost host) =>
        (await Status(host).DownloadContentAsync()).Value.Content.ToObjectFromJson<ScheduleStatus>()!;
}
