using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Operations;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/quarantine/{name}/retry</c>: tries a quarantined file again.</summary>
public sealed class RetryQuarantined(ApiEndpoint endpoint, QuarantineRetry retry)
{
    internal static ApiOperation Operation { get; } = new("RetryQuarantined", "POST", "quarantine/{name}/retry", "Tries a quarantined file again")
    {
        Path = [new("name", "The file's name, as the quarantine and the digest have it, percent-encoded (/ as %2F).", "desk%2Farticle.txt")],
        Answers =
        [
            new(StatusCodes.Status200OK, "What came of it.") { Schema = ApiSchema.Of("RetriedFile", TradeDigestJson.Compact.RetriedFile) },
        ],
        Errors = [new(StatusCodes.Status404NotFound, "No file of this name is in quarantine.")],
    };

    /// <summary>Tries the file again.</summary>
    [Function("RetryQuarantined")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "quarantine/{name}/retry")] HttpRequest request, string name, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ =>
            // Routing leaves an encoded slash in a segment as it is.
            await retry.RunAsync(name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancellationToken) is { } file
                ? ApiAnswer.Json(file, TradeDigestJson.Compact.RetriedFile)
                : throw new ProblemException(
                    StatusCodes.Status404NotFound, "Not in quarantine", "No file of this name is in quarantine. Give its name percent-encoded (/ as %2F); GET /api/quarantine lists the files."));
}
