using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace TradeDigest.Functions.Http.Api;

/// <summary>The shape of a JSON value, under a name of its own in <c>openapi.json</c>.</summary>
/// <param name="Name">The name among the document's schemas.</param>
/// <param name="Make">The JSON Schema (draft 2020-12).</param>
public sealed record ApiSchema(string Name, Func<JsonNode> Make)
{
    /// <summary>Whether the answer is a list of such values.</summary>
    public bool IsList { get; init; }

    /// <summary>The shape that a type is written in.</summary>
    public static ApiSchema Of<T>(string name, JsonTypeInfo<T> type) => new(name, () => TypeSchema.Of(type));

    /// <summary>A list of such values.</summary>
    public ApiSchema List() => this with { IsList = true };
}
