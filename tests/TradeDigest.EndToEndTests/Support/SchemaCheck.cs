using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>Holds a JSON value against a JSON Schema (draft 2020-12), as far as the app's schemas go; a keyword that is not known here is an error.</summary>
/// <param name="document">The document that references are found in.</param>
public sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] Notes = ["$ref", "description", "title", "$defs", "required", "additionalProperties", "default"];

    /// <summary>Where the value does not fit; nothing where it does.</summary>
    public IReadOnlyList<string> Misfits(JsonNode schema, JsonNode? value, string at = "$")
    {
        if (schema is JsonValue flag)
        {
            return flag.GetValue<bool>() ? [] : [$"{at}: nothing may stand here"];
        }

        var rules = schema.AsObject();
        var misfits = new List<string>();
        if (rules["$ref"] is JsonValue reference)
        {
            misfits.AddRange(Misfits(Find(document, reference.GetValue<string>())!, value, at));
        }

        foreach (var (keyword, rule) in rules.Where(r => !Notes.Contains(r.Key)))
        {
            misfits.AddRange(Broken(keyword, rule!, value, at));
        }

        if (value is JsonObject members)
        {
            misfits.AddRange((rules["required"]?.AsArray() ?? []).Select(r => (string)r!).Where(r => !members.ContainsKey(r)).Select(r => $"{at}: no {r}"));
            if (rules["additionalProperties"] is { } others)
            {
                misfits.AddRange(members.Where(m => rules["properties"]?[m.Key] is null).SelectMany(m => Misfits(others, m.Value, $"{at}.{m.Key}")));
            }
        }

        return misfits;
    }

    /// <summary>What a reference within <paramref name="root"/> means (RFC 6901); null for nothing.</summary>
    public static JsonNode? Find(JsonNode root, string reference)
    {
        JsonNode? found = root;
        foreach (string part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string key = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            found = found is JsonArray list ? list[int.Parse(key, CultureInfo.InvariantCulture)] : found?[key];
        }

        return found;
    }

    private IEnumerable<string> Broken(string keyword, JsonNode rule, JsonNode? value, string at) => keyword switch
    {
        "type" => Types(rule).Any(t => Is(t, value)) ? [] : [$"{at}: no {rule.ToJsonString()}"],
        "enum" => rule.AsArray().Any(v => JsonNode.DeepEquals(v, value)) ? [] : [$"{at}: not of {rule.ToJsonString()}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{at}: not {rule.ToJsonString()}"],
        "pattern" => value is not JsonValue || value.GetValueKind() != JsonValueKind.String || Regex.IsMatch((string)value!, (string)rule!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [] : [$"{at}: not {rule}"],
        "format" => value is null || IsOf((string)rule!, (string)value!) ? [] : [$"{at}: no {rule}"],
        "minimum" => value is null || (decimal)value >= (decimal)rule ? [] : [$"{at}: below {rule}"],
        "maximum" => value is null || (decimal)value <= (decimal)rule ? [] : [$"{at}: above {rule}"],
        "items" => value is JsonArray list ? list.SelectMany((item, i) => Misfits(rule, item, $"{at}[{i}]")) : [],
        "properties" => value is JsonObject members ? members.Where(m => rule[m.Key] is not null).SelectMany(m => Misfits(rule[m.Key]!, m.Value, $"{at}.{m.Key}")) : [],
        "anyOf" => rule.AsArray().Select(s => Misfits(s!, value, at)).OrderBy(m => m.Count).First(),
        _ => [$"{at}: the schema has the keyword {keyword}, which this check does not know"],
    };

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray list ? list.Select(t => (string)t!) : [(string)rule!];

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger((decimal)value!),
        _ => false,
    };

    private static bool IsOf(string format, string value) => format switch
    {
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        "uri" => Uri.TryCreate(value, UriKind.Absolute, out _),
        _ => false,
    };
}
