namespace TradeDigest.Functions.Http.Api;

/// <summary>What one function answers: the single description that the check of a request, the answer's form and <c>openapi.json</c> are made from.</summary>
/// <param name="Id">The function's name.</param>
/// <param name="Method"><c>GET</c>, which answers <c>HEAD</c> too, <c>POST</c> or <c>DELETE</c>.</param>
/// <param name="Route">The template below <c>/api/</c>, as the trigger has it.</param>
/// <param name="Summary">What it gives, in a phrase.</param>
public sealed record ApiOperation(string Id, string Method, string Route, string Summary)
{
    /// <summary>What more there is to say; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a function key is asked for.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>The parameters of <see cref="Route"/>, in its order.</summary>
    public IReadOnlyList<PathParameter> Path { get; init; } = [];

    /// <summary>The query parameters that it takes besides <c>format</c>; all others are refused, or passed over (<see cref="PassesOverOtherQuery"/>).</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>Whether parameters that it does not take are passed over: for links that people follow, to which mail gateways and browsers add their own.</summary>
    public bool PassesOverOtherQuery { get; init; }

    /// <summary>The forms in which it answers, the default first.</summary>
    public IReadOnlyList<ApiForm> Forms { get; init; } = [ApiForm.Json];

    /// <summary>Media types of the body that it reads; empty for none.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary>The answers that are no errors.</summary>
    public required IReadOnlyList<ApiResponse> Answers { get; init; }

    /// <summary>The errors that it knows besides those that every route has (400, 500, 503, and 406 where it has several forms). All are problems.</summary>
    public IReadOnlyList<ApiResponse> Errors { get; init; } = [];

    /// <summary>All query parameters, <c>format</c> included where it has several forms.</summary>
    public IReadOnlyList<QueryParameter> AllQuery => Forms.Count > 1 ? [.. Query, FormatOf(Forms)] : Query;

    private static QueryParameter<string?> FormatOf(IReadOnlyList<ApiForm> forms) => QueryParameter.Choice(
        RequestForm.Parameter, "The form of the answer. It goes before the Accept header.", [.. forms.Select(f => f.Name)]);
}

/// <summary>A parameter of a route.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">A value that may be given.</param>
public sealed record PathParameter(string Name, string Description, string Example);

/// <summary>An answer that a route may give.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Description">When it is given.</param>
public sealed record ApiResponse(int Status, string Description)
{
    /// <summary>Shape of the JSON form; null where there is none.</summary>
    public ApiSchema? Schema { get; init; }

    /// <summary>The headers that it has besides those of every answer, with their meaning.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
