using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Settles in which of its forms a route answers.</summary>
internal static class RequestForm
{
    /// <summary>Name of the parameter that asks for a form.</summary>
    public const string Parameter = "format";

    /// <summary>The form that <c>?format=</c> names, else the one that <c>Accept</c> likes best (RFC 9110, 12.5.1); of several liked as well, the first of the route.</summary>
    /// <exception cref="ProblemException">None is accepted.</exception>
    public static ApiForm Of(HttpRequest request, ApiOperation operation)
    {
        var forms = operation.Forms;
        if (forms.Count > 1 && request.Query[Parameter].ToString() is { Length: > 0 } asked)
        {
            return forms.First(f => f.Name.Equals(asked, StringComparison.OrdinalIgnoreCase));
        }

        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count == 0 || forms.Count == 1 ? forms[0] : Best(forms, accepted) ?? throw new ProblemException(
            StatusCodes.Status406NotAcceptable,
            "No such form",
            $"This route answers as {string.Join(", ", forms.Select(f => f.MediaType))}. Accept one of them, or give ?format={string.Join('|', forms.Select(f => f.Name))}.");
    }

    private static ApiForm? Best(IReadOnlyList<ApiForm> forms, IList<MediaTypeHeaderValue> accepted) => forms
        .Select(form => (Form: form, Quality: QualityOf(form.MediaType, accepted)))
        .Where(f => f.Quality > 0)
        .OrderByDescending(f => f.Quality)
        .Select(f => f.Form)
        .FirstOrDefault();

    private static double QualityOf(string mediaType, IEnumerable<MediaTypeHeaderValue> accepted)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        return accepted.Where(type.IsSubsetOf)
            .OrderByDescending(a => a.MatchesAllTypes ? 0 : a.MatchesAllSubTypes ? 1 : 2)
            .Select(a => a.Quality ?? 1)
            .FirstOrDefault();
    }
}
