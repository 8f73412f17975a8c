using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>MailDev, a real mail server with an HTTP API, on free ports for all tests of the collection; it takes mail from one user.</summary>
public sealed class MailDev : IAsyncLifetime
{
    public const string Collection = "MailDev";
    public const string User = "desk";
    public const string Password = "pass word";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly StringBuilder _output = new();
    private Process? _process;

    public int SmtpPort { get; } = FreePort();

    public Uri Page { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));

    private HttpClient Client { get; } = new();

    public async Task InitializeAsync()
    {
        string[] arguments =
        [
            "--yes", "maildev@2.2.1", "--ip", "127.0.0.1", "--smtp", SmtpPort.ToString(CultureInfo.InvariantCulture), "--web", Page.Port.ToString(CultureInfo.InvariantCulture),
            "--incoming-user", User, "--incoming-pass", Password,
        ];
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("npx did not start.");
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, e) => Take(e.Data, listening);
        _process.ErrorDataReceived += (_, e) => Take(e.Data, listening);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync();
        try
        {
            if (await Task.WhenAny(listening.Task, ended).WaitAsync(Patience) == ended)
            {
                throw new InvalidOperationException("npx maildev@2.2.1 ended before it listened. Node.js and the npm registry are needed.");
            }
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{e.Message}\n{Output}", e);
        }
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    /// <summary>The mails for an address, as MailDev's API tells them.</summary>
    public async Task<IReadOnlyList<JsonNode>> MailsAsync(string address)
    {
        var all = JsonNode.Parse(await Client.GetStringAsync(new Uri(Page, "email")))!.AsArray();
        return [.. all.Where(m => m!["envelope"]!["to"]!.AsArray().Any(to => (string?)to!["address"] == address)).Select(m => m!.DeepClone())];
    }

    /// <summary>The message as it came.</summary>
    public Task<string> SourceAsync(JsonNode mail) => Client.GetStringAsync(new Uri(Page, $"email/{mail["id"]}/download"));

    private string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Take(string? line, TaskCompletionSource listening)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.Contains("SMTP Server running", StringComparison.Ordinal) == true)
        {
            listening.TrySetResult();
        }
    }
}

[CollectionDefinition(MailDev.Collection)]
public sealed class MailDevTests : ICollectionFixture<MailDev>;
