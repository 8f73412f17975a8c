using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace TradeDigest.Functions;

/// <summary>What the app starts with on a machine where nothing is set. In Azure the host process reads the settings of the function app itself: there they are set by the deployment.</summary>
internal static class DefaultSettings
{
    /// <summary>Puts the defaults beneath all other settings.</summary>
    public static void AddDefaultSettings(this IConfigurationBuilder configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["DigestSchedule"] = "0 */15 * * * *",
        },
    });
}
