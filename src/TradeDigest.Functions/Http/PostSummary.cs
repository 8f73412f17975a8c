using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Articles;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/summaries</c>: what the app makes of the article in the body. Nothing is stored.</summary>
public sealed class PostSummary(ArticlePreview preview, ArticleReaderOptions limits, TimeProvider time)
{
    /// <summary>Answers with the article's document.</summary>
    [Function("PostSummary")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "summaries")] HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            byte[] body = await ReadAsync(request.Body, cancellationToken);
            var documents = await preview.ReadAsync(body, SourceOf(request), cancellationToken);
            return documents.Count == 1
                ? Answers.Json(documents[0], TradeDigestJson.Compact.ArticleDocument)
                : Answers.Problem(
                    StatusCodes.Status422UnprocessableEntity,
                    "More than one article",
                    $"The body holds {documents.Count} articles. Post them one at a time, or drop the file into the articles container.");
        }
        catch (UnreadableArticleException e)
        {
            return Answers.Unreadable(e);
        }
    }

    private ArticleSource SourceOf(HttpRequest request)
    {
        return new(Given("name") ?? "request", time.GetUtcNow())
        {
            ContentType = request.ContentType,
            Title = Given("title"),
            Publisher = Given("publisher"),
            Url = Given("url"),
            Byline = Given("byline"),
            Published = Given("published"),
        };

        string? Given(string key) => request.Query[key].ToString() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The body, up to one byte beyond the limit, which the reader then refuses.</summary>
    private async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        byte[] buffer = new byte[81920];
        int read;
        while (content.Length <= limits.MaxBytes
            && (read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, limits.MaxBytes + 1 - content.Length)), cancellationToken)) > 0)
        {
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
