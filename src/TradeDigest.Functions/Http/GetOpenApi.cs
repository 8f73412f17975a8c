using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Functions.Http.OpenApi;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/openapi.json</c>: what the API answers, for programs.</summary>
public sealed class GetOpenApi(ApiEndpoint endpoint)
{
    // It is the same for every request; the first that asks has it written.
    private static readonly Lazy<ApiAnswer> Document = new(() => new ApiAnswer(
        Encoding.UTF8.GetBytes(OpenApiDocument.Of(ApiDescription.Operations).ToJsonString(new() { WriteIndented = true })), ApiForm.Json.ContentType));

    internal static ApiOperation Operation { get; } = new("GetOpenApi", "GET", "openapi.json", "This description (OpenAPI 3.1)")
    {
        Answers = [new(StatusCodes.Status200OK, "The description.") { Schema = new("OpenApi", () => new System.Text.Json.Nodes.JsonObject { ["type"] = "object" }) }],
    };

    /// <summary>Answers with the document.</summary>
    [Function("GetOpenApi")]
    public Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "openapi.json")] HttpRequest request) =>
        endpoint.AnswerAsync(Operation, request, _ => Task.FromResult(Document.Value));
}
