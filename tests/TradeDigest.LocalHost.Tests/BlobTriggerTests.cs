using TradeDigest.LocalHost.Tests.Support;

namespace TradeDigest.LocalHost.Tests;

[Collection("blobs")]
public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    private static readonly Type[] Text = [typeof(TextBlobFunction)];

    [Fact]
    public async Task A_blob_that_lies_there_at_start_is_found_and_its_name_bound()
    {
        var names = RunningHost.NewNames();
        await using (var first = await RunningHost.StartAsync(azurite.ConnectionString, [], names))
        {
            await first.DropAsync("a folder/letter ü.txt", "hello");
        }

        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Text, names);

        var call = await host.Probe.NextAsync();
        Assert.Equal("hello", call.Subject);
        Assert.Equal("a folder/letter ü.txt", call.Data["name"]);
        Assert.Equal("TakeText", call.Data["function"]);
    }

    [Fact]
    public async Task A_stream_bytes_and_a_client_bind_with_the_parts_of_the_name()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, [typeof(BlobShapesFunctions)]);

        await host.DropAsync("north/one.txt", "words");
        await host.DropAsync("north/other.bin", "not for these functions");
        await host.IdleAsync();

        Call[] calls = [await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync()];
        Assert.Equal(3, host.Probe.Count);
        var stream = Assert.Single(calls, call => call.Function == "AsStream");
        Assert.Equal(("words", "north", "one"), (stream.Subject, stream.Data["folder"], stream.Data["file"]));
        Assert.Equal("words"u8.ToArray(), Assert.Single(calls, call => call.Function == "AsBytes").Subject);
        Assert.Equal("north/one.txt", Assert.Single(calls, call => call.Function == "AsClient").Subject);
    }

    [Fact]
    public async Task Blobs_that_arrive_one_after_another_in_the_same_second_are_each_found_once()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Text);

        for (var number = 0; number < 20; number++)
        {
            await host.DropAsync($"{number}.txt", "x");
            if (number % 5 == 0)
            {
                await host.IdleAsync();
            }
        }

        await host.IdleAsync();
        Assert.Equal(20, host.Probe.Count);
    }

    [Fact]
    public async Task A_changed_blob_is_found_again()
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Text);
        await host.DropAsync("letter.txt", "first");
        Assert.Equal("first", (await host.Probe.NextAsync()).Subject);

        await host.DropAsync("letter.txt", "second");

        Assert.Equal("second", (await host.Probe.NextAsync()).Subject);
    }

    [Fact]
    public async Task Receipts_outlive_a_restart()
    {
        var names = RunningHost.NewNames();
        await using (var first = await RunningHost.StartAsync(azurite.ConnectionString, Text, names))
        {
            await first.DropAsync("old.txt", "old");
            await first.IdleAsync();
        }

        await using var second = await RunningHost.StartAsync(azurite.ConnectionString, Text, names);
        await second.DropAsync("new.txt", "new");
        await second.IdleAsync();

        Assert.Equal("new", (await second.Probe.NextAsync()).Subject);
        Assert.Equal(1, second.Probe.Count);
    }

    [Fact]
    public async Task Two_hosts_on_one_storage_double_nothing()
    {
        var names = RunningHost.NewNames();
        var probe = new Probe();
        await using var one = await RunningHost.StartAsync(azurite.ConnectionString, Text, names, probe: probe);
        await using var two = await RunningHost.StartAsync(azurite.ConnectionString, Text, names, probe: probe);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => one.DropAsync($"{number}.txt", "x")));
        await one.IdleAsync();
        await two.IdleAsync();

        Assert.Equal(30, probe.Count);
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_goes_to_the_poison_queue()
    {
        var probe = new Probe { Behaviour = static _ => throw new InvalidOperationException("Fails on purpose.") };
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Text, probe: probe);

        await host.DropAsync("bad.txt", "x");
        await host.IdleAsync();

        Assert.Equal(5, probe.Count);
        var poison = await host.Queues.GetQueueClient("webjobs-blobtrigger-poison").ReceiveMessagesAsync(32);
        var body = Assert.Single(poison.Value, message => message.Body.ToString().Contains(host.Names, StringComparison.Ordinal)).Body.ToObjectFromJson<Dictionary<string, string>>();
        Assert.Equal(
            ["BlobTrigger", "Host.Functions.TakeText", "BlockBlob", $"{host.Names}-inbox", "bad.txt"],
            [body!["Type"], body["FunctionId"], body["BlobType"], body["ContainerName"], body["BlobName"]]);
        Assert.Equal((await host.Inbox.GetBlobClient("bad.txt").GetPropertiesAsync()).Value.ETag.ToString("H"), body["ETag"]);
    }

    [Theory]
    [InlineData(900)]
    [InlineData(1024)]
    public async Task A_long_name_gets_its_receipt(int length)
    {
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString, Text);
        var name = new string('n', length - 4) + ".txt";

        await host.DropAsync(name, "long");
        await host.IdleAsync();

        Assert.Equal(name, (await host.Probe.NextAsync()).Data["name"]);
        Assert.Equal(1, host.Probe.Count);
    }
}
