using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Http;
using TradeDigest.LocalHost.Invocations;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>The functions app, running on this machine.</summary>
internal sealed class LocalFunctionsHost(
    WebApplication app, IConfiguration hostJson, string[] args, IReadOnlyList<Type>? functionTypes, bool usesAspNetCore, ChosenPort port) : IHost, IAsyncDisposable
{
    private readonly WorkMeter meter = new();

    /// <inheritdoc/>
    public IServiceProvider Services => app.Services;

    /// <summary>Where the host answers, once it has started.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Starts, or says on standard error why not and stops with exit code 1.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartOrThrowAsync(cancellationToken);
        }
        catch (LocalHostException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            Environment.ExitCode = 1;
            app.Lifetime.StopApplication();
        }
    }

    /// <summary>Starts.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalHostException">The host cannot start; the message says why.</exception>
    public async Task StartOrThrowAsync(CancellationToken cancellationToken)
    {
        var options = HostCommandLine.Parse(args, Console.Out);
        if (options is null)
        {
            app.Lifetime.StopApplication();
            return;
        }

        var settings = new AppSettings(app.Configuration);
        var catalog = new FunctionCatalog(settings);
        var functions = functionTypes is null ? catalog.Find(Assembly.GetEntryAssembly()!) : catalog.Find(functionTypes);
        if (!usesAspNetCore && functions.FirstOrDefault(each => each.Trigger is HttpTrigger) is { } http)
        {
            throw new LocalHostException($"Function '{http.Name}' has an HTTP trigger: call builder.ConfigureFunctionsWebApplication() in Program.cs.");
        }

        var invoker = new FunctionInvoker(app.Services, meter, TimeProvider.System, app.Services.GetRequiredService<ILoggerFactory>());
        new FunctionEndpoints(invoker, HostJson.From(hostJson).RoutePrefix).Map(app, functions);
        port.Number = ChoosePort(options);
        await app.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)app).Dispose();

    private static int ChoosePort(HostOptions options)
    {
        var wanted = options.Port ?? HostOptions.DefaultPort;
        if (wanted == 0 || IsFree(wanted))
        {
            return wanted;
        }

        return options is { Port: null, Exit: true }
            ? 0
            : throw new LocalHostException($"Port {wanted} of 127.0.0.1 is taken. Stop what listens there, or choose another by --port.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
