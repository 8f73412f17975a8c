using System.Text.Json.Nodes;
using TradeDigest.Analysis.Model;
using TradeDigest.Facts;

namespace TradeDigest.Tests.Analysis.Model;

public class GroundingGateTests
{
    private const string Tariff = "Chile raised its tariff on Argentine cheese to 18% from 12% on 3 March 2024";
    private const string Exports = "exports of copper to Japan fell 7.5% year-on-year in February";
    private const string Quote = "We will not sign anything this week";
    private const string Ban = "Peru banned imports of poultry from Bolivia in January";

    private static readonly string[] Honest =
    [
        $$"""{"kind":"tariff","imposer":"CL","target":"AR","goods":"cheese","fromPercent":12,"toPercent":18,"date":"2024-03-03","evidence":"{{Tariff}}"}""",
        $$"""{"kind":"tariff","imposer":"CL","target":"AR","toPercent":18,"evidence":"{{Tariff}}"}""",
        $$"""{"kind":"statistic","metric":"exports","area":"CL","partner":"JP","goods":"copper","changePercent":-7.5,"period":"2024-02","basis":"yoy","evidence":"{{Exports}}"}""",
        $$"""{"kind":"quote","speaker":"Carla Rojas","text":"{{Quote}}","evidence":"{{Quote}}"}""",
        $$"""{"kind":"measure","actor":"PE","action":"ban","object":"imports of poultry","target":"BO","date":"2024-01","evidence":"{{Ban}}"}""",
        """{"kind":"forecast","forecaster":"World Bank","metric":"gdp","area":"CL","value":2.4,"unit":"%","horizon":"2024","evidence":"The World Bank expects Chile's economy to grow 2.4% in 2024"}""",
        """{"kind":"meeting","parties":["Carla Rojas","Pedro Luna"],"city":"Mendoza","start":"2024-03-05","evidence":"Finance Minister Carla Rojas met Trade Minister Pedro Luna in Mendoza on Tuesday"}""",
    ];

    public static TheoryData<string> True() => [.. Honest];

    public static TheoryData<string, string> False() => new()
    {
        { "number", $$"""{"kind":"tariff","imposer":"CL","target":"AR","toPercent":19,"evidence":"{{Tariff}}"}""" },
        { "number", $$"""{"kind":"tariff","imposer":"CL","target":"AR","toPercent":18,"coverageValue":5000000,"evidence":"{{Tariff}}"}""" },
        { "date", $$"""{"kind":"tariff","imposer":"CL","toPercent":18,"date":"2024-03-04","evidence":"{{Tariff}}"}""" },
        { "days", $$"""{"kind":"tariff","imposer":"CL","toPercent":18,"durationDays":90,"evidence":"{{Tariff}}"}""" },
        { "who", $$"""{"kind":"tariff","imposer":"BR","target":"AR","toPercent":18,"evidence":"{{Tariff}}"}""" },
        { "wording", $$"""{"kind":"tariff","imposer":"AR","target":"CL","toPercent":18,"evidence":"{{Tariff}}"}""" },
        { "wording", $$"""{"kind":"tariff","imposer":"CL","target":"AR","toPercent":18,"status":"suspended","evidence":"{{Tariff}}"}""" },
        { "words", $$"""{"kind":"tariff","imposer":"CL","goods":"steel","toPercent":18,"evidence":"{{Tariff}}"}""" },
        { "evidence", """{"kind":"tariff","imposer":"CL","toPercent":18,"evidence":"Chile lifted its tariff on Argentine cheese to 18%"}""" },
        { "schema", $$"""{"kind":"tariff","imposer":"CL","toPercent":"eighteen","evidence":"{{Tariff}}"}""" },
        { "schema", $$"""{"kind":"rumour","evidence":"{{Tariff}}"}""" },
        { "schema", """{"kind":"tariff","toPercent":18}""" },
        { "empty", $$"""{"kind":"tariff","evidence":"{{Tariff}}"}""" },
        { "wording", $$"""{"kind":"statistic","metric":"exports","area":"CL","changePercent":7.5,"evidence":"{{Exports}}"}""" },
        { "wording", $$"""{"kind":"statistic","metric":"imports","changePercent":-7.5,"evidence":"{{Exports}}"}""" },
        { "wording", $$"""{"kind":"statistic","metric":"exports","changePercent":-7.5,"basis":"mom","evidence":"{{Exports}}"}""" },
        { "period", $$"""{"kind":"statistic","metric":"exports","changePercent":-7.5,"period":"2024-01","evidence":"{{Exports}}"}""" },
        { "unit", $$"""{"kind":"statistic","metric":"exports","value":7.5,"unit":"USD","evidence":"{{Exports}}"}""" },
        { "verbatim", $$"""{"kind":"quote","speaker":"Carla Rojas","text":"We will sign","evidence":"{{Quote}}"}""" },
        { "quote", $$"""{"kind":"quote","speaker":"Pedro Luna","text":"{{Quote}}","evidence":"{{Quote}}"}""" },
        { "quote", """{"kind":"quote","speaker":"Carla Rojas","text":"met Trade Minister","evidence":"met Trade Minister Pedro Luna"}""" },
        { "who", $$"""{"kind":"quote","speaker":"Carla Gomez","text":"{{Quote}}","evidence":"{{Quote}}"}""" },
        { "wording", $$"""{"kind":"measure","actor":"PE","action":"lift","object":"imports of poultry","target":"BO","evidence":"{{Ban}}"}""" },
        { "wording", $$"""{"kind":"measure","actor":"BO","action":"ban","target":"PE","evidence":"{{Ban}}"}""" },
    };

