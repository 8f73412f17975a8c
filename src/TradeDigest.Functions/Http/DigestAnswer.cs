using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary>A digest in the form that the caller accepts: JSON, HTML or text.</summary>
public sealed class DigestAnswer(DigestStore digests)
{
    private static readonly (string MediaType, string File)[] Forms =
        [("application/json", "digest.json"), ("text/html", "digest.html"), ("text/plain", "digest.txt")];

    /// <summary>The digest of <paramref name="id"/>; a problem where there is none, or none in a form that is accepted.</summary>
    public async Task<IActionResult> OfAsync(string? id, HttpRequest request, int status, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (Accepted(request) is not ({ } mediaType, { } file))
        {
            return Answers.Problem(
                StatusCodes.Status406NotAcceptable, "No such form", "A digest is there as application/json, text/html and text/plain. Accept one of them.");
        }

        return id is not null && await digests.ReadAsync(id, file, cancellationToken) is { } content
            ? Answers.Content(content.ToString(), $"{mediaType}; charset=utf-8", status)
            : Answers.Problem(
                StatusCodes.Status404NotFound, "No such digest", "There is no digest of this day. POST /api/digests makes one now of all that has come since the last.");
    }

    /// <summary>The form that the caller likes best; JSON where it does not say, or likes several as well.</summary>
    private static (string MediaType, string File)? Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return Forms[0];
        }

        return Forms
            .Select(form => (Form: form, Quality: QualityOf(form.MediaType, accepted)))
            .Where(f => f.Quality > 0)
            .OrderByDescending(f => f.Quality)
            .Select(f => ((string, string)?)f.Form)
            .FirstOrDefault();
    }

    private static double QualityOf(string mediaType, IEnumerable<MediaTypeHeaderValue> accepted)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        return accepted.Where(type.IsSubsetOf)
            .OrderByDescending(a => a.MatchesAllTypes ? 0 : a.MatchesAllSubTypes ? 1 : 2)
            .Select(a => a.Quality ?? 1)
            .FirstOrDefault();
    }
}
