using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Delivery;
using TradeDigest.Functions.Http.Api;

namespace TradeDigest.Functions.Http;

/// <summary><c>/api/unsubscribe/{token}</c>: <c>POST</c> unsubscribes the reader to whom the token was sent (RFC 8058 and the page's button alike), <c>GET</c> shows a page with that button
/// and changes nothing, as mail scanners follow links.</summary>
public sealed class Unsubscribe(ApiEndpoint endpoint, UnsubscribeDesk desk)
{
    private const string Route = "unsubscribe/{token}";

    private static readonly IReadOnlyList<PathParameter> Path = [new("token", "The reader's own, from the mail.", "Zm9yIGV4YW1wbGUgb25seSwgbm9ib2R5J3MgdG9rZW4")];

    private static readonly IReadOnlyList<ApiResponse> NotFound = [new(StatusCodes.Status404NotFound, "The token is nobody's.")];

    internal static ApiOperation Page { get; } = new("GetUnsubscribe", "GET", Route, "A page with a button that unsubscribes; nothing is changed")
    {
        NeedsKey = false,
        Path = Path,
        PassesOverOtherQuery = true,
        Forms = [ApiForm.Html],
        Answers = [new(StatusCodes.Status200OK, "The page.")],
        Errors = NotFound,
    };

    internal static ApiOperation Operation { get; } = new("PostUnsubscribe", "POST", Route, "Unsubscribes a reader; safe to repeat")
    {
        NeedsKey = false,
        Path = Path,
        PassesOverOtherQuery = true,
        Body = ["application/x-www-form-urlencoded", "multipart/form-data"],
        Forms = [ApiForm.Html],
        Answers = [new(StatusCodes.Status200OK, "The reader gets no more mail.")],
        Errors = NotFound,
    };

    /// <summary>Answers with the page.</summary>
    [Function("GetUnsubscribe")]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Page, request, async _ => await AnswerAsync(
            await desk.FindAsync(token, cancellationToken) switch
            {
                null => UnsubscribeState.Unknown,
                { Unsubscribed: true } => UnsubscribeState.Done,
                _ => UnsubscribeState.Asks,
            }));

    /// <summary>Unsubscribes.</summary>
    [Function("PostUnsubscribe")]
    public Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ => await AnswerAsync(
            await desk.UnsubscribeAsync(token, cancellationToken) ? UnsubscribeState.Done : UnsubscribeState.Unknown));

    private static async Task<ApiAnswer> AnswerAsync(UnsubscribeState state) => ApiAnswer.Text(ApiForm.Html, await UnsubscribePages.RenderAsync(state)) with
    {
        Status = state == UnsubscribeState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        ContentSecurityPolicy = UnsubscribePages.Policy,
        CacheControl = "no-store",
    };
}
