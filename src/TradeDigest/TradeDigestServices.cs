using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest;

/// <summary>Puts the library together.</summary>
public static class TradeDigestServices
{
    /// <summary>Adds all that the functions need, by the settings of <paramref name="configuration"/>. Settings that make no sense end the start with a sentence that says so.</summary>
    public static IServiceCollection AddTradeDigest(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ArticleOptions, ArticleOptionsValidator>(configuration, ArticleOptions.Section);
        services.AddSettings<DigestOptions, DigestOptionsValidator>(configuration, DigestOptions.Section);
        services.AddSettings<MailOptions, MailOptionsValidator>(configuration, MailOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        return services.AddStorage(configuration).AddArticles().AddDigests();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => StorageConnection.Open(configuration))
        .AddHostedService<StorageCreation>()
        .AddSingleton(s => new DayLog(Account(s).Library, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<DayLog>>()))
        .AddSingleton(s => new ArticleStore(Account(s).Library))
        .AddSingleton(s => new SummaryStore(Account(s).Library))
        .AddSingleton(s => new NameIndex(Account(s).Library))
        .AddSingleton(s => new QuarantineStore(Account(s).Quarantine, s.GetRequiredService<DayLog>()))
        .AddSingleton(s => new DigestStore(Account(s).Digests));

    private static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddSingleton(s => new ArticleReaderOptions { MaxBytes = Options<ArticleOptions>(s).MaxBytes })
        .AddSingleton<ArticleReader>()
        .AddSingleton<IAnalyst, LocalAnalyst>()
        .AddSingleton<IngestStep>()
        .AddSingleton<SummarizeStep>()
        .AddSingleton<PoisonStep>()
        .AddSingleton<ArticlePreview>()
        .AddSingleton<SummaryListing>()
        .AddSingleton<HealthCheck>();

    private static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton(s => Options<DigestOptions>(s).ToSchedule())
        .AddSingleton<DigestPlanner>()
        .AddSingleton<CopySettlement>()
        .AddSingleton<DigestComposer>()
        .AddSingleton<DigestForms>()
        .AddSingleton<DigestMaker>()
        .AddSingleton<DigestStep>()
        .AddSingleton<IMailer>(s => new OutboxMailer(Account(s).Outbox))
        .AddSingleton(s => new DigestDelivery(
            Account(s).Digests,
            s.GetRequiredService<IMailer>(),
            s.GetRequiredService<IOptions<MailOptions>>(),
            s.GetRequiredService<TimeProvider>()));

    private static void AddSettings<TOptions, TValidator>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
    }

    private static StorageAccount Account(IServiceProvider services) => services.GetRequiredService<StorageAccount>();

    private static TOptions Options<TOptions>(IServiceProvider services)
        where TOptions : class => services.GetRequiredService<IOptions<TOptions>>().Value;
}
