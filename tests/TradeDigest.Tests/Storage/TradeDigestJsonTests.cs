using System.Text.Json;
using System.Text.Json.Nodes;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Storage;
using TradeDigest.Summaries;

namespace TradeDigest.Tests.Storage;

public sealed class TradeDigestJsonTests
{
    [Fact]
    public void A_document_has_the_published_shape()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(Document(), TradeDigestJson.Compact.ArticleDocument))!.AsObject();

        Assert.Equal(["id", "article", "analyst", "summary", "facts"], json.Select(p => p.Key));
        Assert.Equal(
            ["names", "title", "publisher", "url", "byline", "publishedAt", "publishedBasis", "receivedAt", "language", "words", "wire", "copyOf", "replaces"],
            json["article"]!.AsObject().Select(p => p.Key));
        Assert.Equal("metadata", (string?)json["article"]!["publishedBasis"]);
        Assert.Equal("2026-03-02", (string?)json["article"]!["publishedAt"]);
        Assert.Equal(["name", "model", "version", "dropped"], json["analyst"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["text", "start", "end"], json["summary"]!["sentences"]![0]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void A_fact_begins_with_its_kind_and_statement_and_ends_with_its_evidence()
    {
        var fact = JsonNode.Parse(JsonSerializer.Serialize(Document(), TradeDigestJson.Compact.ArticleDocument))!["facts"]![0]!.AsObject();

        var keys = fact.Select(p => p.Key).ToList();
        Assert.Equal(["kind", "statement"], keys.Take(2));
        Assert.Equal("evidence", keys[^1]);
        Assert.Equal("in-force", (string?)fact["status"]);
        Assert.Equal("2026-03", (string?)fact["date"]);
        Assert.Equal(12.5m, (decimal?)fact["toPercent"]);
    }

    [Fact]
    public void A_slot_without_a_value_is_written_as_null()
    {
        var fact = JsonNode.Parse(JsonSerializer.Serialize(Document(), TradeDigestJson.Compact.ArticleDocument))!["facts"]![0]!.AsObject();

        Assert.True(fact.ContainsKey("goods"));
        Assert.Null(fact["goods"]);
    }

    [Fact]
    public void A_document_is_read_as_it_was_written()
    {
        string json = JsonSerializer.Serialize(Document(), TradeDigestJson.Compact.ArticleDocument);

        var read = JsonSerializer.Deserialize(json, TradeDigestJson.Compact.ArticleDocument);

        Assert.Equal(json, JsonSerializer.Serialize(read!, TradeDigestJson.Compact.ArticleDocument));
        Assert.IsType<TariffFact>(read!.Facts[0]);
    }

    [Fact]
    public void Letters_of_any_script_stay_as_they_are() =>
        Assert.Contains("Zölle – 関税", JsonSerializer.Serialize(Document(), TradeDigestJson.Compact.ArticleDocument), StringComparison.Ordinal);

    private static ArticleDocument Document() => new()
    {
        Id = "0123456789abcdef",
        Article = new ArticleInfo
        {
            Names = ["a.txt"],
            Title = "Zölle – 関税",
            PublishedAt = new DateOnly(2026, 3, 2),
            PublishedBasis = PublishedBasis.Metadata,
            ReceivedAt = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
            Language = "en",
            Words = 12,
        },
        Analyst = new AnalystInfo("local", null, "1", 0),
        Summary = new Summary("Zölle – 関税", [new SummarySentence("A.", 0, 2)]),
        Facts =
        [
            new TariffFact
            {
                Statement = "Norwegian tariff on goods from Peru: 12.5%",
                Imposer = "NO",
                Target = "PE",
                ToPercent = 12.5m,
                Status = TariffStatus.InForce,
                Date = new PartialDate(2026, 3),
                Evidence = new Evidence(0, 2, "A."),
            },
        ],
    };
}
