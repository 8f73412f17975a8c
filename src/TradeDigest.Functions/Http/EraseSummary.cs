using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Operations;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>DELETE /api/summaries/{id}</c>: erases an article and all that came of it.</summary>
public sealed class EraseSummary(ApiEndpoint endpoint, ArticleErasure erasure)
{
    internal static ApiOperation Operation { get; } = new("EraseSummary", "DELETE", "summaries/{id}", "Erases an article and all that came of it")
    {
        Description = "Its document, a model's answers about it, and what the stored digests told by it alone are deleted; the next digest says so. The file in the container articles is yours and stays, "
            + "but is not taken in again. Mail that was sent cannot be called back.",
        Path = [new("id", "The article's id: 16 hexadecimal digits.", "3f9a0c1d2e4b5a67")],
        Answers = [new(StatusCodes.Status200OK, "It is erased: the files that hold it, and the digests that had told it.") { Schema = ApiSchema.Of("ErasedArticle", TradeDigestJson.Compact.ErasedArticle) }],
        Errors = [new(StatusCodes.Status404NotFound, "There is no article of this id.")],
    };

    /// <summary>Erases the article of <paramref name="id"/>.</summary>
    [Function("EraseSummary")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "summaries/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ =>
            id.Length == 16 && id.All(char.IsAsciiHexDigitLower) && await erasure.EraseAsync(id, cancellationToken) is { } erased
                ? ApiAnswer.Json(erased, TradeDigestJson.Compact.ErasedArticle)
                : throw new ProblemException(
                    StatusCodes.Status404NotFound, "No such article", "There is no article of this id, and nothing was erased. GET /api/summaries lists articles with their ids."));
}
