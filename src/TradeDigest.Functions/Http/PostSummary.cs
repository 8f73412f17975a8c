using System.Globalization;
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
        if (WrapperOf(request) is { } wrapper)
        {
            return Answers.Problem(
                StatusCodes.Status415UnsupportedMediaType,
                "Not the article itself",
                $"The body is {wrapper}. Send the file's bytes as they are, for example with curl -X POST --data-binary @article.txt.");
        }

        try
        {
            byte[] body = request.ContentLength > limits.MaxBytes ? throw TooLarge(request.ContentLength.Value) : await ReadAsync(request.Body, cancellationToken);
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

    /// <summary>What the article is wrapped in, which would be read as its text; null for nothing.</summary>
    private static string? WrapperOf(HttpRequest request)
    {
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return "a form (multipart/form-data)";
        }

        string encoding = request.Headers.ContentEncoding.ToString();
        return encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase) ? null : "compressed (Content-Encoding)";
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

    private UnreadableArticleException TooLarge(long length) => new(UnreadableReasons.TooLarge, string.Create(
        CultureInfo.InvariantCulture,
        $"The body has {length:N0} bytes; the limit is {limits.MaxBytes:N0}. Send the article's text alone, or raise the limit (setting Articles:MaxBytes)."));

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
