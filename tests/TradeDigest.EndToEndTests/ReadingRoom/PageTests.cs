using System.Text.Json;
using Microsoft.Playwright;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>Every page, at two widths, light and dark: in order for a browser, for a screen reader and for the eye.</summary>
[Collection(RoomApp.Collection)]
public sealed class PageTests(RoomApp room)
{
    /// <summary>Where to put pictures of the pages for people to look at; nowhere by default.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TRADEDIGEST_PICTURES");

    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark)];

    private static readonly string[] Names =
        ["today", "digests", "stories", "story", "article", "article-words", "hostile", "search", "search-wrong", "deadlines", "missing"];

    public static TheoryData<string> Pages => [.. Names];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_meets_the_rules_of_accessibility_at_each_width_and_colour(string name)
    {
        var tab = await room.OpenAsync(await AddressAsync(name));
        await tab.EvaluateAsync(room.Axe);
        foreach (var (width, scheme) in Looks)
        {
            await tab.SetViewportSizeAsync(width, 900);
            await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
            await PictureAsync(tab, $"{name}-{width}-{scheme}");

            var violations = await tab.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; '))");

            Assert.Equal([], violations.EnumerateArray().Select(v => $"{width} {scheme} {v}"));
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_narrow_screen_and_breaks_no_rule_of_its_own_security_policy(string name)
    {
        var tab = await room.OpenAsync();
        var said = new List<string>();
        tab.Console += (_, message) => said.Add($"{message.Type}: {message.Text}");
        tab.PageError += (_, error) => said.Add(error);
        await tab.SetViewportSizeAsync(390, 900);
        await tab.GotoAsync(room.Address(await AddressAsync(name)));

        Assert.Equal(390, await tab.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.DoesNotContain(said, s => !s.Contains("status of 4", StringComparison.Ordinal));
        Assert.Equal(0, await tab.Locator("script, [style], style, iframe").CountAsync());
    }

    [Fact]
    public async Task Pages_are_valid_HTML()
    {
        var pages = new Dictionary<string, string>();
        foreach (string name in Names)
        {
            pages[name] = await (await room.Client.GetAsync(new Uri("api/pages/" + await AddressAsync(name), UriKind.Relative))).Content.ReadAsStringAsync();
        }

        var said = await Judges.SayAsync("validate-html.cjs", JsonSerializer.Serialize(pages));

        Assert.Equal([], said.EnumerateArray().Select(s => s.ToString()));
    }

    [Fact]
    public async Task Each_page_has_a_title_of_its_own_and_headings_in_order()
    {
        var titles = new List<string>();
        foreach (string name in Names.Except(["article-words"]))
        {
            string html = await (await room.Client.GetAsync(new Uri("api/pages/" + await AddressAsync(name), UriKind.Relative))).Content.ReadAsStringAsync();
            titles.Add(html.Split("<title>")[1].Split("</title>")[0]);
            var levels = html.Split("<h").Skip(1).Where(h => char.IsAsciiDigit(h[0])).Select(h => h[0] - '0').ToList();

            Assert.Equal((1, 1), (levels[0], levels.Count(l => l == 1)));
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{name}: a heading of level {pair.Second} follows one of level {pair.First}."));
        }

        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    private async Task<string> AddressAsync(string name) => name switch
    {
        "today" => "",
        "story" => await room.StoryAsync(),
        "article" => await room.ArticleAsync("\"deputy trade minister\" duty open"),
        "article-words" => (await room.LinksAsync("", "articles/")).First(a => a.Contains("words=", StringComparison.Ordinal)),
        "hostile" => await room.ArticleAsync("\"palm oil\""),
        "search" => "search?q=salmon&kind=tariff",
        "search-wrong" => "search?from=2026-13-01&publisher=" + Uri.EscapeDataString("\" onfocus=\"x"),
        "missing" => "nothing/here",
        _ => name,
    };

    private static async Task PictureAsync(IPage tab, string name)
    {
        if (Pictures is not null)
        {
            await tab.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        }
    }
}
