using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Queries;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/digests</c>: the digests that were made.</summary>
public sealed class ListDigests(ApiEndpoint endpoint, DigestQuery query)
{
    private static readonly QueryParameter<int?> Limit = Paging.Limit();

    internal static ApiOperation Operation { get; } = new("ListDigests", "GET", "digests", "The digests that were made, newest first")
    {
        Query = [ArticleFilters.Date, ArticleFilters.From, ArticleFilters.To, Limit, Paging.Cursor],
        Answers =
        [
            new(StatusCodes.Status200OK, "The digests, in short.")
            {
                Schema = ApiSchema.Of("DigestListItem", TradeDigestJson.Compact.DigestListItem).List(),
                Headers = Paging.Headers,
            },
        ],
    };

    /// <summary>Answers with the digests of the days that are asked for.</summary>
    [Function("ListDigests")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "digests")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
        {
            var (from, to) = ArticleFilters.DaysOf(asked.Query);
            var after = asked.Query.Of(Paging.Cursor) is { } cursor ? DigestQuery.Decode(cursor) ?? throw Paging.NoCursor() : null;
            var (items, next) = await query.PageAsync(from, to, asked.Query.Of(Limit) ?? Paging.Default, after, cancellationToken);
            return ApiAnswer.Json(items, TradeDigestJson.Compact.IReadOnlyListDigestListItem).WithNext(request, next is null ? null : DigestQuery.Encode(next));
        });
}
