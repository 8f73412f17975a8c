using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Functions.Http;
using TradeDigest.Functions.Http.OpenApi;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>Feed and calendar, as parsers of others read them, and who may read what.</summary>
[Collection(RoomApp.Collection)]
public sealed class SubscriptionTests(RoomApp room)
{
    [Fact]
    public async Task The_feed_that_a_page_announces_has_every_digest_and_story_once()
    {
        string announced = (await room.LinksAsync("", "feed"))[0];

        var feed = (await Judges.SayAsync("read-feed.cjs", await room.HtmlAsync(announced))).GetProperty("feed");

        var entries = feed.GetProperty("entry").EnumerateArray().ToList();
        var ids = entries.Select(e => e.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("tag:localhost,2026:", id, StringComparison.Ordinal));
        Assert.Equal(3, ids.Count(id => id.Contains(":digest:", StringComparison.Ordinal)));
        Assert.Single(entries, e => e.GetProperty("title").ToString().Contains("salmon", StringComparison.OrdinalIgnoreCase) && e.GetProperty("id").GetString()!.Contains(":story:", StringComparison.Ordinal));
        var updated = entries.Select(e => DateTimeOffset.Parse(e.GetProperty("updated").GetString()!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(updated.OrderDescending(), updated);
        Assert.Equal(DateTimeOffset.Parse(feed.GetProperty("updated").GetString()!, CultureInfo.InvariantCulture), updated[0]);
    }

    [Fact]
    public async Task The_feed_links_itself_and_pages_that_are_there()
    {
        var feed = (await Judges.SayAsync("read-feed.cjs", await room.Client.GetStringAsync(new Uri("api/feed?code=k", UriKind.Relative)))).GetProperty("feed");

        Assert.Contains(feed.GetProperty("link").EnumerateArray(), l => l.GetProperty("@_rel").GetString() == "self" && l.GetProperty("@_href").GetString() == new Uri(room.Client.BaseAddress!, "api/feed?code=k").AbsoluteUri);
        foreach (var entry in feed.GetProperty("entry").EnumerateArray())
        {
            string page = entry.GetProperty("link")[0].GetProperty("@_href").GetString()!;
            Assert.EndsWith("?code=k", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await room.Client.GetAsync(new Uri(page))).StatusCode);
            Assert.Equal("html", entry.GetProperty("content").GetProperty("@_type").GetString());
        }
    }

    [Fact]
    public async Task A_deadline_that_moved_is_one_event_at_its_new_date_with_a_higher_sequence()
    {
        var calendar = await Judges.SayAsync("read-calendar.cjs", await room.Client.GetStringAsync(new Uri("api/deadlines.ics", UriKind.Relative)));

        var deadline = Assert.Single(calendar.GetProperty("events").EnumerateArray(), e => e.GetProperty("summary").GetString()!.Contains("quota", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(RoomArticles.MovedDeadline(room.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), deadline.GetProperty("start").GetString());
        Assert.Equal(1, deadline.GetProperty("sequence").GetInt32());
        Assert.StartsWith(room.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), deadline.GetProperty("modified").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("@localhost", deadline.GetProperty("uid").GetString(), StringComparison.Ordinal);
        Assert.Contains(RoomArticles.FirstDeadline(room.Today).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), deadline.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.InRange(calendar.GetProperty("longest").GetInt32(), 1, 75);
        Assert.Equal(0, calendar.GetProperty("bareLineFeeds").GetInt32());
    }

    [Fact]
    public async Task Feed_calendar_and_pages_are_not_sent_again_to_who_has_them()
    {
        foreach (string address in (string[])["api/feed", "api/deadlines.ics", "api/pages", "api/pages/style.css", "api/pages/" + await room.StoryAsync()])
        {
            var first = await room.Client.GetAsync(new Uri(address, UriKind.Relative));
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

            Assert.Equal((address, HttpStatusCode.NotModified), (address, (await room.Client.SendAsync(again)).StatusCode));
        }
    }

    [Fact]
    public async Task A_story_over_its_days_is_there_as_JSON_of_the_shape_that_is_described()
    {
        string id = (await room.StoryAsync()).Split('/')[1];

        string json = await room.Client.GetStringAsync(new Uri("api/stories/" + id, UriKind.Relative));

        var description = OpenApiDocument.Of(ApiDescription.Operations);
        var shape = description["paths"]!["/stories/{id}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal([], new SchemaCheck(description).Misfits(shape, JsonNode.Parse(json)));
        var story = JsonDocument.Parse(json).RootElement;
        Assert.Equal(id, story.GetProperty("id").GetString());
        Assert.Equal(3, story.GetProperty("days").GetArrayLength());
        Assert.Contains(story.GetProperty("facts").EnumerateArray(), f => f.GetProperty("verdict").GetString() == "conflict" && f.GetProperty("values").GetArrayLength() == 2);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Client.GetAsync(new Uri("api/stories/story-0123456789abcdef", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Pages_that_are_open_to_anyone_link_only_to_one_another()
    {
        string page = await room.Client.GetStringAsync(new Uri("api/public", UriKind.Relative));

        var links = page.Split("href=\"").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)]).Where(l => !l.StartsWith('#') && !l.StartsWith("data:", StringComparison.Ordinal)).ToList();

        Assert.All(links, link => Assert.StartsWith("public/", link, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await room.Client.GetAsync(new Uri("api/public/feed", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain("api/pages", await room.Client.GetStringAsync(new Uri("api/public/feed", UriKind.Relative)), StringComparison.Ordinal);
    }
}
