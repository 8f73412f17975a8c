using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Azurite;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Http;
using TradeDigest.LocalHost.Invocations;
using TradeDigest.LocalHost.Script;
using TradeDigest.LocalHost.Storage;
using TradeDigest.LocalHost.Terminal;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>What the host is made from.</summary>
internal sealed record HostParts(
    WebApplication App, IConfiguration HostJson, string[] Args, IReadOnlyList<Type>? FunctionTypes, bool UsesAspNetCore, HostTimes Times, HostTerminal Terminal,
    IReadOnlyList<string> Problems)
{
    /// <summary>Counts what runs and what was given up.</summary>
    public WorkMeter Meter { get; } = new();
}

/// <summary>
/// The functions app, running on this machine. It starts the emulator if needed, then the web server, then the triggers, and
/// stops them in the other order, so that a function that is still running can finish its work.
/// </summary>
internal sealed class LocalFunctionsHost(HostParts parts) : IHost, IAsyncDisposable
{
    // What a shell reports for a program that was interrupted.
    private const int InterruptedExitCode = 130;

    private readonly WorkMeter meter = parts.Meter;
    private readonly StorageAccounts accounts = new(parts.Meter.NoteProblem);
    private AzuriteProcess? emulator;
    private TriggerListeners? listeners;
    private Task script = Task.CompletedTask;

    /// <inheritdoc/>
    public IServiceProvider Services => parts.App.Services;

    /// <summary>Where the host answers, once it has started.</summary>
    public Uri Address => new(parts.App.Urls.First());

    /// <summary>The triggers' listeners, once there are any.</summary>
    public TriggerListeners? Listeners => listeners;

    /// <summary>Starts, or says on standard error why not and stops with an exit code.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        try
        {
            await StartOrThrowAsync(interrupted.Token);
        }
        catch (LocalHostException reason)
        {
            parts.Terminal.Line(reason.Message, "red");
            Stop(exitCode: 1);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Stop(InterruptedExitCode);
        }

        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.Cancel();
        }
    }

    /// <summary>Starts.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalHostException">The host cannot start; the message says why.</exception>
    public async Task StartOrThrowAsync(CancellationToken cancellationToken)
    {
        if (HostCommandLine.Parse(parts.Args, Console.Out) is not { } options)
        {
            parts.App.Lifetime.StopApplication();
            return;
        }

        if (parts.Problems.Count > 0)
        {
            throw new LocalHostException(string.Join(Environment.NewLine, parts.Problems));
        }

        parts.Terminal.IsBrief = options.Exit;
        var settings = new AppSettings(parts.App.Configuration);
        var functions = FindFunctions(settings);
        var storage = settings.ConnectionString(null);
        emulator = await StorageEmulator.EnsureAsync(storage, Path.Combine(Environment.CurrentDirectory, ".azurite"), SayStarting, cancellationToken);

        var hostJson = HostJson.From(parts.HostJson);
        var hostId = HostId.From(parts.App.Configuration, AppContext.BaseDirectory);
        var loggers = Services.GetRequiredService<ILoggerFactory>();
        var log = loggers.CreateLogger(nameof(LocalHost));
        var invoker = new FunctionInvoker(Services, meter, TimeProvider.System, loggers);
        listeners = new TriggerListeners(new ListenerSetup(hostId, storage, hostJson, parts.Times, accounts, invoker, meter, TimeProvider.System, log), functions);
        parts.App.UseStatusCodePages(FunctionEndpoints.ExplainAsync);
        var endpoints = new FunctionEndpoints(invoker, hostJson.RoutePrefix);
        endpoints.Map(parts.App, functions);
        new AdminEndpoints(listeners, invoker, accounts, hostId).Map(parts.App);
        new EventGridEndpoint(listeners).Map(parts.App);

        parts.App.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ChosenPort.From(options)}"));
        await StartServerAsync(cancellationToken);
        parts.Terminal.Line($"Functions (for development only; host id {hostId}):");
        foreach (var line in FunctionList.Lines(functions, endpoints, Address))
        {
            parts.Terminal.Line(line);
        }

        await StartListenersAsync(listeners, cancellationToken);
        parts.Terminal.Line($"Listening on {Address}");
        script = RunScriptAsync(new HostScript(listeners, accounts.Blobs(storage), meter, parts.Terminal, Console.Out), options, log);
    }

    /// <summary>Takes no more work, lets what runs finish within the limit, and stops.</summary>
    /// <param name="cancellationToken">Cuts the web server's waiting short.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await Task.WhenAll(listeners?.StopAsync() ?? Task.CompletedTask, parts.App.StopAsync(cancellationToken), script);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (listeners is not null)
        {
            await listeners.DisposeAsync();
        }

        await parts.App.DisposeAsync();
        if (emulator is not null)
        {
            await emulator.DisposeAsync();
            emulator = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private ImmutableArray<Function> FindFunctions(AppSettings settings)
    {
        var catalog = new FunctionCatalog(settings);
        var functions = parts.FunctionTypes is null ? catalog.Find(Assembly.GetEntryAssembly()!) : catalog.Find(parts.FunctionTypes);
        if (!parts.UsesAspNetCore && functions.FirstOrDefault(each => each.Trigger is HttpTrigger) is { } http)
        {
            throw new LocalHostException($"Function '{http.Name}' has an HTTP trigger: call builder.ConfigureFunctionsWebApplication() in Program.cs.");
        }

        return functions;
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await parts.App.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new LocalHostException($"The host cannot listen: {taken.Message} Choose another port by --port.", taken);
        }
    }

    private static async Task StartListenersAsync(TriggerListeners listeners, CancellationToken cancellationToken)
    {
        try
        {
            await listeners.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            throw new LocalHostException(
                $"The storage that {AppSettings.DefaultConnection} names cannot be used: {failure.Message.Split('\n')[0].Trim()} Check the connection string and that the storage can be reached.", failure);
        }
    }

    private void SayStarting(EmulatorAddress address) =>
        parts.Terminal.Line($"No storage emulator answers on port {address.BlobPort}: starting Azurite with its data in .azurite/ (the first time, npx fetches it) ...");

    private async Task RunScriptAsync(HostScript hostScript, HostOptions options, ILogger log)
    {
        var stopping = parts.App.Lifetime.ApplicationStopping;
        try
        {
            var succeeded = await hostScript.RunAsync(options, Address, stopping);
            Environment.ExitCode = options.Exit && !succeeded ? 1 : Environment.ExitCode;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Environment.ExitCode = options.Exit ? InterruptedExitCode : Environment.ExitCode;
        }
        catch (Exception failure)
        {
            HostLog.ScriptFailed(log, failure);
            Environment.ExitCode = 1;
        }

        if (options.Exit)
        {
            parts.App.Lifetime.StopApplication();
        }
    }

    private void Stop(int exitCode)
    {
        Environment.ExitCode = exitCode;
        parts.App.Lifetime.StopApplication();
    }
}
