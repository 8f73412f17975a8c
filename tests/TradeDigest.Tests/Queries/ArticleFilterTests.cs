using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Queries;
using TradeDigest.Storage;

namespace TradeDigest.Tests.Queries;

public sealed class ArticleFilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly DayEntry Entry = new(DayEntryKind.Article, "0123456789abcdef", Noon)
    {
        Index = new EntryIndex("Courrier d’Été", ["share", "tariff"], ["MX", "Volvo"], new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), WordSketch.Of(["steel", "duty"]).Encode()),
    };

    public static TheoryData<ArticleFilter, bool> Filters { get; } = new()
    {
        { new(), true },
        { new() { Publisher = "courrier d’ete" }, true },
        { new() { Publisher = "Courrier" }, false },
        { new() { Kind = "share" }, true },
        { new() { Kind = "quote" }, false },
        { new() { Party = "MX" }, true },
        { new() { Party = "volvo" }, true },
        { new() { Party = "PE" }, false },
        { new() { Terms = SearchTerms.Parse("Steel \"duty\"") }, true },
        { new() { Terms = SearchTerms.Parse("steel copper") }, false },
        { new() { FactsFrom = new DateOnly(2026, 3, 31) }, true },
        { new() { FactsFrom = new DateOnly(2026, 4, 1) }, false },
        { new() { FactsTo = new DateOnly(2025, 12, 31) }, false },
        { new() { From = Noon, To = Noon.AddTicks(1) }, true },
        { new() { From = Noon.AddTicks(1) }, false },
        { new() { To = Noon }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_line_of_the_log_shows_what_does_not_fit(ArticleFilter filter, bool mayFit) => Assert.Equal(mayFit, filter.MayTake(Entry));

    [Fact]
    public void A_line_of_an_earlier_version_may_fit_whatever_is_asked_for() =>
        Assert.True(new ArticleFilter { Kind = "quote", Party = "PE", Terms = SearchTerms.Parse("copper") }.MayTake(Entry with { Index = null }));

    [Fact]
    public void A_file_in_quarantine_is_no_article() => Assert.False(new ArticleFilter().MayTake(Entry with { Kind = DayEntryKind.Quarantined }));

    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-H1", "2026-01-01", "2026-06-30")]
    [InlineData("2025-11/2026-02", "2025-11-01", "2026-02-28")]
    public void A_period_is_the_days_from_its_first_to_its_last(string period, string first, string last)
    {
        var date = FactDate.Of(new StatisticFact { Period = period, Evidence = new(0, 1, "x") })!;

        Assert.Equal((PartialDate.Parse(first).First, PartialDate.Parse(last).First), (date.First, date.Last));
    }

    [Theory]
    [InlineData("FY2025")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("soon")]
    [InlineData("2026-05/2026-02")]
    [InlineData(null)]
    public void What_is_no_time_of_the_calendar_is_no_date(string? period) => Assert.Null(FactDate.Of(new StatisticFact { Period = period, Evidence = new(0, 1, "x") }));

    [Theory]
    [InlineData("cn", "CN")]
    [InlineData("China", "CN")]
    [InlineData("côte d'ivoire", "CI")]
    [InlineData("Müller GmbH", "muller gmbh")]
    public void A_party_is_found_by_its_code_or_name(string given, string party) => Assert.Equal(party, new PartyFinder().Find(given));
}
