using TradeDigest.Facts;

namespace TradeDigest.Tests.Facts;

public class FactExtractorTests(FactCaseTests.Extractor extractor) : IClassFixture<FactCaseTests.Extractor>
{
    private static readonly DateOnly s_day = new(2019, 4, 3);

    [Fact]
    public void What_is_said_twice_is_one_fact_with_the_fullest_words()
    {
        var facts = extractor.Of("Turkey cut tariffs to 60 percent.\n\nTurkey cut tariffs on U.S. cars to 60 percent from 120 percent.", s_day);

        var tariff = Assert.Single(facts.OfType<TariffFact>());
        Assert.Equal("Turkey cut tariffs on U.S. cars to 60 percent from 120 percent", tariff.Evidence.Text);
    }

    [Fact]
    public void Facts_come_in_the_order_of_their_evidence()
    {
        var facts = extractor.Of("Exports rose 3% in March. India imposed a 10% tariff on Thai rice. Imports fell 2%.", s_day);

        Assert.Equal(facts.Select(f => f.Evidence.Start).Order(), facts.Select(f => f.Evidence.Start));
        Assert.Equal(2, facts.Count(f => f is StatisticFact));
    }

    [Theory]
    [InlineData("Vietnam lowered its import duty on American goods from 5% to 3%.", "Vietnamese tariffs on US goods cut from 5% to 3%")]
    [InlineData("Chile's exports rose 7.1% year-on-year in January.", "Chilean exports up 7.1% on the year in January 2019")]
    [InlineData("Ghana posted a trade deficit of $1.2 billion in 2018.", "Ghanaian trade deficit at USD 1.2 billion in 2018")]
    [InlineData("The OECD expects Turkey's economy to grow 4.3% in 2020.", "OECD forecast: Turkish GDP up 4.3% in 2020")]
    [InlineData("Japan will cut its tariffs on Chilean copper from 3.5% to 1% on 1 April 2021.", "Japanese tariffs on Chilean copper to be cut from 3.5% to 1% from 1 April 2021")]
    [InlineData("Kenya's exports of avocados grew 11% to $140 million in the first half of 2018.", "Kenyan exports of avocados up 11% to USD 140 million in the first half of 2018")]
    public void A_statement_says_what_the_slots_say(string text, string expected)
    {
        var fact = Assert.Single(extractor.Of(text, s_day), f => f is TariffFact or StatisticFact or ForecastFact);

        Assert.Equal(expected, fact.Statement);
    }

    [Theory]
    [InlineData("Turkey imposed sanctions on Chile on Monday.", "Turkey imposes sanctions on Chile on 1 April 2019")]
    [InlineData("Japan restricted exports of three chemicals to South Korea.", "Japan restricts exports of three chemicals to South Korea")]
    [InlineData("Peru banned imports of beef from Brazil.", "Peru bans imports of beef from Brazil")]
    [InlineData("Ghana lifted its ban on poultry products from Nigeria.", "Ghana lifts ban on poultry products for Nigeria")]
    [InlineData("Norway lodged a complaint against Kenya at the World Trade Organization.", "Norway complains against Kenya")]
    [InlineData("China opened an antitrust probe into Google.", "China opens antitrust probe into Google")]
    public void A_measure_reads_as_a_sentence(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(extractor.Of(text, s_day).OfType<MeasureFact>()).Statement);

    [Theory]
    [InlineData("")]
    [InlineData("…—;:()")]
    [InlineData("tariff tariff tariff 10% to to from from % % and and")]
    [InlineData("exports exports rose rose by by to 5% 5% of of in in")]
    public void Text_that_says_nothing_yields_nothing_and_no_error(string text)
    {
        var facts = extractor.Of(text, s_day);

        Assert.All(facts, f => Assert.Equal(text[f.Evidence.Start..f.Evidence.End], f.Evidence.Text));
    }
}
