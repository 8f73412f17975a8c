using Microsoft.Extensions.Configuration;
using TradeDigest.Functions;

namespace TradeDigest.EndToEndTests.App;

public sealed class DefaultSettingsTests
{
    [Fact]
    public void Where_nothing_is_set_storage_is_the_emulator()
    {
        var configuration = new ConfigurationManager();

        configuration.AddDefaultSettings();

        Assert.Equal("UseDevelopmentStorage=true", configuration["AzureWebJobsStorage"]);
        Assert.NotNull(configuration["DigestSchedule"]);
    }

    [Fact]
    public void Where_storage_is_reached_with_an_identity_no_connection_string_takes_its_place()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("AzureWebJobsStorage:blobServiceUri", "https://account.blob.core.windows.net")]);

        configuration.AddDefaultSettings();

        Assert.Null(configuration["AzureWebJobsStorage"]);
    }

    [Fact]
    public void What_is_set_goes_first()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("AzureWebJobsStorage", "theirs"), new("DigestSchedule", "0 0 * * * *")]);

        configuration.AddDefaultSettings();

        Assert.Equal(("theirs", "0 0 * * * *"), (configuration["AzureWebJobsStorage"], configuration["DigestSchedule"]));
    }
}
