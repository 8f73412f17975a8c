using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Configuration;

namespace TradeDigest.Functions.Http.Rooms;

/// <summary>The app's own address, for what leaves it: the setting <c>Site:BaseUrl</c>, or the address that was asked.</summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    /// <summary>The absolute address of a path below <c>/api/</c>.</summary>
    public Uri Of(HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        string site = configuration["Site:BaseUrl"] is { Length: > 0 } set ? set.TrimEnd('/') : UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/');
        return new Uri($"{site}/api/{path}");
    }

    /// <summary>The absolute address of the request itself.</summary>
    public Uri Self(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = request.Path.Value ?? "";
        int at = path.IndexOf("/api/", StringComparison.OrdinalIgnoreCase);
        return Of(request, (at < 0 ? path.TrimStart('/') : path[(at + "/api/".Length)..]) + request.QueryString.ToUriComponent());
    }
}
