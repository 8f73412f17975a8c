using System.Diagnostics;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>Packages of npm that tests use, fetched once by npx into its cache.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The folder <c>node_modules</c> that holds all of <paramref name="packages"/> (<c>name@version</c>). Their install scripts are not run.</summary>
    public static async Task<string> FindAsync(params IEnumerable<string> packages)
    {
        string path = await RunAsync(
            OperatingSystem.IsWindows() ? "npx.cmd" : "npx",
            ["--yes", "--ignore-scripts", .. packages.Select(package => $"--package={package}"), "-c", "node -p process.env.PATH"]);
        return path.Split(Path.PathSeparator)
            .Where(folder => Path.GetFileName(folder.Trim()) == ".bin" && folder.Contains("_npx", StringComparison.Ordinal))
            .Select(folder => Path.GetDirectoryName(folder.Trim())!)
            .First();
    }

    /// <summary>Runs a program to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds its errors.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{await errors}\n{await output}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
