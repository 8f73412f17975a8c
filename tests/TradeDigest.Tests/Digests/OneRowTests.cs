using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>What is one thing stands in one row, and what is two stands in two.</summary>
public sealed class OneRowTests
{
    private const string Opening = "Fiji and Tonga settled their quarrel over kava in Suva on 4 May 2030, ministers said. ";

    private static DigestStory Story(params SampleArticle[] articles) => Assert.Single(new DigestComposer().Compose(new DigestRequest
    {
        Date = new DateOnly(2030, 5, 6),
        From = new DateTimeOffset(2030, 5, 5, 7, 0, 0, TimeSpan.Zero),
        To = new DateTimeOffset(2030, 5, 6, 7, 0, 0, TimeSpan.Zero),
        Zone = TimeZoneInfo.Utc,
        Articles = [.. articles.Select(a => a.Build())],
    }).Digest.Stories);

    private static SampleArticle Deal(int? days, string place = "Suva", string subject = "deal") => new SampleArticle("d1", "2030-05-05", "Fiji and Tonga settle kava quarrel",
        Opening + $"The {subject} struck in {place} on 4 May lasts 200 days. Growers of kava cheered.") { Publisher = "Suva Herald" }
        .Says($"The {subject} struck in {place} on 4 May lasts 200 days", e => new AgreementFact
        {
            Subject = subject, Place = place, Date = new PartialDate(2030, 5, 4), DurationDays = days, Status = AgreementStatus.Reached, Evidence = e,
        });

    private static SampleArticle Pact(string subject = "kava pact") => new SampleArticle("d2", "2030-05-05", "Kava quarrel of Fiji and Tonga settled",
        Opening + $"Tonga and Fiji reached the {subject} in Suva on 4 May. Kava growers had waited for it.") { Publisher = "Tongan Post" }
        .Says($"Tonga and Fiji reached the {subject} in Suva on 4 May", e => new AgreementFact
        {
            Parties = ["FJ", "TO"], Subject = subject, Place = "Suva", Date = new PartialDate(2030, 5, 4), Status = AgreementStatus.Reached, Evidence = e,
        });

    [Fact]
    public void One_agreement_under_two_names_is_one_row()
    {
        var row = Assert.Single(Story(Deal(200), Pact()).Facts);

        Assert.Equal(("Kava pact of Fiji and Tonga", "reached, in Suva, 4 May 2030, for 200 days"), (row.Label, row.Value));
        Assert.Equal([1, 2], row.Sources);
    }

    [Fact]
    public void Agreements_of_different_places_are_two_rows() => Assert.Equal(2, Story(Deal(200, place: "Nadi"), Pact()).Facts.Count);

    [Fact]
    public void Agreements_on_different_goods_are_two_rows() => Assert.Equal(2, Story(Deal(200, subject: "tuna deal"), Pact()).Facts.Count);

    private static SampleArticle Tariff(string goods, string? tariffDate = "1 May") => new SampleArticle("m1", "2030-05-05", "Laos lifts its teak duty",
        "Laos lifted its import duty on teak from Myanmar on 1 May 2030, the cabinet said. The duty on teak fell from 15% to 0%. Sawmills in Vientiane were glad.") { Publisher = "Mekong Mail" }
        .Says("Laos lifted its import duty on teak from Myanmar on 1 May 2030", e => new MeasureFact
        {
            Actor = "LA", Action = MeasureAction.Lift, Object = "import duty on " + goods, Target = "MM", Date = new PartialDate(2030, 5, 1), Evidence = e,
        })
        .Says("The duty on teak fell from 15% to 0%", e => new TariffFact
        {
            Imposer = "LA", Target = "MM", Goods = "teak", FromPercent = 15, ToPercent = 0, Date = tariffDate is null ? null : new PartialDate(2030, 5, 1), Evidence = e,
        });

    [Theory]
    [InlineData("1 May")]
    [InlineData(null)]
    public void A_measure_that_says_what_a_tariff_says_has_no_row_of_its_own(string? tariffDate) =>
        Assert.Equal("tariff", Assert.Single(Story(Tariff("teak", tariffDate)).Facts).Kind);

    [Fact]
    public void A_measure_on_other_goods_keeps_its_row() => Assert.Equal(2, Story(Tariff("bamboo")).Facts.Count);

    [Fact]
    public void A_share_of_nothing_named_stands_last()
    {
        var story = Story(new SampleArticle("s1", "2030-05-05", "Oman's fish", "Spain took 31% of shipments last year. Oman's fish exports rose 4% in 2029, the port said.")
            .Says("Spain took 31% of shipments", e => new ShareFact { Holder = "ES", Percent = 31, Activity = "shipments", Evidence = e })
            .Says("Oman's fish exports rose 4% in 2029", e => new StatisticFact { Metric = "exports", Area = "OM", Goods = "fish", ChangePercent = 4, Period = "2029", Evidence = e }));

        Assert.Equal(["statistic", "share"], story.Facts.Select(f => f.Kind));
    }

    [Fact]
    public void Goods_that_a_forecast_names_in_its_words_are_in_its_label()
    {
        var story = Story(new SampleArticle("g1", "2030-05-05", "Ghana's cocoa", "Ghana's cocoa exports rose 4% in 2029. Analysts at Bright Research expect Ghana's cocoa output to fall 6% in 2030.")
            .Says("Ghana's cocoa exports rose 4% in 2029", e => new StatisticFact { Metric = "exports", Area = "GH", Goods = "cocoa", ChangePercent = 4, Period = "2029", Evidence = e })
            .Says("Analysts at Bright Research expect Ghana's cocoa output to fall 6% in 2030", e => new ForecastFact
            {
                Forecaster = "Bright Research", Metric = "production", Area = "GH", Value = -6, Unit = "%", Horizon = "2030", Evidence = e,
            }));

        Assert.Contains("Ghanaian production of cocoa, forecast of Bright Research for 2030", story.Facts.Select(f => f.Label));
    }

    [Fact]
    public void Events_of_one_date_share_it_in_the_text()
    {
        var article = new SampleArticle("e1", "2030-05-05", "Tea and coffee duties fall",
            "Sri Lanka cut its tariff on tea from 9% to 3% on 2 May 2030. It cut its tariff on coffee from 8% to 2% on 2 May 2030. Shops in Kandy cheered.")
            .Says("Sri Lanka cut its tariff on tea from 9% to 3% on 2 May 2030", e => new TariffFact { Imposer = "LK", Goods = "tea", FromPercent = 9, ToPercent = 3, Date = new PartialDate(2030, 5, 2), Evidence = e })
            .Says("It cut its tariff on coffee from 8% to 2% on 2 May 2030", e => new TariffFact { Imposer = "LK", Goods = "coffee", FromPercent = 8, ToPercent = 2, Date = new PartialDate(2030, 5, 2), Evidence = e });
        var digest = new DigestComposer().Compose(ThreeDays.Request(9, [article.Build()], StoryArchive.Empty)).Digest;

        string timeline = DigestRenderer.Text(digest).Split("TIMELINE")[1];

        Assert.Single(timeline.Split("2 May 2030")[1..]);
        Assert.Equal(2, Assert.Single(digest.Stories).Timeline.Count);
        string swapped = DigestRenderer.Text(digest).Replace("TIMELINE\n   2 May 2030", "TIMELINE\n             ", StringComparison.Ordinal);
        Assert.Throws<UntracedRenderingException>(() => RenderingGate.Check(digest, DigestLinks.None, swapped + "2 May 2030", "text"));
    }
}
