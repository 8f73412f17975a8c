using Microsoft.AspNetCore.Http;
using TradeDigest.Pages;

namespace TradeDigest.Functions.Http.Rooms;

/// <summary>A request for a page: where it lies below the pages' root, and how its links are written.</summary>
/// <param name="Path">The parts of its path below the root; none for the root itself.</param>
/// <param name="Links">Links for pages, which are relative.</param>
/// <param name="Absolute">Links for feed and calendar, which readers keep elsewhere.</param>
internal sealed record PageRequest(IReadOnlyList<string> Path, PageLinks Links, PageLinks Absolute)
{
    private const string Key = "code";

    /// <summary>Reads a request below <paramref name="root"/>, such as <c>pages</c>.</summary>
    public static PageRequest Of(HttpRequest request, string root, SiteAddress site)
    {
        string path = request.Path.Value ?? "";
        int at = path.IndexOf("/" + root, StringComparison.OrdinalIgnoreCase) + 1 + root.Length;
        string below = at <= path.Length ? path[at..] : "";
        string? key = KeyOf(request);
        return new(
            below.Split('/', StringSplitOptions.RemoveEmptyEntries),
            new PageLinks(Relative(below, root), key),
            new PageLinks(site.Of(request, root + "/").AbsoluteUri, key));
    }

    /// <summary>The function key that the request carries in its address.</summary>
    public static string? KeyOf(HttpRequest request) => request.Query[Key].ToString() is { Length: > 0 } key ? key : null;

    /// <summary>What leads from the requested address to the root (RFC 3986, section 5.2): an address is taken as it is up to its last slash.</summary>
    private static string Relative(string below, string root) => below.Count(c => c == '/') switch
    {
        0 => root + "/",
        1 => "./",
        var depth => string.Concat(Enumerable.Repeat("../", depth - 1)),
    };
}
