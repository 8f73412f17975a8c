using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/health</c>: whether the app can work, and what waits for someone.</summary>
public sealed class GetHealth(HealthCheck health)
{
    /// <summary>Answers 200 while storage answers, else 503.</summary>
    [Function("GetHealth")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.LookAsync(cancellationToken);
        return Answers.Json(
            report, TradeDigestJson.Compact.HealthReport, report.Storage ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
