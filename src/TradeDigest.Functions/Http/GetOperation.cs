using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Operations;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/operations/{id}</c>: how far an operation is.</summary>
public sealed class GetOperation(ApiEndpoint endpoint, OperationRunner operations)
{
    internal static ApiOperation Operation { get; } = new("GetOperation", "GET", "operations/{id}", "How far an operation is")
    {
        Path = [new("id", "The operation's id, as its beginning gave it.", "20260302T0800000000000-rebuild")],
        Answers = [new(StatusCodes.Status200OK, "The operation.") { Schema = PostOperation.Record }],
        Errors = [new(StatusCodes.Status404NotFound, "There is no operation of this id.")],
    };

    /// <summary>Answers with the operation.</summary>
    [Function("GetOperation")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operations/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ => await operations.FindAsync(id, cancellationToken) is { } record
            ? ApiAnswer.Json(record, TradeDigestJson.Compact.OperationRecord)
            : throw new ProblemException(
                StatusCodes.Status404NotFound, "No such operation", "There is no operation of this id. POST /api/operations/{kind} gives the address of the one that it begins."));
}
