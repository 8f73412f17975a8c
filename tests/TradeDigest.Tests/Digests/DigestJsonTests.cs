using System.Text.Json;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

public sealed class DigestJsonTests
{
    [Fact]
    public void The_published_schema_names_exactly_the_members_of_the_json()
    {
        using var schema = JsonDocument.Parse(DigestJson.Schema());
        using var digest = JsonDocument.Parse(DigestRenderer.Json(new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty)).Digest));

        Assert.Equal([], Misfits(schema.RootElement, schema.RootElement, digest.RootElement, "$"));
    }

    /// <summary>Where the members of objects are not those that the schema requires.</summary>
    private static List<string> Misfits(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var name))
        {
            schema = root.GetProperty("$defs").GetProperty(name.GetString()!["#/$defs/".Length..]);
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().SelectMany((item, i) => Misfits(root, schema.GetProperty("items"), item, path + "[]"))];
        }

        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("additionalProperties", out _))
        {
            return [];
        }

        var members = value.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal).ToList();
        var required = schema.GetProperty("required").EnumerateArray().Select(m => m.GetString()!).Order(StringComparer.Ordinal).ToList();
        return members.SequenceEqual(required, StringComparer.Ordinal)
            ? [.. value.EnumerateObject().SelectMany(m => Misfits(root, schema.GetProperty("properties").GetProperty(m.Name), m.Value, path + "." + m.Name))]
            : [path + ": " + string.Join(' ', members.Except(required).Concat(required.Except(members)))];
    }
}
