using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeDigest.Tests.Facts;

/// <summary>Scores the articles of <c>tests/samples/labelled</c> and <c>labelled-events</c>, which were labelled before they were read, against a floor.</summary>
public class LabelledArticlesTests(FactCaseTests.Extractor extractor) : IClassFixture<FactCaseTests.Extractor>
{
    private static readonly string[] s_figures = ["tariff", "statistic", "share", "forecast", "commitment", "deadline"];
    private static readonly string[] s_events = ["measure", "agreement", "meeting", "delegate", "call", "quote"];

    [Theory]
    [InlineData("labelled", false, 0.88)]
    [InlineData("labelled", true, 0.75)]
    [InlineData("labelled-events", true, 0.85)]
    public void The_labelled_articles_are_read_as_well_as_before(string folder, bool events, double floor)
    {
        string[] kinds = events ? s_events : s_figures;
        int wanted = 0, found = 0, extracted = 0, right = 0;

        foreach (string file in Directory.GetFiles(Folder(folder), "*.facts.json"))
        {
            var gold = JsonNode.Parse(File.ReadAllText(file))!;
            string text = File.ReadAllText(Path.Combine(Folder(folder), (string)gold["article"]!));
            var labels = gold["facts"]!.AsArray().Where(l => kinds.Contains((string)l!["kind"]!)).ToList();
            var facts = extractor.Of(text, DateOnly.Parse((string)gold["publishedAt"]!, System.Globalization.CultureInfo.InvariantCulture))
                .Select(f => JsonSerializer.SerializeToNode(f, JsonSerializerOptions.Web)!).Where(f => kinds.Contains((string)f["kind"]!)).ToList();
            var due = labels.Where(l => l!["optional"] is null).ToList();
            wanted += due.Count;
            found += due.Count(l => facts.Exists(f => Matches(l!, f)));
            extracted += facts.Count;
            right += facts.Count(f => labels.Exists(l => Matches(l!, f)));
        }

        double recall = found / (double)wanted, precision = right / (double)extracted;
        double f1 = 2 * recall * precision / (recall + precision);
        Assert.True(f1 >= floor, $"F1 {f1:0.000} (recall {recall:0.000}, precision {precision:0.000}) is below {floor:0.00}.");
    }

    /// <summary>Every labelled slot is equal, and one evidence lies within the other or they share most of their words.</summary>
    private static bool Matches(JsonNode label, JsonNode fact)
    {
        if ((string)label["kind"]! != (string)fact["kind"]! || !label["slots"]!.AsObject().All(s => fact[s.Key] is { } got && Same(s.Value!, got)))
        {
            return false;
        }

        string a = (string)label["evidence"]!, b = (string)fact["evidence"]!["text"]!;
        var words = a.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)
            || words.Count(w => b.Split(' ').Contains(w, StringComparer.OrdinalIgnoreCase)) >= 0.6 * words.Count;
    }

    private static bool Same(JsonNode want, JsonNode got) =>
        want is JsonArray several
            ? got is JsonArray all && several.All(w => all.Any(g => g!.GetValue<string>() == w!.GetValue<string>()))
            : want.GetValueKind() == JsonValueKind.Number
            ? got.GetValueKind() == JsonValueKind.Number && want.GetValue<decimal>() == got.GetValue<decimal>()
            : got.ToString().StartsWith(want.ToString(), StringComparison.OrdinalIgnoreCase);

    private static string Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string found = Path.Combine(at.FullName, "tests", "samples", name);
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        throw new DirectoryNotFoundException($"tests/samples/{name} is above none of the folders of the tests: run them from the repository.");
    }
}
