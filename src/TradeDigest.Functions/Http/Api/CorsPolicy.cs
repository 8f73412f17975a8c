using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Lets pages of other origins read the answers (Fetch Standard, CORS protocol). In Azure the platform's own CORS setting, where it is set, answers before the app does.</summary>
public sealed class CorsPolicy(IOptions<CorsOptions> options)
{
    private readonly HashSet<string> _origins = new(options.Value.Origins, StringComparer.Ordinal);

    /// <summary>Whether any origin is let in.</summary>
    public bool IsOn => _origins.Count > 0;

    /// <summary>Adds what lets the request's origin read the answer, if it may. Returns whether it may.</summary>
    public bool Allow(HttpRequest request, IHeaderDictionary headers)
    {
        if (!IsOn)
        {
            return false;
        }

        headers.Vary = StringValues.IsNullOrEmpty(headers.Vary) ? "Origin" : headers.Vary + ", Origin";
        string origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || !(_origins.Contains("*") || _origins.Contains(origin)))
        {
            return false;
        }

        headers.AccessControlAllowOrigin = _origins.Contains("*") ? "*" : origin;
        headers.AccessControlExposeHeaders = "Digest-Unchanged, ETag, Last-Modified, Link, Location, Retry-After";
        return true;
    }
}
