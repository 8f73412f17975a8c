using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http.Api;

/// <summary>What a route answers, before it is fitted to the request (conditions, compression, HEAD).</summary>
/// <param name="Content">The body.</param>
/// <param name="ContentType">Its media type, with the charset of text.</param>
public sealed record ApiAnswer(ReadOnlyMemory<byte> Content, string ContentType)
{
    /// <summary>What a page may load and do, by default: its own style, nothing else (Content Security Policy Level 3).</summary>
    public const string StrictPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>When what it tells of changed last (UTC); null where that is not known.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The value of <c>Cache-Control</c>: who may keep it, and that it is asked for again each time.</summary>
    public string CacheControl { get; init; } = "private, no-cache";

    /// <summary>The value of <c>Content-Security-Policy</c>.</summary>
    public string ContentSecurityPolicy { get; init; } = StrictPolicy;

    /// <summary>Headers of this answer alone.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A JSON document.</summary>
    public static ApiAnswer Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), ApiForm.Json.ContentType);

    /// <summary>Text in a form.</summary>
    public static ApiAnswer Text(ApiForm form, string content) => new(Encoding.UTF8.GetBytes(content), form.ContentType);

    /// <summary>An error (RFC 9457). <paramref name="detail"/> is a sentence that says what to do.</summary>
    public static ApiAnswer Problem(int status, string title, string detail) => new(
        JsonSerializer.SerializeToUtf8Bytes(new ProblemDetails { Status = status, Title = title, Detail = detail }, TradeDigestJson.Compact.ProblemDetails),
        "application/problem+json; charset=utf-8")
    {
        Status = status,
        CacheControl = "no-store",
    };

    /// <summary>The answer with one more header.</summary>
    public ApiAnswer With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}
