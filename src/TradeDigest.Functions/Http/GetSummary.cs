using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Analysis;
using TradeDigest.Analysis.Rendering;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/summaries/{id}</c>: one article's document.</summary>
public sealed class GetSummary(ApiEndpoint endpoint, SummaryStore summaries)
{
    internal static ApiSchema Document { get; } = ApiSchema.Of("ArticleDocument", TradeDigestJson.Compact.ArticleDocument);

    internal static ApiOperation Operation { get; } = new("GetSummary", "GET", "summaries/{id}", "One article's document: its facts and summary, with the place of each in the text")
    {
        Path = [new("id", "The article's id: 16 hexadecimal digits.", "3f9a0c1d2e4b5a67")],
        Forms = [ApiForm.Json, ApiForm.Html, ApiForm.Markdown, ApiForm.Text],
        Answers = [new(StatusCodes.Status200OK, "The document.") { Schema = Document }],
        Errors = [new(StatusCodes.Status404NotFound, "There is no summary of this id.")],
    };

    /// <summary>Answers with the document of <paramref name="id"/>.</summary>
    [Function("GetSummary")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "summaries/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
            id.Length == 16 && id.All(char.IsAsciiHexDigitLower) && await summaries.FindAsync(id, cancellationToken) is { } document
                ? await AnswerAsync(document, asked.Form)
                : throw new ProblemException(
                    StatusCodes.Status404NotFound,
                    "No such summary",
                    "There is no summary of this id. Ids have 16 hexadecimal digits; GET /api/summaries?date=yyyy-MM-dd lists those of a day, ?name= finds that of a file."));

    /// <summary>A document in one of the forms.</summary>
    internal static async Task<ApiAnswer> AnswerAsync(ArticleDocument document, ApiForm form) => form.Name switch
    {
        "html" => ApiAnswer.Text(form, await DocumentRenderer.HtmlAsync(document)),
        "markdown" => ApiAnswer.Text(form, DocumentRenderer.Markdown(document)),
        "text" => ApiAnswer.Text(form, DocumentRenderer.Text(document)),
        _ => ApiAnswer.Json(document, TradeDigestJson.Compact.ArticleDocument),
    };
}
