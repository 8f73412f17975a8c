using Microsoft.Playwright;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>An article with markup in title, publisher, address and text changes nothing but text, wherever it is shown.</summary>
[Collection(RoomApp.Collection)]
public sealed class HostilePageTests(RoomApp room)
{
    [BrowserTheory]
    [InlineData("article")]
    [InlineData("story")]
    [InlineData("search?q=%22palm+oil%22")]
    [InlineData("")]
    public async Task Markup_of_an_article_is_shown_and_not_run(string page)
    {
        string article = await room.ArticleAsync("\"palm oil\"");
        string address = page switch { "article" => article, "story" => (await room.LinksAsync(article, "stories/story-"))[0], _ => page };
        var tab = await room.OpenAsync(address);
        var dialogs = new List<string>();
        tab.Dialog += (_, dialog) => dialogs.Add(dialog.Message);

        Assert.NotEqual("owned", await tab.TitleAsync());
        Assert.Empty(dialogs);
        Assert.Equal(0, await tab.Locator("script, img, main b:text-is('Daily'), [onerror], a[href^='javascript']").CountAsync());
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("<script>document.title='owned'</script> India's \"palm oil\" duty & more");
    }

    [BrowserFact]
    public async Task Words_of_ten_thousand_letters_wrap_and_marks_of_direction_and_null_characters_are_gone()
    {
        var tab = await room.OpenAsync(await room.ArticleAsync("\"palm oil\""));
        await tab.SetViewportSizeAsync(390, 900);

        string text = await tab.Locator("main").TextContentAsync() ?? "";

        Assert.Equal(390, await tab.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Contains(new string('w', 10_000), text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c is '\u202E' or '\0');
        Assert.Contains("said the trader in reverse", text, StringComparison.Ordinal);
    }
}
