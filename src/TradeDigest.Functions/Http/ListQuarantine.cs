using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/quarantine</c>: the files that could not be read.</summary>
public sealed class ListQuarantine(ApiEndpoint endpoint, QuarantineStore quarantine)
{
    private static readonly QueryParameter<int?> Limit = Paging.Limit();

    internal static ApiOperation Operation { get; } = new("ListQuarantine", "GET", "quarantine", "The files that could not be read, with the reason and what to do")
    {
        Query = [Limit, Paging.Cursor],
        Answers =
        [
            new(StatusCodes.Status200OK, "The files, in the order of their names.")
            {
                Schema = ApiSchema.Of("QuarantinedFile", TradeDigestJson.Compact.QuarantineRecord).List(),
                Headers = Paging.Headers,
            },
        ],
    };

    /// <summary>Answers with the files.</summary>
    [Function("ListQuarantine")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "quarantine")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
        {
            var (files, next) = await quarantine.PageAsync(asked.Query.Of(Limit) ?? Paging.Default, asked.Query.Of(Paging.Cursor), cancellationToken);
            return ApiAnswer.Json(files, TradeDigestJson.Compact.IReadOnlyListQuarantineRecord).WithNext(request, next);
        });
}
