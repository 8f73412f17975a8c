using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using TradeDigest.Functions.Http.Rooms;
using TradeDigest.Pages;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/pages/…</c>: the pages for people, with a function key; and <c>GET /api/public/…</c>, the same for anyone, where the setting <c>Pages:Public</c> opens them.</summary>
/// <remarks>Who may call is fixed when the app is compiled, so that these are two functions.</remarks>
public sealed class GetPages(PageEndpoint pages, IOptions<PagesOptions> options)
{
    /// <summary>The root of the pages that ask for a key.</summary>
    internal const string Root = "pages";

    /// <summary>The root of the pages for anyone.</summary>
    internal const string PublicRoot = "public";

    /// <summary>Answers with a page.</summary>
    [Function("GetPages")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Root + "/{*path}")] HttpRequest request, CancellationToken cancellationToken) =>
        pages.AnswerAsync(request, Root, cancellationToken);

    /// <summary>Answers with a page where the pages are open to anyone.</summary>
    [Function("GetPublicPages")]
    public Task<IActionResult> RunPublic(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoot + "/{*path}")] HttpRequest request, CancellationToken cancellationToken) =>
        options.Value.Public ? pages.AnswerAsync(request, PublicRoot, cancellationToken) : Task.FromResult(pages.Closed());
}
