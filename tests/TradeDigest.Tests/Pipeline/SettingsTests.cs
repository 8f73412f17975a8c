using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TradeDigest.Delivery;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Tests.Pipeline;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_has_to_be_set_but_the_storage()
    {
        using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal("Europe/London", services.GetRequiredService<DigestSchedule>().Zone.Id);
        Assert.NotNull(services.GetRequiredService<DigestStep>());
    }

    [Theory]
    [InlineData("Digest:TimeZone", "Europe/Atlantis", "Europe/Atlantis")]
    [InlineData("Digest:Time", "7 o'clock", "07:00")]
    public void A_digest_setting_that_makes_no_sense_is_refused_with_an_example(string key, string value, string told)
    {
        using var services = Services((key, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DigestOptions>>().Value);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_makes_no_sense_is_refused()
    {
        using var services = Services(("Articles:MaxBytes", "0"));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ArticleOptions>>().Value);
        Assert.Contains("Articles:MaxBytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipient_that_is_no_address_is_refused_without_telling_it()
    {
        using var services = Services(("Mail:Recipients:0", "a@example.org"), ("Mail:Recipients:1", "nobody at all"));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains("Mail:Recipients:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody at all", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_storage_the_app_says_what_to_set()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StorageConnection.Open(new ConfigurationBuilder().Build()));

        Assert.Contains("AzureWebJobsStorage", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_can_be_reached_by_addresses_and_an_identity()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage:blobServiceUri"] = "https://account.blob.core.windows.net",
            ["AzureWebJobsStorage:queueServiceUri"] = "https://account.queue.core.windows.net",
        }).Build();

        var storage = StorageConnection.Open(settings);

        Assert.Equal("https://account.blob.core.windows.net/articles", storage.Articles.Uri.AbsoluteUri);
        Assert.Equal("https://account.queue.core.windows.net/articles-to-summarize", storage.ToSummarize.Uri.AbsoluteUri);
    }

    private static ServiceProvider Services(params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)))
            .Build();
        return new ServiceCollection().AddLogging().AddTradeDigest(configuration).BuildServiceProvider();
    }
}
