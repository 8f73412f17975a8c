using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/health</c>: whether the app can work, and what waits for someone.</summary>
public sealed class GetHealth(ApiEndpoint endpoint, HealthCheck health)
{
    private static readonly ApiSchema Report = ApiSchema.Of("HealthReport", TradeDigestJson.Compact.HealthReport);

    internal static ApiOperation Operation { get; } = new("GetHealth", "GET", "health", "Whether the app can work, and what waits for someone")
    {
        NeedsKey = false,
        Answers =
        [
            new(StatusCodes.Status200OK, "Storage answers.") { Schema = Report },
            new(StatusCodes.Status503ServiceUnavailable, "Storage does not answer; the rest is not known.") { Schema = Report },
        ],
    };

    /// <summary>Answers 200 while storage answers, else 503.</summary>
    [Function("GetHealth")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ =>
        {
            var report = await health.LookAsync(cancellationToken);
            return ApiAnswer.Json(report, TradeDigestJson.Compact.HealthReport) with
            {
                Status = report.Storage ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
                CacheControl = "no-store",
            };
        });
}
