using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TradeDigest.Language;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Derives the JSON Schema of a type from how it is written.</summary>
internal static class TypeSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    /// <summary>The schema of <paramref name="type"/>.</summary>
    public static JsonNode Of(JsonTypeInfo type) => type.GetJsonSchemaAsNode(Options);

    /// <summary>Says what the exporter does not know: the shape of a type that a converter of ours writes, and that an object is written with all its members and no others.</summary>
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(PartialDate))
        {
            return new JsonObject
            {
                ["type"] = type == typeof(PartialDate) ? "string" : new JsonArray("string", "null"),
                ["pattern"] = @"^\d{4}(-\d{2}(-\d{2})?)?$",
                ["description"] = "A date as precise as the text gives it (ISO 8601).",
            };
        }

        if (schema is JsonObject shape && shape["properties"] is JsonObject members && context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            var optional = context.TypeInfo.Properties.Where(IsLeftOutWhereNull).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            shape["required"] = new JsonArray([.. members.Select(m => m.Key).Where(name => !optional.Contains(name)).Select(name => (JsonNode?)name)]);
            shape["additionalProperties"] = false;
        }

        return schema;
    }

    private static bool IsLeftOutWhereNull(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().Any(a => a.Condition == JsonIgnoreCondition.WhenWritingNull) == true;
}
