using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Storage;

namespace TradeDigest.Analysis.Model;

/// <summary>The JSON schema of a model's answer, made from the records of the facts, so that rules and model speak one language.</summary>
/// <remarks>Kept to what structured outputs allow with <c>strict</c>: every property required and nullable by a union with null, no additional properties,
/// no patterns or bounds, at most 100 properties and 5 levels.</remarks>
public static class ModelSchema
{
    /// <summary>Name of the schema in a request.</summary>
    public const string Name = "trade_news_analysis";

    /// <summary>The schema.</summary>
    public static JsonObject Create()
    {
        var facts = new JsonArray();
        foreach (var kind in Kinds())
        {
            facts.Add(FactOf(kind.Type, kind.Name));
        }

        return Record(
            ("headline", Typed("string")),
            ("summary", List(Record(("text", Typed("string")), ("evidence", List(Typed("string")))))),
            ("facts", List(new JsonObject { ["anyOf"] = facts })));
    }

    /// <summary>The kinds of fact and their names in JSON.</summary>
    internal static IEnumerable<(Type Type, string Name)> Kinds() =>
        typeof(Fact).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>()
            .Select(a => (a.DerivedType, (string)a.TypeDiscriminator!));

    /// <summary>The slots of a kind: the properties of its record that are its own.</summary>
    internal static IEnumerable<JsonPropertyInfo> Slots(Type kind) =>
        TradeDigestJson.Compact.GetTypeInfo(kind)!.Properties
            .Where(p => p.AttributeProvider is System.Reflection.MemberInfo { DeclaringType: { } declaring } && declaring == kind);

    private static JsonObject FactOf(Type kind, string name)
    {
        var discriminator = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(name) };
        return Record([("kind", discriminator), .. Slots(kind).Select(s => (s.Name, SlotOf(s.PropertyType))), ("evidence", Typed("string"))]);
    }

    private static JsonObject SlotOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) || type == typeof(PartialDate) => OrNull("string"),
            _ when type == typeof(decimal) => OrNull("number"),
            _ when type == typeof(int) => OrNull("integer"),
            _ when type == typeof(bool) => OrNull("boolean"),
            { IsEnum: true } => Choice(type),
            _ when type == typeof(IReadOnlyList<string>) => new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = Typed("string") },
            _ => throw new NotSupportedException($"A slot of type {type.Name} has no place in the schema of a model's answer."),
        };
    }

    private static JsonObject Choice(Type type)
    {
        var values = new JsonArray();
        foreach (string value in Enum.GetNames(type))
        {
            values.Add(JsonNamingPolicy.KebabCaseLower.ConvertName(value));
        }

        values.Add((JsonNode?)null);
        var choice = OrNull("string");
        choice["enum"] = values;
        return choice;
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject OrNull(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Record(params (string Name, JsonObject Schema)[] properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema))),
        ["required"] = new JsonArray([.. properties.Select(p => (JsonNode)JsonValue.Create(p.Name))]),
        ["additionalProperties"] = false,
    };
}
