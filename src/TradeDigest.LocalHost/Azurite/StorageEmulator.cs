using System.Net.Sockets;

namespace TradeDigest.LocalHost.Azurite;

/// <summary>Sees to it that an emulator answers where the settings expect one: one that runs is used, otherwise Azurite is started.</summary>
internal static class StorageEmulator
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private enum Answer
    {
        None,
        Emulator,
        Other,
    }

    /// <summary>Starts Azurite if it is needed.</summary>
    /// <param name="connection">The app's storage.</param>
    /// <param name="folder">Where the emulator's data lie.</param>
    /// <param name="starting">Is called before something is started.</param>
    /// <param name="cancellationToken">Gives up, and leaves nothing running.</param>
    /// <returns>The emulator that was started; null when none was needed.</returns>
    /// <exception cref="LocalHostException">A port is taken by something else, or Azurite cannot be started.</exception>
    public static async Task<AzuriteProcess?> EnsureAsync(string connection, string folder, Action<EmulatorAddress> starting, CancellationToken cancellationToken)
    {
        if (EmulatorAddress.From(connection) is not { } address)
        {
            return null;
        }

        var blob = await AskAsync(address.BlobPort, cancellationToken);
        var queue = await AskAsync(address.QueuePort, cancellationToken);
        foreach (var (answer, port) in ((Answer, int)[])[(blob, address.BlobPort), (queue, address.QueuePort)])
        {
            if (answer == Answer.Other)
            {
                throw new LocalHostException(
                    $"Port {port} of 127.0.0.1 is taken by something that is not a storage emulator. Stop it, or set AzureWebJobsStorage to a connection string with other ports.");
            }
        }

        if (blob != queue)
        {
            throw new LocalHostException(
                $"Of the storage emulator only the {(blob == Answer.Emulator ? "blob" : "queue")} service answers (ports {address.BlobPort} and {address.QueuePort}). "
                + "Start all of Azurite, or stop it and let this host start its own.");
        }

        if (blob == Answer.Emulator)
        {
            return null;
        }

        starting(address);
        var tablePort = await AskAsync(address.TablePort, cancellationToken) == Answer.None ? address.TablePort : 0;
        return await AzuriteProcess.StartAsync(folder, address.BlobPort, address.QueuePort, tablePort, cancellationToken);
    }

    private static async Task<Answer> AskAsync(int port, CancellationToken cancellationToken)
    {
        if (port == 0)
        {
            return Answer.None;
        }

        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/{AzuriteProcess.AccountName}?comp=list"), cancellationToken);
            var server = response.Headers.Server.ToString();
            return server.StartsWith("Azurite", StringComparison.OrdinalIgnoreCase) || server.StartsWith("Windows-Azure", StringComparison.OrdinalIgnoreCase)
                ? Answer.Emulator
                : Answer.Other;
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? Answer.None : Answer.Other;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer.Other;
        }
    }
}
