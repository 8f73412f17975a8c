using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;

namespace TradeDigest.Functions.Http;

/// <summary><c>OPTIONS</c> of any address: the question of a browser whether a page of another origin may call (Fetch Standard, CORS-preflight request).
/// It carries no function key, so that it needs a function of its own.</summary>
public sealed class Preflight(CorsPolicy cors)
{
    // GET goes with HEAD.
    private static readonly string Methods = string.Join(", ", ApiDescription.Operations.Select(o => o.Method).Append("HEAD").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Answers 204 to an origin that the settings name, else 403.</summary>
    [Function("Preflight")]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "{*path}")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        if (!cors.Allow(request, headers))
        {
            return new ApiResult(
                ApiAnswer.Problem(
                    StatusCodes.Status403Forbidden,
                    "Not for pages of this origin",
                    "The setting Http:Cors:Origins does not name this origin. Add it there, or call from a server."),
                cors,
                variesByAccept: false);
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = "Accept, Content-Type, If-Modified-Since, If-None-Match, x-functions-key";
        headers.AccessControlMaxAge = "600";
        return new StatusCodeResult(StatusCodes.Status204NoContent);
    }
}
