using System.Net;
using System.Net.Sockets;
using TradeDigest.LocalHost.Azurite;
using TradeDigest.LocalHost.Tests.Support;

namespace TradeDigest.LocalHost.Tests;

[Collection("processes")]
public sealed class ProcessTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("localhost-process-").FullName;
    private readonly string names = RunningHost.NewNames();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_dropped_folder_is_handled_before_the_request_whose_answer_alone_is_on_standard_output()
    {
        Directory.CreateDirectory(Path.Combine(folder, "letters", "deeper"));
        await File.WriteAllTextAsync(Path.Combine(folder, "letters", "a.txt"), "one");
        await File.WriteAllTextAsync(Path.Combine(folder, "letters", "deeper", "b.txt"), "two");
        await using var host = Start("--drop", $"letters={names}-inbox", "--then", "GET /api/collected", "--exit");

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal("text/plain: a.txt=ONE; deeper/b.txt=TWO", output.Trim());
        Assert.Equal(0, exitCode);
        Assert.Contains("Executed 'CopyInCapitals' (Succeeded", errors, StringComparison.Ordinal);
        Assert.Contains("Collect: [GET] http://127.0.0.1:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_is_given_up_makes_the_exit_code_1()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.txt"), "unreadable");
        await using var host = Start("--drop", $"{folder}={names}-inbox", "--exit");

        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("webjobs-blobtrigger-poison", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_fails_makes_the_exit_code_1_and_its_answer_is_an_error()
    {
        await using var host = Start("--then", "GET /api/nothing-here", "--exit");

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((1, ""), (exitCode, output.Trim()));
        Assert.Contains("GET /api/nothing-here answered 404", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_is_named_and_nothing_runs()
    {
        await using var host = Start("--dorp", folder);

        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("'--dorp'", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Listening", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "local.settings.json"), "{ Values: ");
        await using var host = Start();

        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("local.settings.json is not valid JSON", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SIGTERM_lets_a_running_function_finish()
    {
        await using var control = await RunningHost.StartAsync(azurite.ConnectionString, []);
        var results = control.Blobs.GetBlobContainerClient($"{names}-results");
        var queue = control.Queues.GetQueueClient($"{names}-slow");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("slowly");
        await using var host = Start();
        var address = await host.ListeningAsync();
        await RunningHost.Until(async () => await results.ExistsAsync() && await results.GetBlobClient("begun").ExistsAsync());

        await host.TerminateAsync();
        await RunningHost.Until(async () => !await ListensAsync(address.Port));
        await results.GetBlobClient("go").UploadAsync(BinaryData.FromString(""));
        var (exitCode, _, _) = await host.EndAsync();

        Assert.True(await results.GetBlobClient("done").ExistsAsync());
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_missing_emulator_is_started_and_ends_with_the_host_even_when_that_is_killed()
    {
        var (blob, queue, table) = (FreePort(), FreePort(), FreePort());
        var connection = $"DefaultEndpointsProtocol=http;AccountName={AzuriteProcess.AccountName};AccountKey={AzuriteProcess.AccountKey};"
            + $"BlobEndpoint=http://127.0.0.1:{blob}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queue}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{table}/devstoreaccount1";
        await using var host = HostProcess.Start(connection, names, folder, "--port", "0");
        await host.ListeningAsync();
        Assert.True(await ListensAsync(blob) && await ListensAsync(queue));
        Assert.True(Directory.Exists(Path.Combine(folder, ".azurite")));

        host.Kill();

        await RunningHost.Until(async () => !await ListensAsync(blob) && !await ListensAsync(queue));
    }

    [Fact]
    public async Task A_port_held_by_something_else_is_said_to_be()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var accept = Task.Run(async () =>
        {
            using var client = await other.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("220 mail ready\r\n"u8.ToArray());
        });
        var connection = $"DefaultEndpointsProtocol=http;AccountName={AzuriteProcess.AccountName};AccountKey={AzuriteProcess.AccountKey};"
            + $"BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{FreePort()}/devstoreaccount1";
        await using var host = HostProcess.Start(connection, names, folder, "--port", "0");

        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"Port {port} of 127.0.0.1 is taken by something that is not a storage emulator", errors, StringComparison.Ordinal);
        await accept;
    }

    private HostProcess Start(params string[] args) => HostProcess.Start(azurite.ConnectionString, names, folder, args.Contains("--exit") ? args : [.. args, "--port", "0"]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
