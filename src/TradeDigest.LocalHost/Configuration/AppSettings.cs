using System.Text;
using Microsoft.Extensions.Configuration;

namespace TradeDigest.LocalHost.Configuration;

/// <summary>The app settings as the triggers need them.</summary>
/// <param name="configuration">Environment before local.settings.json.</param>
internal sealed class AppSettings(IConfiguration configuration)
{
    /// <summary>The setting that names the host's own storage, and the triggers' unless they name another.</summary>
    public const string DefaultConnection = "AzureWebJobsStorage";

    /// <summary>The connection string of the emulator on its usual ports.</summary>
    public const string DevelopmentStorage = "UseDevelopmentStorage=true";

    /// <summary>Puts settings in where a text says <c>%Name%</c>.</summary>
    /// <param name="text">A path, a queue's name or a schedule.</param>
    /// <param name="use">What the text is for, to be named in the error.</param>
    /// <exception cref="LocalHostException">A setting is missing.</exception>
    public string Resolve(string text, string use)
    {
        var resolved = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOf('%') is >= 0 and var open && rest[(open + 1)..].IndexOf('%') is > 0 and var length)
        {
            var name = rest.Slice(open + 1, length).ToString();
            var value = configuration[name.Replace("__", ":", StringComparison.Ordinal)] ?? throw new LocalHostException(
                $"{use} is '{text}', but there is no setting '{name}'. Set it in local.settings.json (under Values) or in the environment.");
            resolved.Append(rest[..open]).Append(value);
            rest = rest[(open + length + 2)..];
        }

        return resolved.Append(rest).ToString();
    }

    /// <summary>Whether a function is switched off by <c>AzureWebJobs.Name.Disabled</c>, in any of its spellings.</summary>
    /// <param name="function">The function's name.</param>
    public bool IsDisabled(string function)
    {
        var value = configuration[$"AzureWebJobs.{function}.Disabled"] ?? configuration[$"AzureWebJobs:{function}:Disabled"]
            ?? configuration[$"AzureWebJobs_{function}_Disabled"];
        return value is not null && (value.Trim() == "1" || (bool.TryParse(value, out var disabled) && disabled));
    }

    /// <summary>The connection string that a trigger names.</summary>
    /// <param name="connection">The setting's name; null for the host's own storage.</param>
    /// <exception cref="LocalHostException">There is none, or it is identity-based.</exception>
    public string ConnectionString(string? connection)
    {
        var name = string.IsNullOrEmpty(connection) ? DefaultConnection : connection;
        string[] keys = [$"AzureWebJobs{name}", name, $"ConnectionStrings:{name}"];
        if (keys.Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } value)
        {
            return value;
        }

        if (keys.FirstOrDefault(key => configuration.GetSection(key).GetChildren().Any()) is { } identity)
        {
            throw new LocalHostException(
                $"The setting '{name}' is identity-based ('{identity}__...'), which only Azure's host understands. "
                + $"Set '{name}' to a connection string, or to {DevelopmentStorage} for the emulator.");
        }

        return name == DefaultConnection
            ? DevelopmentStorage
            : throw new LocalHostException($"There is no setting '{name}', which a trigger's Connection names. Set it to a connection string.");
    }
}
