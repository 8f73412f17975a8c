using System.Net.Mail;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

public sealed class DigestComposerTests
{
    private static DigestRequest Request(params DigestArticle[] articles) => new()
    {
        Date = new DateOnly(2024, 3, 6),
        From = new DateTimeOffset(2024, 3, 5, 7, 0, 0, TimeSpan.Zero),
        To = new DateTimeOffset(2024, 3, 6, 7, 0, 0, TimeSpan.Zero),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
        Articles = articles,
    };

    private static Fact Exports(Evidence evidence) => new StatisticFact
    {
        Metric = "exports", Area = "NO", Goods = "salmon", ChangePercent = -7.5m, Period = "2024-02", Basis = "yoy", Evidence = evidence,
    };

    private static SampleArticle Fjord() =>
        new SampleArticle("a1", "2024-03-05", "Norway's salmon exports slip in February",
            "Norway's salmon exports fell 7.5% in February from a year earlier, the Seafood Council said. Prices held.") { Publisher = "The Fjord Times" }
        .Says("salmon exports fell 7.5% in February from a year earlier", Exports);

    private static SampleArticle Harbour() =>
        new SampleArticle("a2", "2024-03-05", "Salmon shipments from Norway drop",
            "Shipments of salmon from Norway were down 7.5 per cent in February against last year, according to the Seafood Council. Buyers in Poland took less.") { Publisher = "Harbour News" }
        .Says("Shipments of salmon from Norway were down 7.5 per cent in February against last year", Exports);

    [Fact]
    public void Two_outlets_that_report_one_figure_make_one_row_with_two_sources()
    {
        var composed = new DigestComposer().Compose(Request(Fjord().Build(), Harbour().Build()));

        var story = Assert.Single(composed.Digest.Stories);
        var row = Assert.Single(story.Facts);
        Assert.Equal(("Norwegian exports of salmon, February 2024", "-7.5% year on year", "new, 2 sources"), (row.Label, row.Value, row.Status));
        Assert.Equal([1, 2], row.Sources);
        Assert.Empty(composed.Stopped);
    }

    [Fact]
    public async Task Every_rendering_of_a_digest_passes_its_gate()
    {
        var digest = new DigestComposer().Compose(Request(Fjord().Build(), Harbour().Build())).Digest;

        Assert.Contains("-7.5% year on year [1][2]", DigestRenderer.Text(digest), StringComparison.Ordinal);
        Assert.Contains("-7.5% year on year", await DigestRenderer.MailHtmlAsync(digest), StringComparison.Ordinal);
        Assert.Contains("-7.5% year on year", await DigestRenderer.PageHtmlAsync(digest), StringComparison.Ordinal);
        Assert.NotEmpty(MimeMessage.Write(await DigestMail.WriteAsync("2031-10-06", "digest", digest, new MailAddress("digest@example.org"))));
        Assert.Equal(DigestRenderer.Json(digest), DigestRenderer.Json(DigestJson.ReadDigest(DigestRenderer.Json(digest))));
    }

    [Fact]
    public void An_archive_is_the_same_after_it_was_stored()
    {
        var archive = new DigestComposer().Compose(Request(Fjord().Build())).Archive;

        Assert.Equal(DigestJson.Write(archive), DigestJson.Write(DigestJson.ReadArchive(DigestJson.Write(archive))));
        Assert.Equal(FactVerdict.Single, new FactLedger(new SourceGroups([])).Entries(archive.Stories[0].Reports).Single().Verdict);
    }
}
