using System.Text.Json;
using System.Text.Json.Nodes;
using TradeDigest.Facts;

namespace TradeDigest.Tests.Facts;

/// <summary>Some slots of a fact, as a case gives them, and words that its evidence holds.</summary>
/// <param name="Slots">Names and values: <c>toPercent=25</c>, <c>goods="palm oil"</c>, <c>parties=US,CN</c>; <c>partner=null</c> says that it must be empty.</param>
/// <param name="Evidence">Words inside the evidence; null where the case does not say.</param>
public sealed record ExpectedFact(IReadOnlyList<(string Name, string Value)> Slots, string? Evidence)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads <c>imposer=US goods="palm oil" :: words of the evidence</c>.</summary>
    public static ExpectedFact Parse(string line)
    {
        int mark = line.IndexOf("::", StringComparison.Ordinal);
        string slots = mark < 0 ? line : line[..mark];
        string? evidence = mark < 0 ? null : line[(mark + 2)..].Trim();
        var parsed = new List<(string, string)>();
        for (int at = 0; at < slots.Length;)
        {
            if (slots[at] == ' ')
            {
                at++;
                continue;
            }

            int equals = slots.IndexOf('=', at);
            if (equals < 0)
            {
                throw new FormatException($"'{slots[at..]}' is no slot: write name=value.");
            }

            bool quoted = equals + 1 < slots.Length && slots[equals + 1] == '"';
            int start = quoted ? equals + 2 : equals + 1;
            int end = slots.IndexOf(quoted ? '"' : ' ', start);
            end = end < 0 ? slots.Length : end;
            parsed.Add((slots[at..equals], slots[start..end]));
            at = quoted ? end + 1 : end;
        }

        return new ExpectedFact(parsed, evidence);
    }

    /// <summary>Whether <paramref name="fact"/> has every slot, and evidence that holds the words or lies within them.</summary>
    public bool Matches(Fact fact)
    {
        var json = JsonSerializer.SerializeToNode(fact, s_json)!.AsObject();
        return Slots.All(s => Same(s.Value, json[s.Name]))
            && (Evidence is null || fact.Evidence.Text.Contains(Evidence, StringComparison.Ordinal) || Evidence.Contains(fact.Evidence.Text, StringComparison.Ordinal));
    }

    private static bool Same(string want, JsonNode? got) => got switch
    {
        null => want == "null",
        JsonArray list => want.Split(',').All(w => list.Any(g => g!.GetValue<string>() == w)),
        JsonValue value when value.TryGetValue(out decimal number) => decimal.TryParse(want, System.Globalization.CultureInfo.InvariantCulture, out decimal wanted) && wanted == number,
        JsonValue value when value.TryGetValue(out bool yes) => want == (yes ? "true" : "false"),
        _ => string.Equals(want, got.GetValue<string>(), StringComparison.OrdinalIgnoreCase),
    };
}
