using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/summaries/{id}</c>: one article's document.</summary>
public sealed class GetSummary(SummaryStore summaries, StorageGuard guard)
{
    /// <summary>Answers with the document of <paramref name="id"/>.</summary>
    [Function("GetSummary")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "summaries/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.AnswerAsync(() => OfAsync(id, cancellationToken));

    private async Task<IActionResult> OfAsync(string id, CancellationToken cancellationToken) =>
        id.Length == 16 && id.All(char.IsAsciiHexDigitLower) && await summaries.FindAsync(id, cancellationToken) is { } document
            ? Answers.Json(document, TradeDigestJson.Compact.ArticleDocument)
            : Answers.Problem(
                StatusCodes.Status404NotFound,
                "No such summary",
                "There is no summary of this id. Ids have 16 hexadecimal digits; GET /api/summaries?date=yyyy-MM-dd lists those of a day.");
}
