using Microsoft.Playwright;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>The app with three days of digests, and a browser, once for all tests that look at its pages.</summary>
public sealed class RoomApp : IAsyncLifetime
{
    public const string Collection = "Reading room";

    private readonly Azurite _azurite = new();
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _axe;
    private IPage? _tab;

    /// <summary>The day of the last digest.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public HttpClient Client => _app!.Client;

    /// <summary>The source of axe-core.</summary>
    public string Axe => _axe!;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException(Chromium.Missing);

    /// <summary>The address of a page.</summary>
    public string Address(string page) => new Uri(Client.BaseAddress!, "api/pages/" + page).AbsoluteUri;

    /// <summary>A page's HTML.</summary>
    public Task<string> HtmlAsync(string page) => Client.GetStringAsync(new Uri("api/pages/" + page, UriKind.Relative));

    /// <summary>A tab that knows of no other; the one before is closed.</summary>
    public async Task<IPage> OpenAsync()
    {
        if (_tab is not null)
        {
            await _tab.CloseAsync();
        }

        _tab = await Browser.NewPageAsync();
        _tab.SetDefaultTimeout(15_000);
        return _tab;
    }

    /// <summary>A tab of its own with a page.</summary>
    public async Task<IPage> OpenAsync(string page)
    {
        var tab = await OpenAsync();
        await tab.GotoAsync(Address(page));
        return tab;
    }

    /// <summary>The address of the story that goes on over three days.</summary>
    public async Task<string> StoryAsync() => (await LinksAsync("stories", "stories/story-"))[0];

    /// <summary>The address of the article of a file's words.</summary>
    public async Task<string> ArticleAsync(string words) => (await LinksAsync("search?q=" + Uri.EscapeDataString(words), "articles/"))[0].Split('#')[0];

    /// <summary>Addresses in a page that begin so, below the root.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(string page, string beginning) =>
        [.. (await HtmlAsync(page)).Split("href=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)].TrimStart('.', '/')).Where(a => a.StartsWith(beginning, StringComparison.Ordinal))];

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        await SeedAsync();
        _app = await AppProcess.StartForRequests(_azurite.ConnectionString, new KeyValuePair<string, string>("Pages__Public", "true")).ListenAsync();
        if (Chromium.Path is { } path)
        {
            _axe = await File.ReadAllTextAsync(Path.Combine(await Judges.FolderAsync(), "axe-core", "axe.min.js"));
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _azurite.DisposeAsync();
    }

    private async Task SeedAsync()
    {
        var clock = new TestClock(default);
        await using var pipeline = await TestPipeline.BeginAsync(_azurite, clock);
        for (int day = 1; day <= 3; day++)
        {
            clock.Now = new DateTimeOffset(Today.AddDays(day - 3).ToDateTime(new TimeOnly(0, 5)), TimeSpan.Zero);
            foreach (var (name, content) in RoomArticles.Of(day, Today))
            {
                await pipeline.TakeInAsync(name, content);
            }

            clock.Now = clock.Now.AddMinutes(10);
            await pipeline.CloseAsync();
        }
    }
}

[CollectionDefinition(RoomApp.Collection)]
public sealed class RoomTests : ICollectionFixture<RoomApp>;
