using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Functions.Http.Rooms;

namespace TradeDigest.Functions.Http;

/// <summary>Puts the HTTP API together.</summary>
internal static class ApiServices
{
    /// <summary>Adds what the routes share.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CorsOptions>().Bind(configuration.GetSection(CorsOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<CorsOptions>, CorsOptionsValidator>()
            .AddSingleton<CorsPolicy>()
            .AddSingleton<ApiEndpoint>()
            .AddSingleton<ArticleFilters>()
            .AddSingleton<DigestAnswer>()
            .AddSingleton<SiteAddress>()
            .AddSingleton<SearchRoom>()
            .AddSingleton<PageRoutes>()
            .AddSingleton<PageEndpoint>();
    }
}
