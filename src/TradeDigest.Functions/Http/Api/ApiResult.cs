using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Sends an answer as the request wants it: not again what the caller has, compressed, without its body for HEAD, and with the headers of every answer.</summary>
/// <remarks>The worker's ASP.NET Core pipeline takes no middleware of the app, so that this is done here.</remarks>
internal sealed class ApiResult(ApiAnswer answer, CorsPolicy cors, bool variesByAccept) : IActionResult
{
    private const int LeastCompressed = 1024;

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.StatusCode = answer.Status;
        WriteHeaders(request, response.Headers);
        if (IsFresh(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = answer.ContentType;
        var content = answer.Content;
        if (content.Length >= LeastCompressed && TakesGzip(request))
        {
            content = Compressed(content.Span);
            response.Headers.ContentEncoding = "gzip";
        }

        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
        }
    }

    private void WriteHeaders(HttpRequest request, IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = answer.ContentSecurityPolicy;
        headers.CacheControl = answer.CacheControl;
        headers.Vary = variesByAccept ? "Accept, Accept-Encoding" : "Accept-Encoding";
        if (IsCacheable(request))
        {
            headers.ETag = Tag();
        }

        if (answer.LastModified is { } modified)
        {
            headers.LastModified = modified.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in answer.Headers)
        {
            headers[name] = StringValues.Concat(headers[name], value);
        }

        cors.Allow(request, headers);
    }

    /// <summary>Whether the caller has this very answer (RFC 9110, 13.2.2): where it names versions, by them alone.</summary>
    private bool IsFresh(HttpRequest request)
    {
        if (!IsCacheable(request))
        {
            return false;
        }

        var given = request.GetTypedHeaders();
        if (given.IfNoneMatch.Count > 0)
        {
            var own = EntityTagHeaderValue.Parse(Tag());
            return given.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(own, useStrongComparison: false));
        }

        return answer.LastModified is { } modified && given.IfModifiedSince >= new DateTimeOffset(modified.UtcTicks - (modified.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private bool IsCacheable(HttpRequest request) =>
        answer.Status == StatusCodes.Status200OK && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    /// <summary>The version of what is answered. It is a weak one, as it stands for the compressed bytes too.</summary>
    private string Tag()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(answer.ContentType));
        foreach (var (name, value) in answer.Headers)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}: {value}"));
        }

        hash.AppendData("\n\n"u8);
        hash.AppendData(answer.Content.Span);
        return $"W/\"{Convert.ToHexStringLower(hash.GetHashAndReset())[..32]}\"";
    }

    private static bool TakesGzip(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var own = accepted.FirstOrDefault(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(e => e.Value == "*");
        return own is not null && (own.Quality ?? 1) > 0;
    }

    private static byte[] Compressed(ReadOnlySpan<byte> content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
