using System.Text.Json.Nodes;

namespace TradeDigest.Functions.Http.Api;

/// <summary>The shape of every error (RFC 9457).</summary>
internal static class ApiProblem
{
    public static ApiSchema Schema { get; } = new("Problem", () => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["title"] = new JsonObject { ["type"] = "string", ["description"] = "What is wrong, in a few words." },
            ["status"] = new JsonObject { ["type"] = "integer", ["description"] = "The HTTP status." },
            ["detail"] = new JsonObject { ["type"] = "string", ["description"] = "A sentence that says what to do." },
        },
        ["required"] = new JsonArray("title", "status", "detail"),
        ["additionalProperties"] = false,
    });
}
