using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class MailerOptionsTests
{
    private const string Key = "c2VjcmV0";

    [Theory]
    [InlineData("Mail:Mailer=outbox")]
    [InlineData("Mail:Mailer=smtp", "Mail:Smtp:Host=127.0.0.1", "Mail:Smtp:Port=1025", "Mail:Smtp:StartTls=false")]
    [InlineData("Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org", "Mail:Smtp:User=desk", "Mail:Smtp:Password=x", "Mail:From=desk@example.org")]
    [InlineData("Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com", "Mail:From=Desk <desk@example.org>")]
    [InlineData("Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com/", "Mail:Acs:Key=" + Key, "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:Port=465", "Mail:Acs:Endpoint=ftp://old.example")]
    public void What_a_mailer_needs_is_enough(params string[] settings) => Assert.NotNull(Read(settings));

    [Theory]
    [InlineData("Mail:Mailer", "Mail:Mailer=pigeon")]
    [InlineData("Mail:Mailer", "Mail:Mailer=")]
    [InlineData("Mail:Smtp:Host", "Mail:Mailer=smtp", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:Host", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp://smtp.example.org", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:Host", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org:587", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:Port", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org", "Mail:Smtp:Port=465", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:Port", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org", "Mail:Smtp:Port=0", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:Password", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org", "Mail:Smtp:User=desk", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:User", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org", "Mail:Smtp:Password=x", "Mail:From=desk@example.org")]
    [InlineData("Mail:Smtp:StartTls", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org", "Mail:Smtp:StartTls=false", "Mail:Smtp:User=desk", "Mail:Smtp:Password=x", "Mail:From=desk@example.org")]
    [InlineData("Mail:From", "Mail:Mailer=smtp", "Mail:Smtp:Host=smtp.example.org")]
    [InlineData("Mail:From", "Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com")]
    [InlineData("Mail:Acs:Endpoint", "Mail:Mailer=acs", "Mail:From=desk@example.org")]
    [InlineData("Mail:Acs:Endpoint", "Mail:Mailer=acs", "Mail:Acs:Endpoint=http://r.communication.azure.com", "Mail:Acs:Key=" + Key, "Mail:From=desk@example.org")]
    [InlineData("Mail:Acs:Endpoint", "Mail:Mailer=acs", "Mail:Acs:Endpoint=http://127.0.0.1:8080", "Mail:From=desk@example.org")]
    [InlineData("Mail:Acs:Endpoint", "Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com/emails", "Mail:From=desk@example.org")]
    [InlineData("Mail:Acs:Key", "Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com", "Mail:Acs:Key=endpoint=https://r;accesskey=x", "Mail:From=desk@example.org")]
    [InlineData("Mail:Acs:PollSeconds", "Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com", "Mail:Acs:PollSeconds=-1", "Mail:From=desk@example.org")]
    [InlineData("Mail:TimeoutSeconds", "Mail:TimeoutSeconds=0")]
    [InlineData("Mail:Retries", "Mail:Retries=11")]
    [InlineData("Mail:RetryDelayMilliseconds", "Mail:RetryDelayMilliseconds=0")]
    [InlineData("Mail:BreakSeconds", "Mail:BreakSeconds=0")]
    public void What_makes_no_sense_is_refused_by_its_name(string told, params string[] settings)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(told, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outbox", "Mail:Mailer=outbox")]
    [InlineData("smtp", "Mail:Mailer=smtp", "Mail:Smtp:Host=127.0.0.1")]
    [InlineData("acs", "Mail:Mailer=acs", "Mail:Acs:Endpoint=https://r.communication.azure.com", "Mail:Acs:Key=" + Key, "Mail:From=desk@example.org")]
    public void The_setting_chooses_the_mailer(string name, params string[] settings)
    {
        using var services = Services([.. settings, "AzureWebJobsStorage=UseDevelopmentStorage=true"]);

        Assert.Equal(name, services.GetRequiredService<IMailer>().Name);
    }

    private static MailerOptions Read(string[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptions<MailerOptions>>().Value;
    }

    private static ServiceProvider Services(string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => (string?)s[1], StringComparer.Ordinal))
            .Build();
        return new ServiceCollection().AddLogging().AddTradeDigest(configuration).BuildServiceProvider();
    }
}
