using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Functions.Http.Rooms;
using TradeDigest.Pages;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/feed</c>: the digests and stories as a feed.</summary>
public sealed class GetFeed(ApiEndpoint endpoint, Subscriptions subscriptions, SiteAddress site)
{
    internal static ApiOperation Operation { get; } = new("GetFeed", "GET", "feed", "The last digests and their stories as a feed (Atom 1.0, RFC 4287)")
    {
        Description = "Ids are tags (RFC 4151) and stay. A story is one entry, which changes when a digest tells more of it.",
        Forms = [ApiForm.Atom],
        Answers = [new(StatusCodes.Status200OK, "The feed.")],
    };

    /// <summary>Answers with the feed. Its links carry the key that the request had.</summary>
    [Function("GetFeed")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "feed")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ => new ApiAnswer(
            await subscriptions.FeedAsync(site.Self(request), PageRequest.Of(request, GetPages.Root, site).Absolute, cancellationToken), ApiForm.Atom.ContentType));
}
