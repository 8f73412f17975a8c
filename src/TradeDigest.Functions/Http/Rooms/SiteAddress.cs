using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using TradeDigest.Delivery;

namespace TradeDigest.Functions.Http.Rooms;

/// <summary>The app's own address, for what leaves it: the setting <c>Site:BaseUrl</c>, or the address that was asked.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site)
{
    /// <summary>The absolute address of a path below <c>/api/</c>.</summary>
    public Uri Of(HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        return site.Value.Api(path) ?? new Uri(new Uri(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, "/api/")), path);
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
