using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace TradeDigest.Functions.Http.Api;

/// <summary>How long lists come in parts: <c>limit</c>, an opaque <c>cursor</c>, and the next part's address in the <c>Link</c> header (RFC 8288).</summary>
internal static class Paging
{
    /// <summary>Documents in a part, where nothing else is asked for.</summary>
    public const int Default = 50;

    /// <summary>The most documents in a part.</summary>
    public const int Most = 200;

    private const string CursorName = "cursor";

    /// <summary>Where a part begins.</summary>
    public static readonly QueryParameter<string?> Cursor = QueryParameter.Text(CursorName, "Where to go on: take it from the Link header of the answer before.", 200);

    /// <summary>The headers of a list.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Link"] = "The address of the next part, with rel=\"next\"; none behind the last. A part may hold less than the limit, and even nothing, where much had to be looked through.",
    };

    /// <summary>How many at most.</summary>
    public static QueryParameter<int?> Limit(int otherwise = Default, int most = Most) => QueryParameter.Number("limit", "How many at most.", 1, most, otherwise);

    /// <summary>The answer, with the next part's address where there is one.</summary>
    public static ApiAnswer WithNext(this ApiAnswer answer, HttpRequest request, string? cursor)
    {
        if (cursor is null)
        {
            return answer;
        }

        var query = new QueryBuilder(request.Query
            .Where(p => p.Key != RequestQuery.Key && !p.Key.Equals(CursorName, StringComparison.OrdinalIgnoreCase))
            .Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())))
        {
            { CursorName, cursor },
        };
        return answer.With("Link", $"<{request.PathBase}{request.Path}{query.ToQueryString()}>; rel=\"next\"");
    }

    /// <summary>What is said of a cursor that is none.</summary>
    public static ProblemException NoCursor() => new(
        StatusCodes.Status400BadRequest,
        "The cursor cannot be read",
        "It is no cursor of this list with these filters. Take the address from the Link header as it is, or begin again without cursor.");
}
