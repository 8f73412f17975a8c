using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TradeDigest.LocalHost.Azurite;

/// <summary>
/// A running storage emulator that this process started, and that ends with it: even if this process is killed, Azurite sees
/// its input close and saves and leaves. Ctrl+C does not reach it, so that functions that are running can still write.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The account of every emulator.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The key of that account, which is the same everywhere and no secret (Microsoft's documentation of Azurite).</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    // Loaded before Azurite's own script: signals are left to the host; the end of the input stops Azurite as a signal would.
    private const string EndWithTheHost =
        "let stop=()=>process.exit(0);const once=process.once;const signals=['SIGINT','SIGTERM'];"
        + "process.once=function(name,handler){if(!signals.includes(name))return once.call(this,name,handler);stop=handler;return this};"
        + "for(const name of signals)process.on(name,()=>{});"
        + "process.stdin.on('end',()=>{stop();setTimeout(()=>process.exit(0),8000).unref()});process.stdin.resume()";

    private readonly Process process;
    private readonly Task errors;

    private AzuriteProcess(Process process, Task errors)
    {
        this.process = process;
        this.errors = errors;
    }

    /// <summary>The blob service's port on 127.0.0.1.</summary>
    public int BlobPort { get; private set; }

    /// <summary>The queue service's port on 127.0.0.1.</summary>
    public int QueuePort { get; private set; }

    /// <summary>The table service's port on 127.0.0.1.</summary>
    public int TablePort { get; private set; }

    /// <summary>The id of the emulator's process.</summary>
    public int ProcessId => process.Id;

    /// <summary>A connection string that any storage client takes.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};BlobEndpoint={Endpoint(BlobPort)};"
        + $"QueueEndpoint={Endpoint(QueuePort)};TableEndpoint={Endpoint(TablePort)};";

    /// <summary>Starts Azurite and waits until it listens.</summary>
    /// <param name="folder">Where its data lie; made if missing, and kept.</param>
    /// <param name="blobPort">A port of 127.0.0.1; 0 takes a free one, as for the other two.</param>
    /// <param name="queuePort">The queue service's port.</param>
    /// <param name="tablePort">The table service's port.</param>
    /// <param name="cancellationToken">Gives up, and leaves nothing running.</param>
    /// <exception cref="LocalHostException">Node.js is missing, the package cannot be fetched, or a port is taken.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string folder, int blobPort = 0, int queuePort = 0, int tablePort = 0, CancellationToken cancellationToken = default)
    {
        var script = await AzuriteInstallation.FindAsync(cancellationToken);
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--import", "data:text/javascript," + Uri.EscapeDataString(EndWithTheHost),
            script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", Path.GetFullPath(folder),
            "--blobPort", Port(blobPort), "--queuePort", Port(queuePort), "--tablePort", Port(tablePort),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var node = AzuriteInstallation.Start(start);
        var errorText = new StringBuilder();
        var azurite = new AzuriteProcess(node, CollectAsync(node.StandardError, errorText));
        try
        {
            await azurite.WaitUntilItListensAsync(errorText, cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets Azurite save its data and end, and ends it by force when that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        finally
        {
            await errors;
            process.Dispose();
        }
    }

    private static string Endpoint(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{AccountName}");

    private static string Port(int port) => port.ToString(CultureInfo.InvariantCulture);

    // Each service says on a line of its own where it listens, which is also how a free port becomes known.
    private async Task WaitUntilItListensAsync(StringBuilder errorText, CancellationToken cancellationToken)
    {
        const string listening = "successfully listening at ";
        while (BlobPort == 0 || QueuePort == 0 || TablePort == 0)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            if (line is null)
            {
                await errors;
                throw new LocalHostException($"Azurite ended while it was starting.{Environment.NewLine}{errorText.ToString().Trim()}");
            }

            var at = line.IndexOf(listening, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var port = new Uri(line[(at + listening.Length)..].Trim()).Port;
            if (line.Contains("Blob", StringComparison.Ordinal))
            {
                BlobPort = port;
            }
            else if (line.Contains("Queue", StringComparison.Ordinal))
            {
                QueuePort = port;
            }
            else
            {
                TablePort = port;
            }
        }

        _ = CollectAsync(process.StandardOutput, new StringBuilder());
    }

    private static async Task CollectAsync(StreamReader reader, StringBuilder into)
    {
        const int enough = 8000;
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (into.Length < enough)
            {
                into.AppendLine(line);
            }
        }
    }
}
