using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using TradeDigest.Storage;

namespace TradeDigest.Queries;

/// <summary>Writes facts as CSV (RFC 4180): a header, a row a fact, a column for each slot of each kind.</summary>
/// <remarks>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection); numbers stay numbers.</remarks>
public static class FactCsv
{
    private const string FormulaMarks = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    // These stand in columns of their own.
    private static readonly string[] NoSlots = ["kind", "statement", "evidence", "by"];

    private static readonly string[] Slots = [.. FactTypes().SelectMany(SlotsOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["article", "title", "publisher", "url", "publishedAt", "receivedAt", "kind", "statement", "about", "aboutFrom", "aboutTo", .. Slots, "evidence", "evidenceStart", "evidenceEnd"];

    /// <summary>The table of <paramref name="rows"/>, each line ended by CR LF.</summary>
    public static string Write(IEnumerable<FactRow> rows)
    {
        var csv = new StringBuilder();
        Line(csv, Columns);
        foreach (var row in rows)
        {
            Line(csv, Cells(row));
        }

        return csv.ToString();
    }

    private static IEnumerable<string> Cells(FactRow row)
    {
        var slots = JsonSerializer.SerializeToNode(row.Fact, TradeDigestJson.Compact.Fact)!.AsObject();
        var (article, evidence) = (row.Article, row.Fact.Evidence);
        return
        [
            row.Id, Text(article.Title), Text(article.Publisher), Text(article.Url), Day(article.PublishedAt),
            article.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            FactKinds.Of(row.Fact), Text(row.Fact.Statement), Text(row.Date?.Text), Day(row.Date?.First), Day(row.Date?.Last),
            .. Slots.Select(slot => Slot(slots[slot])),
            Text(evidence.Text), evidence.Start.ToString(CultureInfo.InvariantCulture), evidence.End.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Slot(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => Text(string.Join("; ", list.Select(v => v?.ToString()))),
        _ when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    /// <summary>A text that no spreadsheet reads as a formula.</summary>
    private static string Text(string? text)
    {
        if (text is null)
        {
            return "";
        }

        string begin = text.TrimStart(' ', '\u00A0');
        return begin.Length > 0 && FormulaMarks.Contains(begin[0], StringComparison.Ordinal) ? "'" + text : text;
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(c => c.AsSpan().ContainsAny(",\"\r\n") || c != c.Trim() ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)).Append("\r\n");

    private static IEnumerable<JsonTypeInfo> FactTypes() =>
        TradeDigestJson.Compact.Fact.PolymorphismOptions!.DerivedTypes.Select(d => TradeDigestJson.Compact.GetTypeInfo(d.DerivedType)!);

    private static IEnumerable<string> SlotsOf(JsonTypeInfo type) => type.Properties.Select(p => p.Name).Except(NoSlots, StringComparer.Ordinal);
}
