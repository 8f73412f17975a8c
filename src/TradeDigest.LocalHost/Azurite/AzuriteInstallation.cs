using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace TradeDigest.LocalHost.Azurite;

/// <summary>
/// Where npx keeps Azurite. A version that is there already is run straight from the cache; otherwise npx fetches it once.
/// </summary>
internal static class AzuriteInstallation
{
    /// <summary>The version that this host is tested with.</summary>
    public const string Version = "3.37.0";

    private const string Install =
        "Install Node.js 20 or later from https://nodejs.org, or set AzureWebJobsStorage to the connection string of a storage account.";

    /// <summary>The script that starts all three services of Azurite.</summary>
    /// <param name="cancellationToken">Ends a download.</param>
    /// <exception cref="LocalHostException">Node.js is missing, or the package cannot be fetched.</exception>
    public static async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        if (FindInCache() is { } cached)
        {
            return cached;
        }

        await using var only = await OneAtATimeAsync(cancellationToken);
        return FindInCache() ?? await FetchAsync(cancellationToken);
    }

    /// <summary>Starts a program of Node.js.</summary>
    /// <param name="start">What to start.</param>
    /// <exception cref="LocalHostException">Node.js is missing.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new LocalHostException($"{start.FileName} did not start. {Install}");
        }
        catch (Win32Exception missing)
        {
            throw new LocalHostException(
                $"The storage emulator Azurite needs Node.js, and '{start.FileName}' cannot be run ({missing.Message}). {Install}", missing);
        }
    }

    private static string? FindInCache()
    {
        var npx = Path.Combine(NpmCache(), "_npx");
        return Directory.Exists(npx)
            ? Directory.EnumerateDirectories(npx).Select(folder => ScriptIn(Path.Combine(folder, "node_modules"))).FirstOrDefault(script => script is not null)
            : null;
    }

    private static string NpmCache() =>
        Environment.GetEnvironmentVariable("npm_config_cache") is { Length: > 0 } set ? set
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "npm-cache")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".npm");

    // npm writes .package-lock.json last, so a folder without it is still being filled.
    private static string? ScriptIn(string modules)
    {
        var package = Path.Combine(modules, "azurite", "package.json");
        if (!File.Exists(Path.Combine(modules, ".package-lock.json")) || !File.Exists(package))
        {
            return null;
        }

        using var manifest = JsonDocument.Parse(File.ReadAllText(package));
        var script = manifest.RootElement.GetProperty("bin").GetProperty("azurite").GetString()!;
        return manifest.RootElement.GetProperty("version").GetString() == Version
            ? Path.GetFullPath(Path.Combine(modules, "azurite", script))
            : null;
    }

    private static async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--yes", "--package", $"azurite@{Version}", "-c", "node -p process.env.PATH"])
        {
            start.ArgumentList.Add(argument);
        }

        using var npx = Start(start);
        try
        {
            var output = npx.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = npx.StandardError.ReadToEndAsync(cancellationToken);
            await npx.WaitForExitAsync(cancellationToken);
            var path = (await output).Trim().Split(Path.PathSeparator);
            return path.Where(folder => Path.GetFileName(folder) == ".bin")
                    .Select(folder => ScriptIn(Path.GetDirectoryName(folder)!))
                    .FirstOrDefault(script => script is not null)
                ?? throw new LocalHostException(
                    $"npx could not fetch azurite@{Version} (exit code {npx.ExitCode}). Check the connection to the npm registry, or set AzureWebJobsStorage "
                    + $"to the connection string of a storage account.{Environment.NewLine}{await errors}");
        }
        finally
        {
            if (!npx.HasExited)
            {
                npx.Kill(entireProcessTree: true);
            }
        }
    }

    // Two npx that fill the same folder at once can leave it broken.
    private static async Task<FileStream> OneAtATimeAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fetch-azurite-{Version}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
