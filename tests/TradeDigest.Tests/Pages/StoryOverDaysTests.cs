using System.Xml.Linq;
using TradeDigest.Digests;
using TradeDigest.Pages;
using TradeDigest.Stories;
using TradeDigest.Tests.Digests;

namespace TradeDigest.Tests.Pages;

/// <summary>What the three days of talks look like over all of them: <see cref="ThreeDays"/>.</summary>
public sealed class StoryOverDaysTests
{
    private static readonly PageLinks Pages = new("https://news.example/api/pages/", null);

    [Fact]
    public void Each_day_has_what_it_was_the_first_to_bring()
    {
        var story = StoryHistory.Of(Talks(Days(9)[^1].Archive));

        Assert.Equal([9, 8, 7], story.Days.Select(d => d.Date.Day));
        Assert.Contains(story.Days[1].News, n => n.Value.Contains("18% → 9%", StringComparison.Ordinal));
        Assert.DoesNotContain(story.Days[0].News, n => n.Value.Contains("18% → 9%", StringComparison.Ordinal));
        Assert.Contains(story.Days[0].News, n => n is { Value: "31 October 2031", IsFurther: true });
    }

    [Fact]
    public void Every_value_that_was_given_is_in_the_ledger_and_says_whether_it_stands()
    {
        var contested = StoryHistory.Of(Talks(Days(7)[^1].Archive)).Facts.Single(f => f.Label.Contains("exports to Peru", StringComparison.Ordinal));
        var resolved = StoryHistory.Of(Talks(Days(9)[^1].Archive)).Facts.Single(f => f.Label.Contains("exports to Peru", StringComparison.Ordinal));

        Assert.Equal((FactVerdict.Conflict, 2), (contested.Verdict, contested.Values.Count(v => v.Stands)));
        Assert.Equal([("-6.2% year on year", true), ("-4.9% year on year", false)], resolved.Values.Select(v => (v.Value, v.Stands)));
    }

    [Fact]
    public void A_chart_holds_figures_of_one_metric_and_both_sides_of_a_conflict()
    {
        var story = StoryHistory.Of(Talks(Days(7)[^1].Archive));

        var exports = Assert.Single(story.Figures, f => f.Metric == "Exports, change year on year");
        Assert.True(exports.Rows.Single().IsContested);
        Assert.Equal([-6.2m, -4.9m], exports.Rows.Single().Points.Select(p => p.Value).Order());
        Assert.All(story.Figures, f => Assert.Equal(f.Metric == "Tariffs", f.Rows.All(r => r.Label.Contains("tariffs", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_deadline_keeps_its_key_where_its_date_moves_and_counts_the_move()
    {
        var days = Days(9);
        var before = StoryDeadline.Ahead(days[1].Archive, new DateOnly(2031, 10, 8)).Single(d => d.What.Contains("quota", StringComparison.Ordinal));
        var after = StoryDeadline.Ahead(days[2].Archive, new DateOnly(2031, 10, 9)).Single(d => d.What.Contains("quota", StringComparison.Ordinal));

        Assert.Equal(before.Key, after.Key);
        Assert.Equal((0, "2031-10-20"), (before.Moves, before.Date.ToString()));
        Assert.Equal((1, "2031-10-31", "2031-10-20"), (after.Moves, after.Date.ToString(), after.Was.ToString()));
        Assert.Equal(("t6", new DateOnly(2031, 10, 9)), (after.Set.ArticleId, after.Set.Edition));
    }

    [Fact]
    public void A_deadline_that_has_passed_is_no_longer_ahead() =>
        Assert.DoesNotContain(StoryDeadline.Ahead(Days(9)[^1].Archive, new DateOnly(2031, 11, 1)), d => d.What.Contains("quota", StringComparison.Ordinal));

    [Fact]
    public async Task A_feed_tells_a_story_once_as_the_last_digest_has_it_and_keeps_its_id()
    {
        var days = Days(9).Select((d, i) => (Id: $"2031-10-0{i + 7}", d.Digest)).Reverse().ToList();
        string id = Talks(Days(9)[^1].Archive).Id;

        var early = Entries(await DigestFeed.OfAsync(days[1..], "news.example", new Uri("https://news.example/api/feed"), Pages));
        var late = Entries(await DigestFeed.OfAsync(days, "news.example", new Uri("https://news.example/api/feed"), Pages));

        var (then, now) = (early.Single(e => e.Page.EndsWith(id, StringComparison.Ordinal)), late.Single(e => e.Page.EndsWith(id, StringComparison.Ordinal)));
        Assert.Equal(then.Id, now.Id);
        Assert.True(string.CompareOrdinal(then.Updated, now.Updated) < 0);
    }

    [Fact]
    public void A_feed_leaves_out_what_XML_cannot_hold()
    {
        var feed = new AtomFeed
        {
            Title = "T\0\u0007\uFFFEitle \uD800 <b>", Id = "tag:x,2026:feed", Self = new Uri("https://x.example/"), Page = new Uri("https://x.example/"), Entries = [],
        };

        Assert.Equal("Title \uFFFD <b>", XDocument.Load(new MemoryStream(feed.Write())).Root!.Element("{http://www.w3.org/2005/Atom}title")!.Value);
    }

    private static List<(string Id, string Updated, string Page)> Entries(AtomFeed feed)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return [.. XDocument.Load(new MemoryStream(feed.Write())).Root!.Elements(atom + "entry")
            .Select(e => (e.Element(atom + "id")!.Value, e.Element(atom + "updated")!.Value, e.Element(atom + "link")!.Attribute("href")!.Value))];
    }

    private static StoryLedger Talks(StoryArchive archive) => archive.Stories.Single(s => s.Sources.Any(x => x.ArticleId == "t1"));

    private static List<DigestComposition> Days(int last)
    {
        var days = new List<DigestComposition>();
        var composer = new DigestComposer();
        for (int day = 7; day <= last; day++)
        {
            days.Add(composer.Compose(ThreeDays.Request(day, ThreeDays.Articles(day), days.Count == 0 ? StoryArchive.Empty : days[^1].Archive)));
        }

        return days;
    }
}
