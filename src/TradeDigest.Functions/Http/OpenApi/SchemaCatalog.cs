using System.Text.Json.Nodes;
using TradeDigest.Functions.Http.Api;

namespace TradeDigest.Functions.Http.OpenApi;

/// <summary>The schemas that a document uses, each once.</summary>
internal sealed class SchemaCatalog
{
    private const string Root = "#/components/schemas/";

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to a schema, which is kept.</summary>
    public JsonObject Use(ApiSchema schema)
    {
        if (!_schemas.ContainsKey(schema.Name))
        {
            _schemas.Add(schema.Name, Moved(schema.Make(), Root + schema.Name));
        }

        var reference = new JsonObject { ["$ref"] = Root + schema.Name };
        return schema.IsList ? new JsonObject { ["type"] = "array", ["items"] = reference } : reference;
    }

    /// <summary>All that were used.</summary>
    public JsonObject All() => new(_schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value.DeepClone())));

    /// <summary>A schema as a part of a larger document: what it refers to within itself is found from the document's root.</summary>
    private static JsonNode Moved(JsonNode schema, string place)
    {
        if (schema is JsonObject root)
        {
            root.Remove("$schema");
            root.Remove("$id");
        }

        Move(schema, place);
        return schema;
    }

    private static void Move(JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Move(item, place);
                }

                break;
            case JsonObject members:
                if (members["$ref"] is JsonValue reference && reference.GetValue<string>() is ['#', .. var path])
                {
                    members["$ref"] = place + path;
                }

                foreach (var (_, value) in members)
                {
                    Move(value, place);
                }

                break;
        }
    }
}
