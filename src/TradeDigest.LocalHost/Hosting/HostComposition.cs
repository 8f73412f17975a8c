using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.DependencyInjection;
using TradeDigest.LocalHost.Configuration;
using TradeDigest.LocalHost.Terminal;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>Puts the host together: the app's settings and services around a web application on 127.0.0.1.</summary>
internal static class HostComposition
{
    /// <summary>A builder whose configuration holds, from weakest to strongest: local.settings.json, the environment.</summary>
    /// <param name="terminal">Where the log goes.</param>
    /// <param name="problems">Is told what cannot be read; the host says so when it starts.</param>
    public static WebApplicationBuilder CreateBuilder(HostTerminal terminal, List<string> problems)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        try
        {
            builder.Configuration.AddInMemoryCollection(LocalSettingsFile.Read(Environment.CurrentDirectory, AppContext.BaseDirectory));
        }
        catch (LocalHostException broken)
        {
            problems.Add(broken.Message);
        }

        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders().AddProvider(new TerminalLoggerProvider(terminal, TimeProvider.System));
        return builder;
    }

    /// <summary>The host.</summary>
    /// <param name="builder">With all the app's services.</param>
    /// <param name="args">The program's arguments.</param>
    /// <param name="functionTypes">Where the functions are; null for the program's assembly.</param>
    /// <param name="usesAspNetCore">Whether HTTP functions can run.</param>
    /// <param name="terminal">For what the host says.</param>
    /// <param name="problems">What could not be read.</param>
    public static IHost Build(WebApplicationBuilder builder, string[] args, IReadOnlyList<Type>? functionTypes, bool usesAspNetCore, HostTerminal terminal, List<string> problems)
    {
        var file = ReadHostJson(builder.Configuration, problems);
        var times = new HostTimes();
        try
        {
            builder.Configuration.GetSection(HostTimes.Section).Bind(times);
        }
        catch (InvalidOperationException broken)
        {
            problems.Add($"{broken.Message} Write a time such as 00:00:10.");
        }

        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = times.ShutdownTimeout);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
        builder.Logging.AddConfiguration(file.GetSection("logging"));
        return new LocalFunctionsHost(new HostParts(builder.Build(), file, args, functionTypes, usesAspNetCore, times, terminal, problems));
    }

    private static IConfigurationRoot ReadHostJson(ConfigurationManager settings, List<string> problems)
    {
        var overrides = settings.GetSection("AzureFunctionsJobHost");
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"), optional: true).AddConfiguration(overrides).Build();
        }
        catch (InvalidDataException broken)
        {
            problems.Add($"{broken.Message} {broken.InnerException?.Message}");
            return new ConfigurationBuilder().AddConfiguration(overrides).Build();
        }
    }
}
