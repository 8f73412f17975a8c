using System.Globalization;
using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>Four days of news made up for the replay: an event that develops, a figure that changes, a contradiction that is resolved, a wire report that fifty
/// papers copy, and a day on which nothing arrives.</summary>
internal static class ThreeDays
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static DigestRequest Request(int day, IReadOnlyList<DigestArticle> articles, StoryArchive earlier)
    {
        var date = new DateOnly(2031, 10, day);
        return new DigestRequest
        {
            Date = date,
            From = new DateTimeOffset(date.AddDays(-1).ToDateTime(new TimeOnly(5, 0)), TimeSpan.Zero),
            To = new DateTimeOffset(date.ToDateTime(new TimeOnly(5, 0)), TimeSpan.Zero),
            Zone = Zone,
            Articles = articles,
            Earlier = earlier,
            Unreadable = day == 8 ? [new UnreadableFile("scan-017.pdf", "no-text")] : [],
        };
    }

    /// <summary>What arrived for the digest of a day in October 2031.</summary>
    public static IReadOnlyList<DigestArticle> Articles(int day) => day switch
    {
        7 => [TalksOpen().Build(), TalksOpenElsewhere().Build()],
        8 => [TalksSecondDay().Build(), TalksSecondDayElsewhere().Build(), .. CoffeeFlood()],
        9 => [TalksCorrection().Build(), TalksThirdDay().Build()],
        _ => [],
    };

    private static PartialDate Day(int day) => new(2031, 10, day);

    private static SampleArticle TalksOpen() => new SampleArticle("t1", "2031-10-06", "Mexico and Peru open avocado talks in Lima",
        "Mexico and Peru opened talks in Lima on 6 October over Mexico's 18% tariff on Peruvian avocados. Mexico's exports to Peru fell 6.2% in August from a year earlier. "
        + "The present quota arrangement expires on 20 October. “We came to listen,” said Rosa Quispe, Peru's deputy trade minister.")
    { Publisher = "Andean Ledger", Url = "https://andean-ledger.example/avocado-talks" }
        .Says("opened talks in Lima on 6 October", e => new MeetingFact { Parties = ["MX", "PE"], City = "Lima", Start = Day(6), Evidence = e })
        .Says("Mexico's 18% tariff on Peruvian avocados", e => new TariffFact { Imposer = "MX", Target = "PE", Goods = "avocados", ToPercent = 18, Evidence = e })
        .Says("Mexico's exports to Peru fell 6.2% in August from a year earlier", Exports(-6.2m))
        .Says("The present quota arrangement expires on 20 October", e => new DeadlineFact { Subject = "quota arrangement", Date = Day(20), Evidence = e })
        .Says("We came to listen", e => new QuoteFact { Speaker = "Rosa Quispe", Role = "deputy trade minister", Text = "We came to listen", Evidence = e })
        .Says("Rosa Quispe, Peru's deputy trade minister", e => new DelegateFact { Name = "Rosa Quispe", Role = "deputy trade minister", Side = "PE", Evidence = e });

    private static SampleArticle TalksOpenElsewhere() => new SampleArticle("t2", "2031-10-06", "Avocado tariff: Lima hosts Mexican delegation",
        "A Mexican delegation met Peruvian officials in Lima to discuss avocados. Customs data put the drop in Mexican shipments to Peru at 4.9% in August against the year before. "
        + "Mexico charges 18% on avocados from Peru. Growers near Trujillo want the levy gone before the harvest.")
    { Publisher = "Pacific Courier" }
        .Says("Mexican shipments to Peru at 4.9% in August against the year before", Exports(-4.9m))
        .Says("Mexico charges 18% on avocados from Peru", e => new TariffFact { Imposer = "MX", Target = "PE", Goods = "avocados", ToPercent = 18, Evidence = e });

    private static SampleArticle TalksSecondDay() => new SampleArticle("t3", "2031-10-07", "Mexico offers to halve avocado tariff in Lima talks",
        "Mexico offered in the Lima talks to cut its tariff on Peruvian avocados from 18% to 9%, officials from both sides said. Peru would let in Mexican corn in return. "
        + "Negotiators hope to finish before the quota arrangement expires on 20 October.")
    { Publisher = "Bahia Trade Wire" }
        .Says("cut its tariff on Peruvian avocados from 18% to 9%", e => new TariffFact { Imposer = "MX", Target = "PE", Goods = "avocados", FromPercent = 18, ToPercent = 9, Evidence = e })
        .Says("quota arrangement expires on 20 October", e => new DeadlineFact { Subject = "quota arrangement", Date = Day(20), Evidence = e });

    private static SampleArticle TalksSecondDayElsewhere() => new SampleArticle("t4", "2031-10-07", "Lima: avocado levy could fall to 9%",
        "The Mexican levy on avocados from Peru could fall to about 9% under an offer made in Lima, said people close to the talks. August exports from Mexico to Peru were down 6.2% on the year. "
        + "“It is a fair offer, and we will weigh it with care,” said Rosa Quispe.")
    { Publisher = "Harbour Finance" }
        .Says("August exports from Mexico to Peru were down 6.2% on the year", Exports(-6.2m))
        .Says("It is a fair offer, and we will weigh it with care,", e => new QuoteFact { Speaker = "Rosa Quispe", Text = "It is a fair offer, and we will weigh it with care,", Evidence = e });

    private static SampleArticle TalksCorrection() => new SampleArticle("t5", "2031-10-08", "Correction: Mexican exports to Peru",
        "Mexican shipments to Peru fell 6.2% in August against the year before, not 4.9% as the Pacific Courier reported before the avocado talks in Lima. The paper had used figures for July.")
    { Publisher = "Pacific Courier" }
        .Says("Mexican shipments to Peru fell 6.2% in August against the year before", Exports(-6.2m));

    private static SampleArticle TalksThirdDay() => new SampleArticle("t6", "2031-10-08", "Lima avocado talks run into a third day",
        "Talks in Lima between Mexico and Peru over avocados ran into a third day. Peru's side asked that the tariff on its avocados fall to 7% at once, and Mexico agreed to cut it to that level. "
        + "The quota arrangement now expires on 31 October, after both extended it.")
    { Publisher = "Andean Ledger" }
        .Says("the tariff on its avocados fall to 7% at once, and Mexico agreed", e => new TariffFact { Imposer = "MX", Target = "PE", Goods = "avocados", ToPercent = 7, Evidence = e })
        .Says("The quota arrangement now expires on 31 October", e => new DeadlineFact { Subject = "quota arrangement", Date = Day(31), Evidence = e });

    /// <summary>One wire report on coffee and fifty papers that printed it.</summary>
    public static IEnumerable<DigestArticle> CoffeeFlood()
    {
        const string Text = "Ethiopia will require coffee exporters to register every bag from 1 January, the agriculture ministry in Addis Ababa said. "
            + "Coffee makes up 31% of Ethiopia's exports. Roasters in Trieste warned of delays at the port of Djibouti.";
        SampleArticle Copy(string id, string publisher, string? original) =>
            new SampleArticle(id, "2031-10-07", "Ethiopia to register every bag of coffee", Text) { Publisher = publisher, Wire = "Continental News", CopyOf = original }
                .Says("Coffee makes up 31% of Ethiopia's exports", e => new ShareFact { Holder = "ET", Commodity = "coffee", Activity = "exports", Percent = 31, Evidence = e });
        yield return Copy("c00", "Continental News", null).Build();
        for (int i = 1; i <= 50; i++)
        {
            yield return Copy("c" + i.ToString("00", CultureInfo.InvariantCulture), "Paper " + i.ToString("00", CultureInfo.InvariantCulture), "c00").Build();
        }
    }

    private static Func<Evidence, Fact> Exports(decimal change) => e => new StatisticFact
    {
        Metric = "exports", Area = "MX", Partner = "PE", ChangePercent = change, Period = "2031-08", Basis = "yoy", Evidence = e,
    };
}
