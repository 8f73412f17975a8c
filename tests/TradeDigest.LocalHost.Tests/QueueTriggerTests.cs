using Azure.Storage.Queues;
using TradeDigest.LocalHost.Tests.Support;

namespace TradeDigest.LocalHost.Tests;

[Collection("queues, timers and routes")]
public sealed class QueueTriggerTests(AzuriteFixture azurite)
{
    private static readonly Type[] Functions = [typeof(QueueFunctions)];

    [Fact]
    public async Task A_text_comes_with_its_id_and_dequeue_count()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        await host.SendAsync("texts", "hello");

        var call = await host.Probe.NextAsync();
        Assert.Equal(("hello", 1), (call.Subject, call.Data["dequeueCount"]));
        Assert.True(Guid.TryParse((string?)call.Data["id"], out _));
    }

    [Fact]
    public async Task JSON_is_read_into_a_record()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        await host.SendAsync("parcels", """{"colour":"red","weight":7}""");

        Assert.Equal(new Parcel("red", 7), (await host.Probe.NextAsync()).Subject);
    }

    [Fact]
    public async Task A_message_can_be_taken_as_it_is()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        await host.SendAsync("messages", "as it is");

        Assert.Equal("as it is", (await host.Probe.NextAsync()).Subject);
    }

    [Fact]
    public async Task A_failing_message_is_tried_five_times_and_copied_to_the_poison_queue()
    {
        var probe = new Probe { Behaviour = static _ => throw new InvalidOperationException("Fails on purpose.") };
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions, probe: probe);

        await host.SendAsync("texts", "bad");
        await host.IdleAsync();

        var counts = new List<object?>();
        while (counts.Count < probe.Count)
        {
            counts.Add((await probe.NextAsync()).Data["dequeueCount"]);
        }

        Assert.Equal(new object[] { 1, 2, 3, 4, 5 }, counts);
        Assert.Equal("bad", Assert.Single((await host.Queue("texts-poison").ReceiveMessagesAsync()).Value).Body.ToString());
    }

    [Fact]
    public async Task A_message_that_is_no_JSON_ends_in_the_poison_queue()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);

        await host.SendAsync("parcels", "{ no parcel");
        await host.IdleAsync();

        Assert.Equal("{ no parcel", Assert.Single((await host.Queue("parcels-poison").ReceiveMessagesAsync()).Value).Body.ToString());
        Assert.Equal(0, host.Probe.Count);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_ends_in_the_poison_queue_and_the_others_arrive()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions);
        var plain = new QueueClient(azurite.ConnectionString, host.Queue("texts").Name);
        await plain.CreateIfNotExistsAsync();

        await plain.SendMessageAsync("not base64!");
        await host.SendAsync("texts", "fine");
        await host.IdleAsync();

        Assert.Equal("fine", (await host.Probe.NextAsync()).Subject);
        var poison = new QueueClient(azurite.ConnectionString, host.Queue("texts-poison").Name);
        Assert.Equal("not base64!", Assert.Single((await poison.ReceiveMessagesAsync()).Value).Body.ToString());
    }

    [Fact]
    public async Task Messages_are_handled_side_by_side()
    {
        var all = new TaskCompletionSource();
        var probe = new Probe();
        probe.Behaviour = _ =>
        {
            if (probe.Count == 4)
            {
                all.SetResult();
            }

            return all.Task;
        };
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions, probe: probe);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => host.SendAsync("texts", $"{number}")));
        await host.IdleAsync();

        Assert.Equal(4, probe.Count);
    }

    [Fact]
    public async Task A_long_run_keeps_its_message_hidden()
    {
        var visibility = TimeSpan.FromSeconds(1);
        var done = new TaskCompletionSource();
        var probe = new Probe { Behaviour = _ => done.Task };
        await using var host = await RunningHost.StartAsync(
            azurite.ConnectionString, Functions, settings: new() { ["LocalHost:MessageVisibility"] = visibility.ToString() }, probe: probe);
        await host.SendAsync("texts", "long");
        await probe.NextAsync();

        var began = TimeProvider.System.GetTimestamp();
        await RunningHost.Until(() => Task.FromResult(TimeProvider.System.GetElapsedTime(began) > 2.5 * visibility));
        done.SetResult();
        await host.IdleAsync();

        Assert.Equal(1, probe.Count);
    }

    [Fact]
    public async Task A_message_whose_run_is_cut_short_by_the_stop_is_visible_again_at_once()
    {
        var probe = new Probe { Behaviour = static call => Task.Delay(Timeout.Infinite, (CancellationToken)call.Data["token"]!) };
        await using var host = await RunningHost.StartAsync(
            azurite.ConnectionString, Functions, settings: new() { ["LocalHost:ShutdownTimeout"] = "00:00:00.1" }, probe: probe);
        await host.SendAsync("texts", "interrupted");
        await probe.NextAsync();

        await host.StopAsync();

        Assert.Equal("interrupted", Assert.Single((await host.Queue("texts").ReceiveMessagesAsync()).Value).Body.ToString());
    }

    [Theory]
    [InlineData("AzureWebJobs.TakeString.Disabled", "true")]
    [InlineData("AzureWebJobs.TakeString.Disabled", "1")]
    [InlineData("AzureWebJobs:TakeString:Disabled", "True")]
    public async Task A_function_that_is_switched_off_leaves_its_messages(string setting, string value)
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Functions, settings: new() { [setting] = value });

        await host.SendAsync("texts", "for later");
        await host.SendAsync("messages", "for now");
        await host.IdleAsync();

        Assert.Equal("TakeMessage", (await host.Probe.NextAsync()).Function);
        Assert.Equal(1, (await host.Queue("texts").GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
