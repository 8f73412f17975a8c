using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TradeDigest.Articles;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary>The forms of an answer.</summary>
internal static class Answers
{
    /// <summary>A JSON document.</summary>
    public static IActionResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        Content(JsonSerializer.Serialize(value, type), "application/json; charset=utf-8", status);

    /// <summary>Text of a media type.</summary>
    public static IActionResult Content(string content, string contentType, int status = StatusCodes.Status200OK) =>
        new ContentResult { Content = content, ContentType = contentType, StatusCode = status };

    /// <summary>An error (RFC 9457). <paramref name="detail"/> is a sentence that says what to do.</summary>
    public static IActionResult Problem(int status, string title, string detail) =>
        Content(
            JsonSerializer.Serialize(new ProblemDetails { Status = status, Title = title, Detail = detail }, TradeDigestJson.Compact.ProblemDetails),
            "application/problem+json; charset=utf-8",
            status);

    /// <summary>An article that cannot be read.</summary>
    public static IActionResult Unreadable(UnreadableArticleException e) => Problem(
        e.Reason switch
        {
            UnreadableReasons.Metadata or UnreadableReasons.Empty => StatusCodes.Status400BadRequest,
            UnreadableReasons.TooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        $"The article cannot be read: {e.Reason}",
        e.Message);
}
