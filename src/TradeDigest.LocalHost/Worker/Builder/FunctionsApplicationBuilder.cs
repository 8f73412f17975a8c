using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Hosting;
using TradeDigest.LocalHost.Terminal;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Gathers what a functions app needs, and builds the host that runs it.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly string[] args;
    private readonly List<string> problems = [];
    private readonly HostTerminal terminal;
    private readonly WebApplicationBuilder inner;
    private bool usesAspNetCore;
    private bool hasBuilt;

    internal FunctionsApplicationBuilder(string[]? args)
        : this(args, HostTerminal.OnStandardError())
    {
    }

    internal FunctionsApplicationBuilder(string[]? args, HostTerminal terminal)
    {
        this.args = args ?? [];
        this.terminal = terminal;
        inner = HostComposition.CreateBuilder(terminal, problems);
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)inner).Properties;

    /// <inheritdoc/>
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The app settings.</summary>
    public ConfigurationManager Configuration => inner.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => inner.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => inner.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => inner.Metrics;

    /// <inheritdoc/>
    public IServiceCollection Services => inner.Services;

    /// <summary>The classes whose functions run: those of the program's own assembly unless a test names others.</summary>
    internal IReadOnlyList<Type>? FunctionTypes { get; set; }

    /// <summary>The app, ready to run.</summary>
    /// <exception cref="InvalidOperationException">It was built before.</exception>
    public IHost Build()
    {
        if (hasBuilt)
        {
            throw new InvalidOperationException("The application has already been built.");
        }

        hasBuilt = true;
        return HostComposition.Build(inner, args, FunctionTypes, usesAspNetCore, terminal, problems);
    }

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)inner).ConfigureContainer(factory, configure);

    internal void UseAspNetCore()
    {
        Services.AddMvcCore();
        usesAspNetCore = true;
    }
}
