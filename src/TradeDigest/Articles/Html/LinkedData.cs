using System.Text.Json;

namespace TradeDigest.Articles.Html;

/// <summary>Reads schema.org data (JSON-LD): which object is the article, and its properties.</summary>
internal static class LinkedData
{
    private const int MostObjects = 2000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The first article among the objects of some scripts' content; null where they hold none. Content that is no JSON is passed over.</summary>
    public static JsonElement? Article(IEnumerable<string> scripts)
    {
        JsonElement? page = null;
        foreach (string script in scripts)
        {
            if (Parse(script) is not { } root)
            {
                continue;
            }

            foreach (var thing in Objects(root))
            {
                string type = Type(thing);
                if (IsArticle(type))
                {
                    return thing;
                }

                page ??= type is "WebPage" && (Text(thing, "headline") ?? Text(thing, "datePublished")) is not null ? thing : null;
            }
        }

        return page;
    }

    /// <summary>Whether a schema.org type is an article's.</summary>
    public static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report";

    /// <summary>The type of an object: of several the one that is an article's.</summary>
    public static string Type(JsonElement thing) => !thing.TryGetProperty("@type", out var type) ? ""
        : type.ValueKind == JsonValueKind.String ? Local(type.GetString()!)
        : type.ValueKind != JsonValueKind.Array ? ""
        : type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => Local(t.GetString()!)).OrderByDescending(IsArticle).FirstOrDefault("");

    /// <summary>A property's words: a string, the first of several, or the name of an object.</summary>
    public static string? Text(JsonElement thing, params ReadOnlySpan<string> properties)
    {
        foreach (string property in properties)
        {
            if (thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(property, out var value) && Words(value) is { } words)
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>The names of a property's people or organisations, separated by commas.</summary>
    public static string? Names(JsonElement thing, string property)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(property, out var value))
        {
            return null;
        }

        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Words) : [Words(value)];
        string joined = string.Join(", ", names.Where(n => n is not null && !n.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal));
        return joined.Length > 0 ? joined : null;
    }

    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) ? null : System.Net.WebUtility.HtmlDecode(value.GetString()),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => Text(value, "name", "@id", "url"),
        JsonValueKind.Array => value.EnumerateArray().Select(Words).FirstOrDefault(w => w is not null),
        _ => null,
    };

    private static JsonElement? Parse(string script)
    {
        try
        {
            string json = script.Trim();
            json = json.StartsWith("<![CDATA[", StringComparison.Ordinal) ? json[9..].Replace("]]>", "", StringComparison.Ordinal) : json;
            using var document = JsonDocument.Parse(EscapeLineBreaks(json), Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Line breaks within strings, which JSON forbids and pages write.</summary>
    private static string EscapeLineBreaks(string json)
    {
        if (!json.AsSpan().ContainsAny("\n\r\t"))
        {
            return json;
        }

        char[] chars = json.ToCharArray();
        bool inString = false;
        for (int i = 0; i < chars.Length; i++)
        {
            if (chars[i] == '\\' && inString)
            {
                i++;
            }
            else if (chars[i] == '"')
            {
                inString = !inString;
            }
            else if (chars[i] is '\n' or '\r' or '\t')
            {
                chars[i] = ' ';
            }
        }

        return new string(chars);
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var open = new Queue<JsonElement>([root]);
        for (int seen = 0; seen < MostObjects && open.TryDequeue(out var next); seen++)
        {
            if (next.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.EnumerateArray().Take(MostObjects))
                {
                    open.Enqueue(item);
                }
            }
            else if (next.ValueKind == JsonValueKind.Object)
            {
                yield return next;
                foreach (string property in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"])
                {
                    if (next.TryGetProperty(property, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    {
                        open.Enqueue(inner);
                    }
                }
            }
        }
    }

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];
}
