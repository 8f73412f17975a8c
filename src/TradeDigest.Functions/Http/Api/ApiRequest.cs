using Microsoft.AspNetCore.Http;

namespace TradeDigest.Functions.Http.Api;

/// <summary>A request that fits its route.</summary>
/// <param name="Http">The request itself.</param>
/// <param name="Query">Its query, read.</param>
/// <param name="Form">The form in which to answer.</param>
public sealed record ApiRequest(HttpRequest Http, RequestQuery Query, ApiForm Form);
