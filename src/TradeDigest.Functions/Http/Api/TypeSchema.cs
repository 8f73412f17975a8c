using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using TradeDigest.Language;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Derives the JSON Schema of a type from how it is written.</summary>
internal static class TypeSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    /// <summary>The schema of <paramref name="type"/>.</summary>
    public static JsonNode Of(JsonTypeInfo type) => type.GetJsonSchemaAsNode(Options);

    /// <summary>Says what the exporter does not know: the shape of a type that a converter of ours writes.</summary>
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) != typeof(PartialDate))
        {
            return schema;
        }

        return new JsonObject
        {
            ["type"] = type == typeof(PartialDate) ? "string" : new JsonArray("string", "null"),
            ["pattern"] = @"^\d{4}(-\d{2}(-\d{2})?)?$",
            ["description"] = "A date as precise as the text gives it (ISO 8601).",
        };
    }
}
