using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Configuration;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>Puts the host together: the app's settings and services around a web application on 127.0.0.1.</summary>
internal static class HostComposition
{
    /// <summary>A builder whose configuration holds, from weakest to strongest: local.settings.json, the environment.</summary>
    public static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(LocalSettingsFile.Read(Environment.CurrentDirectory, AppContext.BaseDirectory));
        builder.Configuration.AddEnvironmentVariables();
        return builder;
    }

    /// <summary>The host.</summary>
    /// <param name="builder">With all the app's services.</param>
    /// <param name="args">The program's arguments.</param>
    /// <param name="functionTypes">Where the functions are; null for the program's assembly.</param>
    /// <param name="usesAspNetCore">Whether HTTP functions can run.</param>
    public static IHost Build(WebApplicationBuilder builder, string[] args, IReadOnlyList<Type>? functionTypes, bool usesAspNetCore)
    {
        var file = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"), optional: true)
            .AddConfiguration(builder.Configuration.GetSection("AzureFunctionsJobHost"))
            .Build();
        builder.Logging.AddConfiguration(file.GetSection("logging"));
        var port = new ChosenPort();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port.Number));
        return new LocalFunctionsHost(builder.Build(), file, args, functionTypes, usesAspNetCore, port);
    }
}

/// <summary>The port, which is chosen after the web server is configured and before it starts.</summary>
internal sealed class ChosenPort
{
    /// <summary>0 for any that is free.</summary>
    public int Number { get; set; } = HostOptions.DefaultPort;
}
