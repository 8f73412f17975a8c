using Azure.Storage.Blobs;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Invocations;
using TradeDigest.LocalHost.Terminal;

namespace TradeDigest.LocalHost.Script;

/// <summary>Does what the command line asks for: drops folders, waits until all is idle, makes requests.</summary>
/// <param name="listeners">Know what is idle.</param>
/// <param name="service">Where folders are dropped.</param>
/// <param name="meter">Counts what runs.</param>
/// <param name="terminal">For progress.</param>
/// <param name="output">For answers.</param>
internal sealed class HostScript(TriggerListeners listeners, BlobServiceClient service, WorkMeter meter, HostTerminal terminal, TextWriter output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Does all that is asked.</summary>
    /// <param name="options">What is asked.</param>
    /// <param name="address">Where this host answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when every request succeeded, and no message or blob was given up.</returns>
    public async Task<bool> RunAsync(HostOptions options, Uri address, CancellationToken cancellationToken)
    {
        foreach (var drop in options.Drops)
        {
            await DropAsync(drop, cancellationToken);
        }

        var succeeded = true;
        using var client = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        foreach (var followUp in options.FollowUps)
        {
            await WaitUntilIdleAsync(cancellationToken);
            succeeded &= await RequestAsync(client, followUp, cancellationToken);
        }

        if (options.Exit)
        {
            await WaitUntilIdleAsync(cancellationToken);
        }

        if (meter.Problems > 0)
        {
            terminal.Line($"{meter.Problems} messages or blobs were given up; the log above says why.", "red");
        }

        return succeeded && meter.Problems == 0;
    }

    private async Task DropAsync(DroppedFolder drop, CancellationToken cancellationToken)
    {
        var (count, before) = (0, 0);
        await terminal.WhileAsync(
            $"Dropping {drop.Folder} into '{drop.Container}' ...",
            () => $"{count} files",
            async () => before = await FolderDrop.UploadAsync(service, drop, () => count++, cancellationToken));
        terminal.Line(before == 0 ? $"There are no files in {drop.Folder}." : $"Dropped {before} files from {drop.Folder} into '{drop.Container}'.", before == 0 ? "yellow" : "green");
    }

    private async Task WaitUntilIdleAsync(CancellationToken cancellationToken) => await terminal.WhileAsync(
        "Waiting until all triggers are idle ...",
        () => $"{meter.Running} running, {meter.Started} begun",
        async () =>
        {
            while (!await listeners.IsIdleAsync(cancellationToken))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        });

    private async Task<bool> RequestAsync(HttpClient client, FollowUp followUp, CancellationToken cancellationToken)
    {
        terminal.Line($"{followUp.Method} {followUp.Path}");
        using var request = new HttpRequestMessage(new HttpMethod(followUp.Method), followUp.Path);
        request.Headers.Accept.ParseAdd("text/plain");
        request.Headers.Accept.ParseAdd("application/json;q=0.8");
        request.Headers.Accept.ParseAdd("*/*;q=0.1");
        using var response = await client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            await output.WriteLineAsync(body.TrimEnd());
            await output.FlushAsync(cancellationToken);
            return true;
        }

        terminal.Line($"{followUp.Method} {followUp.Path} answered {(int)response.StatusCode} {response.ReasonPhrase}{Environment.NewLine}{body.TrimEnd()}", "red");
        return (int)response.StatusCode < 400;
    }
}
