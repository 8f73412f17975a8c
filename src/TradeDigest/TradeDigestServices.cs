using System.Security.Cryptography;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TradeDigest.Analysis;
using TradeDigest.Analysis.Model;
using TradeDigest.Articles;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Operations;
using TradeDigest.Pages;
using TradeDigest.Pipeline;
using TradeDigest.Queries;
using TradeDigest.Storage;
using TradeDigest.Telemetry;

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
        services.AddSettings<SiteOptions, SiteOptionsValidator>(configuration, SiteOptions.Section);
        services.AddOptions<ModelOptions>().Bind(configuration.GetSection(ModelOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelEndpointValidator>();
        services.AddOptions<MailerOptions>().Bind(configuration.GetSection(MailerOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailerOptions>, MailerOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PagesOptions>().Bind(configuration.GetSection(PagesOptions.Section)).ValidateOnStart();
        return services.AddStorage(configuration).AddArticles().AddDigests().AddDelivery().AddPages();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => StorageConnection.Open(configuration))
        .AddHostedService<StorageCreation>()
        .AddSingleton(s => new DayLog(Account(s).Library, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<DayLog>>()))
        .AddSingleton(s => new ArticleStore(Account(s).Library))
        .AddSingleton(s => new SummaryStore(Account(s).Library))
        .AddSingleton(s => new NameIndex(Account(s).Library))
        .AddSingleton(s => new ErasedArticles(Account(s).Library))
        .AddSingleton(s => new QuarantineStore(Account(s).Quarantine, s.GetRequiredService<DayLog>()))
        .AddSingleton(s => new DigestStore(Account(s).Digests));

    private static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddSingleton(s => new ArticleReaderOptions { MaxBytes = Options<ArticleOptions>(s).MaxBytes })
        .AddSingleton<ArticleReader>()
        .AddAnalysts()
        .AddSingleton<SummaryRequests>()
        .AddSingleton<PipelineTracing>()
        .AddSingleton<PipelineMetrics>()
        .AddSingleton<IngestStep>()
        .AddSingleton<SummarizeStep>()
        .AddSingleton<PoisonStep>()
        .AddSingleton<ArticlePreview>()
        .AddSingleton<ArticleDrop>()
        .AddSingleton<BlobParts>()
        .AddSingleton<QuarantineRetry>()
        .AddSingleton<IOperation, Replay>()
        .AddSingleton<IOperation, Rebuild>()
        .AddSingleton<IOperation, Reanalyse>()
        .AddSingleton<IOperation, RetryQuarantine>()
        .AddSingleton<OperationRunner>()
        .AddSingleton<DigestEraser>()
        .AddSingleton<ArticleErasure>()
        .AddSingleton<PartyFinder>()
        .AddSingleton<ArticleWalk>()
        .AddSingleton<SummaryQuery>()
        .AddSingleton<FactQuery>()
        .AddSingleton<DigestQuery>()
        .AddSingleton<HealthCheck>();

    /// <summary>The rules; where a model is set up, the model beside them.</summary>
    private static IServiceCollection AddAnalysts(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<ModelMetrics>()
        .AddSingleton<Vocabulary>()
        .AddSingleton<EnglishReader>()
        .AddSingleton<FactExtractor>()
        .AddSingleton<LocalAnalyst>()
        .AddSingleton<WordingCheck>()
        .AddSingleton<GroundingGate>()
        .AddSingleton<ITokenLedger>(s => new TokenLedger(Account(s).Library))
        .AddSingleton(s => new AnswerCache(Account(s).Library))
        .AddSingleton<IAnswerCache>(s => s.GetRequiredService<AnswerCache>())
        .AddSingleton<IAnalyst>(s => Options<ModelOptions>(s) is { IsSet: true } model
            ? ActivatorUtilities.CreateInstance<ModelAnalyst>(s, Client(s, model), s.GetRequiredService<LocalAnalyst>())
            : s.GetRequiredService<LocalAnalyst>());

    private static ModelClient Client(IServiceProvider services, ModelOptions model) => new(
        model,
        () => new DefaultAzureCredential(),
        new HttpClient { Timeout = Timeout.InfiniteTimeSpan },
        services.GetRequiredService<TimeProvider>(),
        Jitter);

    private static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton(s => Options<DigestOptions>(s).ToSchedule())
        .AddSingleton<DigestPlanner>()
        .AddSingleton<DigestRecovery>()
        .AddSingleton<DigestRollCall>()
        .AddSingleton<CopySettlement>()
        .AddSingleton<DigestComposer>()
        .AddSingleton(new RenderableDigest())
        .AddSingleton<DigestForms>()
        .AddSingleton<DigestMaker>()
        .AddSingleton<DigestStep>()
        .AddSingleton<DigestPreview>()
        .AddSingleton<ArticleDocuments>()
        .AddSingleton<WeekIssue>()
        .AddSingleton<DeliveryOpening>()
        .AddSingleton<DeliveryStep>();

    private static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<MailMetrics>()
        .AddSingleton<IMailer>(s => ActivatorUtilities.CreateInstance<ResilientMailer>(s, Mailer(s, Options<MailerOptions>(s)), Options<MailerOptions>(s), (Func<double>)Jitter))
        .AddSingleton(s => new DeliveryCalendar(s.GetRequiredService<DigestSchedule>().Zone, s.GetRequiredService<DigestSchedule>().Time))
        .AddSingleton(s => new DeliveryLedger(Account(s).Digests))
        .AddSingleton(s => new OpenDeliveryIndex(Account(s).Digests))
        .AddSingleton<DeliveryReports>()
        .AddSingleton<RecipientDelivery>()
        .AddSingleton(s => ActivatorUtilities.CreateInstance<RecipientDirectory>(s, Account(s).Recipients))
        .AddSingleton(s => new Unsubscriptions(Account(s).Recipients, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new UnsubscribeSecretStore(Account(s).Library, s.GetRequiredService<IOptions<MailOptions>>()))
        .AddSingleton<UnsubscribeDesk>()
        .AddHostedService<SubscriptionNotice>();

    private static IMailer Mailer(IServiceProvider services, MailerOptions options) => options.Mailer switch
    {
        SmtpMailer.Smtp => new SmtpMailer(options, services.GetRequiredService<TimeProvider>()),
        CommunicationServicesMailer.Acs => new CommunicationServicesMailer(options, () => new DefaultAzureCredential(), services.GetRequiredService<TimeProvider>()),
        _ => new OutboxMailer(Account(services).Outbox),
    };

    private static double Jitter() => RandomNumberGenerator.GetInt32(1_000_000) / 1_000_000d;

    private static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<StoryArchives>()
        .AddSingleton<ReadingRoom>()
        .AddSingleton<Subscriptions>();

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
