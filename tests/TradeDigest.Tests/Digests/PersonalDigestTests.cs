using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

public sealed class PersonalDigestTests
{
    private static readonly Digest Day = new DigestComposer().Compose(ThreeDays.Request(8, ThreeDays.Articles(8), StoryArchive.Empty)).Digest;

    public static TheoryData<string, string> EachStory()
    {
        var stories = new TheoryData<string, string>();
        stories.Add("avocados", "vocado");
        stories.Add("coffee", "offee");
        return stories;
    }

    [Theory]
    [MemberData(nameof(EachStory))]
    public async Task A_readers_stories_come_first_and_the_opening_lines_follow(string commodity, string inHeadline)
    {
        var personal = PersonalDigest.For(Day, new ReaderInterests([], [commodity], []));

        Assert.Contains(inHeadline, personal.Stories[0].Headline.Text, StringComparison.Ordinal);
        Assert.Contains(personal.Stories[0].Facts, f => personal.Subject.Contains(f.Label.Split(',')[0], StringComparison.Ordinal));
        Assert.Contains($"on your interests ({commodity})", DigestRenderer.Text(personal).ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("on your interests", await DigestRenderer.MailHtmlAsync(personal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_added_and_nothing_left_out()
    {
        var personal = PersonalDigest.For(Day, new ReaderInterests(["PE"], ["coffee"], ["tariff"]));

        Assert.Equal(Day.Stories.OrderBy(s => s.Id, StringComparer.Ordinal), personal.Stories.OrderBy(s => s.Id, StringComparer.Ordinal));
        Assert.Equal(Day.Briefs, personal.Briefs);
        Assert.Equal(DigestJson.Write(Day with { Stories = [], Subject = "", Preheader = "" }), DigestJson.Write(personal with { Stories = [], Subject = "", Preheader = "" }));
    }

    [Fact]
    public void Interests_that_no_story_meets_change_no_order_and_are_told()
    {
        var personal = PersonalDigest.For(Day, new ReaderInterests(["Zambia"], [], []));

        Assert.Equal(Day.Stories.Select(s => s.Id), personal.Stories.Select(s => s.Id));
        Assert.Equal(Day.Subject, personal.Subject);
        Assert.Contains("No story told in full is on your interests (Zambia).", DigestRenderer.Text(personal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_is_known_by_code_and_by_name()
    {
        var byCode = PersonalDigest.For(Day, new ReaderInterests(["MX"], [], []));
        var byName = PersonalDigest.For(Day, new ReaderInterests(["Mexico"], [], []));

        Assert.Equal(byCode.Stories.Select(s => s.Id), byName.Stories.Select(s => s.Id));
        Assert.Contains("vocado", byCode.Stories[0].Headline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_interests_the_digest_is_the_one_for_all() => Assert.Same(Day, PersonalDigest.For(Day, ReaderInterests.None));
}
