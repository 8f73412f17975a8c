using TradeDigest.Language;
using TradeDigest.Summaries;

namespace TradeDigest.Tests.Summaries;

/// <summary>Headlines of articles without a title: cut where the grammar allows, or whole.</summary>
public class HeadlineTests
{
    [Theory]
    [InlineData("Zambia, Malawi and Ghana are among 31 countries that have agreed to start trading maize, soya and cut flowers under the continent's free trade area from next month, officials in Lusaka said on Monday.",
        "Zambia, Malawi and Ghana are among 31 countries that have agreed to start trading maize, soya and cut flowers")]
    [InlineData("The central bank sold 4.2 billion dollars in efforts to stabilize the currency, which has lost a fifth of its value since January, as importers rushed to pay for fuel, wheat and medicine.",
        "The central bank sold 4.2 billion dollars in efforts to stabilize the currency")]
    [InlineData("COLOMBO: Sri Lanka has extended its ban on imports of cars by another year, the finance ministry said on Wednesday, as dealers in the capital warned of closures.",
        "Sri Lanka has extended its ban on imports of cars by another year")]
    [InlineData("Exports of cars, trucks, buses and tractors from the Czech Republic rose by 4.5 percent in the first quarter, the statistical office reported.",
        "Exports of cars, trucks, buses and tractors from the Czech Republic rose by 4.5 percent in the first quarter")]
    [InlineData("Norway will impose duties of up to 35 percent on frozen vegetables from Serbia after a vote in which ten members were in favour and five against while twelve abstained in Oslo on Friday morning.",
        "Norway will impose duties of up to 35 percent on frozen vegetables from Serbia")]
    [InlineData("CAIRO (AFP) — Egypt's cotton exporters shipped 410,000 bales in May, 12 percent fewer than a year earlier, raising fears of a shortage in Europe.",
        "Egypt's cotton exporters shipped 410,000 bales in May, 12 percent fewer than a year earlier")]
    public void A_clause_that_can_be_spared_goes(string sentence, string headline) => Assert.Equal(headline, HeadlineOf(sentence));

    [Theory]
    [InlineData("Uruguay and Panama signed an agreement that removes duties on beef, fruit and farmed shrimp, opens public tenders to bidders from both sides, and creates a panel to settle disputes within ninety days")]
    [InlineData("The minister said that exports of tea, coffee and cocoa, which were reported in March, had been counted twice and that the figures would be mended in the next release of the office")]
    [InlineData("Duties on goods from Serbia, which had risen to 45 percent in April, fell to 30 percent on Wednesday")]
    public void A_sentence_that_cannot_end_earlier_stays_whole(string sentence) => Assert.Equal(sentence, HeadlineOf(sentence + "."));

    private static string HeadlineOf(string sentence) =>
        new ExtractiveSummarizer().Summarize(EnglishReader.Create().Read(sentence, new DateOnly(2024, 3, 5)), null, SummaryLength.OfSentences(1)).Headline;
}
