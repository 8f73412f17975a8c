using System.Diagnostics;
using System.Text;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>The function app as a process of its own, as <c>dotnet run</c> starts it, with short intervals.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = ExitAsync();
    }

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>A client for its address, once it listens.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Starts the app over the given storage.</summary>
    public static AppProcess Start(string connectionString, params IEnumerable<string> arguments) => StartWith(connectionString, [], arguments);

    /// <summary>Starts the app so that it only answers requests: the test takes the other steps itself, and nothing happens behind its back.</summary>
    public static AppProcess StartForRequests(string connectionString, params IEnumerable<KeyValuePair<string, string>> settings) => StartWith(
        connectionString,
        [.. settings, new("AzureWebJobs.IngestArticle.Disabled", "true"), new("AzureWebJobs.SummarizeArticle.Disabled", "true")]);

    /// <summary>Starts the app over the given storage with settings of its own.</summary>
    public static AppProcess StartWith(string connectionString, IEnumerable<KeyValuePair<string, string>> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["AzureWebJobsStorage"] = connectionString,
                ["AzureWebJobs.SendDailyDigest.Disabled"] = "true",
                ["AzureFunctionsWebHost__hostid"] = "tests",
                ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.250",
                ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00",
                ["LocalHost__BlobScanInterval"] = "00:00:00.250",
                ["LocalHost__MessageVisibility"] = "00:00:03",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TradeDigest.Functions.dll"));
        start.ArgumentList.Add("--port");
        start.ArgumentList.Add("0");
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new AppProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>Waits until it answers requests.</summary>
    public async Task<AppProcess> ListenAsync()
    {
        Client.Dispose();
        Client = new HttpClient { BaseAddress = await _listening.Task.WaitAsync(Patience), Timeout = Patience };
        await Eventually.TrueAsync(async () => (await Client.GetAsync(new Uri("api/health", UriKind.Relative))).IsSuccessStatusCode, () => Output);
        return this;
    }

    /// <summary>Waits until it ends by itself. Returns its exit code.</summary>
    public async Task<int> WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, in whatever it is doing (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Client.Dispose();
        _process.Dispose();
    }

    private async Task ExitAsync()
    {
        await _process.WaitForExitAsync();
        _listening.TrySetException(new InvalidOperationException($"The app ended before it listened.\n{Output}"));
    }

    private void Take(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        const string route = "/api/health";
        if (line is not null && line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at && line.EndsWith(route, StringComparison.Ordinal))
        {
            _listening.TrySetResult(new Uri(line[at..^(route.Length - 1)]));
        }
    }
}
