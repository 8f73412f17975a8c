using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Tests.Digests;

public sealed class FactWordingTests
{
    private static Evidence Words(string text) => new(0, text.Length, text);

    private static string Line(Fact fact) => FactWording.Label(fact) + ": " + FactWording.Value(fact);

    [Fact]
    public void A_counterparty_that_the_goods_name_is_named_once() => Assert.Equal("Egypt's pledge to buy Ukrainian barley: $90 million", Line(new CommitmentFact
    {
        Actor = "EG", Action = CommitmentAction.Buy, Object = "Ukrainian barley", Counterparty = "UA", Value = 90_000_000, Unit = "USD", Evidence = Words("Egypt promised to buy $90 million of Ukrainian barley"),
    }));

    [Fact]
    public void A_counterparty_that_the_goods_do_not_name_is_named() => Assert.Equal("Egypt's pledge to buy barley from the Netherlands: $90 million", Line(new CommitmentFact
    {
        Actor = "EG", Action = CommitmentAction.Buy, Object = "barley", Counterparty = "NL", Value = 90_000_000, Unit = "USD", Evidence = Words("Egypt promised the Netherlands to buy $90 million of barley"),
    }));

    [Theory]
    [InlineData("Japan will invest $2 billion in a shipyard", "shipyard", "Japan's pledge to invest in a shipyard: $2 billion")]
    [InlineData("Japan will invest $2 billion in the northern ports", "northern ports", "Japan's pledge to invest in the northern ports: $2 billion")]
    [InlineData("Japan will invest $2 billion in ports", "ports", "Japan's pledge to invest in ports: $2 billion")]
    public void An_investment_is_in_something(string evidence, string what, string line) => Assert.Equal(line, Line(new CommitmentFact
    {
        Actor = "JP", Action = CommitmentAction.Invest, Object = what, Value = 2_000_000_000, Unit = "USD", Evidence = Words(evidence),
    }));

    [Theory]
    [InlineData("Chile and Peru agreed to pause their row over grapes", "pause their row over grapes", "Agreement of Chile and Peru to pause their row over grapes: reached")]
    [InlineData("Chile and Peru reached a grape truce", "grape truce", "Grape truce of Chile and Peru: reached")]
    [InlineData("Chile and Peru struck a deal", null, "Agreement of Chile and Peru: reached")]
    public void An_agreement_is_named_or_said_as_what_is_to_be_done(string evidence, string? subject, string line)
    {
        var fact = new AgreementFact { Parties = ["CL", "PE"], Subject = subject, Status = AgreementStatus.Reached, Evidence = Words(evidence) };

        Assert.Equal(line, Line(fact));
        Assert.Null(new Grounds().Facts([new DigestEvidence("0123456789abcdef", 0, evidence.Length, evidence, fact)]).Untraced(FactWording.Label(fact), FactWording.OwnWords));
    }

    [Theory]
    [InlineData(1095, "which runs for three years", "3 years")]
    [InlineData(365, "for a year", "1 year")]
    [InlineData(180, "over six months", "6 months")]
    [InlineData(14, "a two-week pause", "2 weeks")]
    [InlineData(90, "a 90-day truce", "90 days")]
    [InlineData(100, "100 days, about three months", "100 days")]
    public void A_duration_is_counted_as_its_words_count(int days, string evidence, string duration) => Assert.Equal(duration, EventWording.Duration(days, evidence));

    [Theory]
    [InlineData("the pause runs until 30 June 2031", "pause", "Pause ends: 30 June 2031")]
    [InlineData("the exemptions expire on 30 June 2031", "exemptions", "Exemptions end: 30 June 2031")]
    [InlineData("a fisheries deal is due by 30 June 2031", "fisheries deal", "Fisheries deal: 30 June 2031")]
    public void A_deadline_says_whether_something_ends(string evidence, string subject, string line) =>
        Assert.Equal(line, Line(new DeadlineFact { Subject = subject, Date = new PartialDate(2031, 6, 30), Evidence = Words(evidence) }));

    [Fact]
    public void A_meeting_is_in_a_city_and_at_a_place() => Assert.Equal("Meeting of Chile and Peru: in Arica, at Casa Bolognesi", Line(new MeetingFact
    {
        Parties = ["CL", "PE"], City = "Arica", Venue = "Casa Bolognesi", Evidence = Words("Chile and Peru met in Arica at Casa Bolognesi"),
    }));

    [Fact]
    public void A_target_that_the_object_names_is_named_once() => Assert.Equal("Brazil, quota on Paraguayan rice: lifted", Line(new MeasureFact
    {
        Actor = "BR", Action = MeasureAction.Lift, Object = "quota on Paraguayan rice", Target = "PY", Evidence = Words("Brazil lifted its quota on Paraguayan rice"),
    }));

    [Fact]
    public void A_ban_that_was_announced_is_not_said_to_be_banned() => Assert.Equal("Brazil, export bans on jaguar hides: reported", Line(new MeasureFact
    {
        Actor = "BR", Action = MeasureAction.Ban, Object = "export bans on jaguar hides", Evidence = Words("Brazil's export bans on jaguar hides"),
    }));

    [Fact]
    public void Directions_and_line_breaks_in_a_slot_are_not_shown() =>
        Assert.Equal("Indian tariffs on tea leaf: 5%", Line(new TariffFact { Imposer = "IN", Goods = "tea\u202E\r\nleaf", ToPercent = 5, Evidence = Words("India's tariff on tea leaf is 5%") }));
}
