using Microsoft.AspNetCore.Components;
using TradeDigest.Digests;
using TradeDigest.Queries;
using TradeDigest.Stories;

namespace TradeDigest.Pages;

/// <summary>Renders the pages for people: whole HTML documents without script or inline style.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public static class PageRenderer
{
    /// <summary>What a browser may load and do in a page (Content Security Policy Level 3): the pages' own style sheet, and forms that lead back to them.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // What a tab or a list of results shows of a title, less the name of the app.
    private const int LongestTitle = 54;

    /// <summary>The style sheet of the pages.</summary>
    public static string StyleSheet()
    {
        using var stream = typeof(PageRenderer).Assembly.GetManifestResourceStream("Pages/reading-room.css")
            ?? throw new InvalidOperationException("The assembly lacks Pages/reading-room.css: embed it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A digest.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="links">The addresses of the pages.</param>
    /// <param name="around">Ids of the digests before and after; null for none.</param>
    /// <param name="isToday">Whether it is shown as the latest, rather than as one of all.</param>
    public static Task<string> DigestAsync(Digest digest, PageLinks links, (string? Before, string? After) around, bool isToday)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return PageAsync<DigestPage>(
            new(Wording.Date(digest.Date) + (isToday ? ", latest digest" : digest.To.ToString(", HH:mm", System.Globalization.CultureInfo.InvariantCulture)), links, isToday ? PageSection.Today : PageSection.Digests),
            (nameof(DigestPage.Digest), digest), (nameof(DigestPage.Before), around.Before), (nameof(DigestPage.After), around.After));
    }

    /// <summary>The list of digests, latest first.</summary>
    /// <param name="digests">The digests.</param>
    /// <param name="hasMore">Whether there are earlier ones.</param>
    /// <param name="links">The addresses of the pages.</param>
    public static Task<string> DigestListAsync(IReadOnlyList<DigestListItem> digests, bool hasMore, PageLinks links)
    {
        ArgumentNullException.ThrowIfNull(digests);
        string title = digests.Count == 0 ? "Earlier digests" : "Digests to " + Wording.Date(digests[0].Date);
        return PageAsync<DigestListPage>(new(title, links, PageSection.Digests), (nameof(DigestListPage.Digests), digests), (nameof(DigestListPage.HasMore), hasMore));
    }

    /// <summary>The stories that go on.</summary>
    public static Task<string> StoryListAsync(IReadOnlyList<StoryLedger> stories, PageLinks links) =>
        PageAsync<StoryListPage>(new("Stories", links, PageSection.Stories), (nameof(StoryListPage.Stories), stories));

    /// <summary>A story over its days.</summary>
    public static Task<string> StoryAsync(StoryDocument story, PageLinks links)
    {
        ArgumentNullException.ThrowIfNull(story);
        return PageAsync<StoryPage>(new(PlainText.Line(story.Headline, LongestTitle), links, PageSection.Stories), (nameof(StoryPage.Story), story));
    }

    /// <summary>An article with its facts in the text.</summary>
    public static Task<string> ArticleAsync(ArticleView article, PageLinks links)
    {
        ArgumentNullException.ThrowIfNull(article);
        return PageAsync<ArticlePage>(new(PlainText.Line(article.Title, LongestTitle), links, PageSection.None), (nameof(ArticlePage.View), article));
    }

    /// <summary>The deadlines ahead.</summary>
    public static Task<string> DeadlinesAsync(IReadOnlyList<StoryDeadline> deadlines, DateOnly today, PageLinks links) => PageAsync<DeadlinesPage>(
        new("Deadlines ahead", links, PageSection.Deadlines), (nameof(DeadlinesPage.Deadlines), deadlines), (nameof(DeadlinesPage.Today), today));

    /// <summary>What was found, with the form to search again.</summary>
    public static Task<string> SearchAsync(SearchView search, PageLinks links)
    {
        ArgumentNullException.ThrowIfNull(search);
        return PageAsync<SearchPage>(new(search.Title, links, PageSection.Search), (nameof(SearchPage.View), search));
    }

    /// <summary>A sentence where there is nothing to show.</summary>
    public static Task<string> MessageAsync(string title, string message, PageLinks links) =>
        PageAsync<MessagePage>(new(title, links, PageSection.None), (nameof(MessagePage.Title), title), (nameof(MessagePage.Message), message));

    private static async Task<string> PageAsync<TPage>(PageFrame frame, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        RenderFragment body = builder =>
        {
            builder.OpenComponent(0, typeof(TPage));
            builder.AddComponentParameter(1, "Links", frame.Links);
            foreach (var (name, value) in parameters)
            {
                builder.AddComponentParameter(2, name, value);
            }

            builder.CloseComponent();
        };
        return "<!DOCTYPE html>\n" + await HtmlComponent.RenderAsync<PageDocument>(new(StringComparer.Ordinal)
        {
            [nameof(PageDocument.Frame)] = frame,
            [nameof(PageDocument.Body)] = body,
        }).ConfigureAwait(false) + "\n";
    }
}
