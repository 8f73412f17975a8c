using System.Globalization;
using Microsoft.Playwright;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>What readers come for.</summary>
[Collection(RoomApp.Collection)]
public sealed class ReaderTests(RoomApp room)
{
    [BrowserFact]
    public async Task Yesterdays_digest_is_two_clicks_from_todays()
    {
        var tab = await room.OpenAsync("");
        string yesterday = room.Today.AddDays(-1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

        await tab.GetByRole(AriaRole.Link, new() { Name = "Earlier", Exact = true }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = yesterday }).ClickAsync();

        Assert.Equal("Trade digest", await tab.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        await Expect(tab.Locator("main")).ToContainTextAsync(yesterday);
        await Expect(tab.Locator("main")).ToContainTextAsync("Kenya");
    }

    [BrowserFact]
    public async Task A_story_opens_from_the_digest_and_shows_all_its_days()
    {
        var tab = await room.OpenAsync("");

        await tab.Locator("h2 a", new() { HasText = "salmon" }).First.ClickAsync();

        await Expect(tab.Locator("svg[role=img]").First).ToBeVisibleAsync();
        Assert.Equal(3, await tab.Locator("#days ~ h3").CountAsync());
        await Expect(tab.Locator("#facts ~ table")).ToContainTextAsync("the sources contradict each other");
        await Expect(tab.Locator(".timeline")).ToContainTextAsync(RoomArticles.MovedDeadline(room.Today).ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    [BrowserFact]
    public async Task Both_values_of_a_contested_figure_stand_in_the_chart_and_in_its_table()
    {
        var tab = await room.OpenAsync(await room.StoryAsync());
        var chart = tab.Locator("figure", new() { HasText = "Exports, change year on year" });

        Assert.Equal(2, await chart.Locator("circle.contested").CountAsync());
        await Expect(chart.Locator("table")).ToContainTextAsync("-12.4%");
        await Expect(chart.Locator("table")).ToContainTextAsync("-9.8%");
        Assert.Equal(0, await chart.Locator("table").GetByText("18%").CountAsync());
    }

    [BrowserFact]
    public async Task A_number_leads_to_the_words_that_it_comes_from()
    {
        var tab = await room.OpenAsync($"digests/{room.Today.AddDays(-2):yyyy-MM-dd}");

        await tab.Locator("tr", new() { HasText = "5% → 18%" }).GetByRole(AriaRole.Link).First.ClickAsync();

        var words = tab.Locator("mark:has(:target)");
        Assert.Equal("raised its tariffs on Chilean salmon from 5% to 18%", (await words.Locator("a").TextContentAsync())![..51]);
        await Expect(words.GetByRole(AriaRole.Tooltip)).ToContainTextAsync("Vietnamese tariffs on Chilean salmon: 5% → 18%");
        await Expect(words.GetByRole(AriaRole.Tooltip)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_sentences_of_a_digest_lead_to_their_place_too()
    {
        var tab = await room.OpenAsync("");
        string link = (await room.LinksAsync("", "articles/")).First(a => a.Contains("words=", StringComparison.Ordinal)).Replace("&amp;", "&", StringComparison.Ordinal);

        await tab.GotoAsync(room.Address(link));

        await Expect(tab.Locator("mark.sought").First).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task Facts_are_reached_and_shown_with_the_keyboard_alone()
    {
        var tab = await room.OpenAsync(await room.ArticleAsync("\"deputy trade minister\" duty open"));
        await tab.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusAsync(tab));
        await tab.Keyboard.PressAsync("Enter");
        var shown = new List<string>();
        for (int i = 0; i < 40; i++)
        {
            await tab.Keyboard.PressAsync("Tab");
            if (await tab.Locator("mark:focus-within .card").CountAsync() == 1)
            {
                Assert.True(await tab.Locator("mark:focus-within .card").IsVisibleAsync());
                shown.Add((await tab.Locator("mark:focus-within .card").TextContentAsync())!);
            }
        }

        Assert.Contains(shown, card => card.Contains("-12.4% year on year", StringComparison.Ordinal) && card.Contains("contradict", StringComparison.Ordinal));
        Assert.Contains(shown, card => card.Contains("5% → 18%", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_search_finds_by_words_and_kind_and_its_facts_are_downloaded_as_CSV()
    {
        var tab = await room.OpenAsync("search");
        await tab.GetByLabel("Words, all of which must occur").FillAsync("salmon Hanoi");
        await tab.GetByLabel("Kind of fact").SelectOptionAsync("statistic");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        Assert.Equal(2, await tab.Locator(".list > li").CountAsync());
        var file = await tab.RunAndWaitForDownloadAsync(() => tab.GetByRole(AriaRole.Link, new() { Name = "Download these facts as CSV" }).ClickAsync());
        string[] lines = (await File.ReadAllTextAsync(await file.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("facts.csv", file.SuggestedFilename);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("article,", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains("statistic", line, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Links_carry_the_key_that_the_page_was_asked_with()
    {
        var tab = await room.OpenAsync("?code=a%2Fb%3D");

        string[] links = await tab.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], link[href]')].map(e => e.href).filter(a => a.startsWith(location.origin) && !a.includes('#main'))");
        Assert.All(links, link => Assert.Contains("code=a%2Fb%3D", link, StringComparison.Ordinal));
        await tab.GetByRole(AriaRole.Link, new() { Name = "Search", Exact = true }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        Assert.Contains("code=a%2Fb%3D", tab.Url, StringComparison.Ordinal);
    }

    private static Task<string> FocusAsync(IPage tab) => tab.EvaluateAsync<string>("document.activeElement.textContent");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
