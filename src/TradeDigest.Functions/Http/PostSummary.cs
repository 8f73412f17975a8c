using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Articles;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/summaries</c>: what the app makes of the article in the body.</summary>
public sealed class PostSummary(ApiEndpoint endpoint, ArticlePreview preview, ArticleDrop drop, ArticleReaderOptions limits, TimeProvider time)
{
    private static readonly QueryParameter<string?> Name = QueryParameter.Text("name", "The name of the file.");
    private static readonly QueryParameter<string?> Title = QueryParameter.Text("title", "The article's title.");
    private static readonly QueryParameter<string?> Publisher = QueryParameter.Text("publisher", "Who publishes it.");
    private static readonly QueryParameter<string?> Url = QueryParameter.Text("url", "Its address, http or https.", 2000);
    private static readonly QueryParameter<string?> Byline = QueryParameter.Text("byline", "Who wrote it.");
    private static readonly QueryParameter<string?> Published = QueryParameter.Text("published", "The day of publication, as 2026-03-02 or with a time.", 40);
    private static readonly QueryParameter<bool?> Store = QueryParameter.Flag(
        "store", "Whether the article is put into the container articles too. Its document is then there by its id, and in the next digest, once it went the way of all others (seconds).", otherwise: false);

    internal static ApiOperation Operation { get; } = new("PostSummary", "POST", "summaries", "What the app makes of the article in the body")
    {
        Query = [Name, Title, Publisher, Url, Byline, Published, Store],
        Body = ["text/plain", "text/html", "text/markdown", "application/json", "message/rfc822", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        Answers =
        [
            new(StatusCodes.Status200OK, "Its document; nothing is stored.") { Schema = GetSummary.Document },
            new(StatusCodes.Status201Created, "Its document; the article is stored.")
            {
                Schema = GetSummary.Document,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = "Where the document will be." },
            },
        ],
        Errors =
        [
            new(StatusCodes.Status409Conflict, "Another file has this name in the container articles; it stays as it is."),
            new(StatusCodes.Status413PayloadTooLarge, "The article is larger than the setting Articles:MaxBytes."),
            new(StatusCodes.Status415UnsupportedMediaType, "The body is not the article itself."),
            new(StatusCodes.Status422UnprocessableEntity, "The body holds no article that can be read, or several."),
        ],
    };

    /// <summary>Answers with the article's document.</summary>
    [Function("PostSummary")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "summaries")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, asked => ReadAsync(asked, cancellationToken));

    private async Task<ApiAnswer> ReadAsync(ApiRequest asked, CancellationToken cancellationToken)
    {
        var request = asked.Http;
        if (WrapperOf(request) is { } wrapper)
        {
            throw new ProblemException(
                StatusCodes.Status415UnsupportedMediaType,
                "Not the article itself",
                $"The body is {wrapper}. Send the file's bytes as they are, for example with curl -X POST --data-binary @article.txt.");
        }

        try
        {
            byte[] body = request.ContentLength > limits.MaxBytes ? throw TooLarge(request.ContentLength.Value) : await ReadAsync(request.Body, cancellationToken);
            bool store = asked.Query.Of(Store) == true;
            var source = SourceOf(asked, store ? ArticleDrop.NameFor(asked.Query.Of(Name), body) : asked.Query.Of(Name) ?? "request");
            var documents = await preview.ReadAsync(body, source, cancellationToken);
            if (documents.Count > 1)
            {
                throw new ProblemException(
                    StatusCodes.Status422UnprocessableEntity,
                    "More than one article",
                    $"The body holds {documents.Count} articles. Post them one at a time, or drop the file into the articles container.");
            }

            var answer = ApiAnswer.Json(documents[0], TradeDigestJson.Compact.ArticleDocument);
            return store ? await StoreAsync(answer, documents[0].Id, body, source, cancellationToken) : answer;
        }
        catch (UnreadableArticleException e)
        {
            throw Unreadable(e);
        }
    }

    private async Task<ApiAnswer> StoreAsync(ApiAnswer answer, string id, ReadOnlyMemory<byte> body, ArticleSource source, CancellationToken cancellationToken) =>
        await drop.PutAsync(body, source, cancellationToken)
            ? (answer with { Status = StatusCodes.Status201Created }).With("Location", $"/api/summaries/{id}")
            : throw new ProblemException(
                StatusCodes.Status409Conflict,
                "Another file has this name",
                $"The container articles holds another file as {source.Name}, which stays as it is. Give this one another name, or none.");

    private static ProblemException Unreadable(UnreadableArticleException e) => new(
        e.Reason switch
        {
            UnreadableReasons.Metadata or UnreadableReasons.Empty => StatusCodes.Status400BadRequest,
            UnreadableReasons.TooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        $"The article cannot be read: {e.Reason}",
        e.Message);

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

    private ArticleSource SourceOf(ApiRequest asked, string name) => new(name, time.GetUtcNow())
    {
        ContentType = asked.Http.ContentType,
        Title = asked.Query.Of(Title),
        Publisher = asked.Query.Of(Publisher),
        Url = asked.Query.Of(Url),
        Byline = asked.Query.Of(Byline),
        Published = asked.Query.Of(Published),
    };

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
