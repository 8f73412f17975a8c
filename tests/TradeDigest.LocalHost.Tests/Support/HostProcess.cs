using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TradeDigest.LocalHost.Tests.Support;

/// <summary>This assembly, running as a functions app of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> output;
    private readonly Task reading;

    private HostProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        reading = ReadErrorsAsync();
    }

    public static HostProcess Start(string connection, string names, string workingFolder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder,
        };
        foreach (var argument in (string[])[typeof(HostProcess).Assembly.Location, .. args])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AzureWebJobsStorage"] = connection;
        start.Environment["AzureFunctionsWebHost__hostid"] = names;
        start.Environment["Names"] = names;
        start.Environment["LocalHost__BlobScanInterval"] = "00:00:00.2";
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the host says where it listens.</summary>
    public Task<Uri> ListeningAsync() => address.Task.WaitAsync(Patience);

    public void Kill() => process.Kill();

    /// <summary>Asks the process to end, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        await reading;
        return (process.ExitCode, await output, errors.ToString());
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadErrorsAsync()
    {
        const string listening = "Listening on ";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            errors.AppendLine(line);
            if (line.StartsWith(listening, StringComparison.Ordinal))
            {
                address.TrySetResult(new Uri(line[listening.Length..]));
            }
        }

        address.TrySetException(new InvalidOperationException($"The host ended before it listened. {errors}"));
    }
}
