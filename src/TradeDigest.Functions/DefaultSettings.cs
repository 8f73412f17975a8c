using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace TradeDigest.Functions;

/// <summary>What the app starts with on a machine where nothing is set. In Azure the host process reads the settings of the function app itself: there they are set by the deployment.</summary>
public static class DefaultSettings
{
    private const string Storage = "AzureWebJobsStorage";

    /// <summary>Puts the defaults beneath all other settings. Where storage is reached by addresses and an identity, as in Azure, there is no connection string,
    /// and the emulator's must not take its place.</summary>
    public static void AddDefaultSettings(this IConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var defaults = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DigestSchedule"] = "0 */15 * * * *" };
        if (!configuration.GetSection(Storage).GetChildren().Any())
        {
            defaults[Storage] = "UseDevelopmentStorage=true";
        }

        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
    }
}