    [Theory]
    [MemberData(nameof(True))]
    public void What_the_article_says_passes(string candidate)
    {
        var grounded = Check(candidate);

        Assert.True(grounded.Facts.Count == 1, string.Join(", ", grounded.Dropped.Keys));
        Assert.Equal(ModelFixture.Text[grounded.Facts[0].Evidence.Start..grounded.Facts[0].Evidence.End], grounded.Facts[0].Evidence.Text);
    }

    [Theory]
    [MemberData(nameof(False))]
    public void What_it_does_not_say_is_dropped_with_its_reason(string reason, string candidate)
    {
        var grounded = Check(candidate);

        Assert.Empty(grounded.Facts);
        Assert.Equal(reason, Assert.Single(grounded.Dropped).Key);
    }

    [Fact]
    public void A_summary_may_use_words_of_its_own_for_what_its_evidence_says()
    {
        var grounded = Gate("""{"headline":"h","facts":[],"summary":[{"text":"The duty on cheese from Argentina went from 12% to 18%.","evidence":["raised its tariff on Argentine cheese to 18% from 12%"]}]}""");

        var sentence = Assert.Single(grounded.Sentences);
        Assert.Equal("raised its tariff on Argentine cheese to 18% from 12%", ModelFixture.Text[sentence.Spans![0].Start..sentence.Spans[0].End]);
    }

    [Theory]
    [InlineData("The duty went from 12% to 20%.")]
    [InlineData("The duty went to 18% in April 2025.")]
    [InlineData("Brazil raised the duty to 18%.")]
    [InlineData("Minister Gonzalez raised the duty to 18%.")]
    [InlineData("The duty rose to 18%. It will rise again.")]
    [InlineData("The duty rose to 18%, “a scandal”.")]
    public void A_summary_sentence_that_says_more_than_its_evidence_is_dropped(string text)
    {
        var grounded = Gate($$"""{"headline":"h","facts":[],"summary":[{"text":"{{text}}","evidence":["raised its tariff on Argentine cheese to 18% from 12%"]}]}""");

        Assert.Empty(grounded.Sentences);
    }

    [Fact]
    public void No_invented_fact_passes_in_a_thousand()
    {
        var random = new Random(20240306);
        var article = ModelFixture.Read();
        var honest = Honest.Select(json => JsonNode.Parse(json)!.AsObject()).ToList();
        int invented = 0;
        var passed = new List<string>();
        while (invented < 1_000)
        {
            var fact = (JsonObject)honest[random.Next(honest.Count)].DeepClone();
            if (Invention.Apply(fact, random))
            {
                invented++;
                passed.AddRange(ModelFixture.Gate.Check(article, new ModelAnswer("", [], [fact])).Facts.Select(_ => fact.ToJsonString()));
            }
        }

        Assert.Empty(passed);
    }

    private static Grounded Check(string candidate) => ModelFixture.Gate.Check(ModelFixture.Read(), new ModelAnswer("", [], [JsonNode.Parse(candidate)!.AsObject()]));

    private static Grounded Gate(string answer) => ModelFixture.Gate.Check(ModelFixture.Read(), ModelAnswer.Parse(answer));
}

/// <summary>Makes a true fact false in one place.</summary>
internal static class Invention
{
    private static readonly string[] Strangers = ["BR", "DE", "KE", "VN", "EU", "OECD"];
    private static readonly string[] Nobodies = ["Ana Torres", "Wei Chen", "John Smith"];

    /// <summary>Changes one slot or the evidence; false where this fact has nothing of the kind drawn.</summary>
    public static bool Apply(JsonObject fact, Random random)
    {
        var slots = fact.Where(p => p.Key is not ("kind" or "evidence") && p.Value is not null).Select(p => p.Key).ToList();
        string slot = slots[random.Next(slots.Count)];
        switch (slot)
        {
            case "fromPercent" or "toPercent" or "value" or "percent":
                fact[slot] = Math.Round((decimal)((random.NextDouble() * 90) + 30), 1);
                return true;
            case "changePercent":
                fact[slot] = random.Next(2) == 0 ? -fact[slot]!.GetValue<decimal>() : 31.5m;
                return true;
            case "date" or "start":
                fact[slot] = $"{2025 + random.Next(5)}-0{1 + random.Next(9)}-1{random.Next(10)}";
                return true;
            case "period" or "horizon":
                fact[slot] = $"{2025 + random.Next(5)}";
                return true;
            case "imposer" or "target" or "area" or "partner" or "actor" or "forecaster":
                fact[slot] = Strangers[random.Next(Strangers.Length)];
                return true;
            case "speaker":
                fact[slot] = Nobodies[random.Next(Nobodies.Length)];
                return true;
            case "parties":
                fact[slot] = new JsonArray(Nobodies[random.Next(Nobodies.Length)], "Pedro Luna");
                return true;
            case "metric":
                fact[slot] = "unemployment";
                return true;
            case "basis":
                fact[slot] = "qoq";
                return true;
            case "action":
                fact[slot] = random.Next(2) == 0 ? "extend" : "retaliate";
                return true;
            case "city" or "goods" or "object":
                fact[slot] = "Atlantis pearls";
                return true;
            case "text":
                fact[slot] = "We will sign everything this week";
                return true;
            case "unit":
                fact[slot] = "EUR";
                return true;
            default:
                return false;
        }
    }
}
