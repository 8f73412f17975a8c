using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Language;
using TradeDigest.Pages;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http.Rooms;

/// <summary>The pages by their addresses below the root.</summary>
public sealed class PageRoutes(ReadingRoom room, Subscriptions subscriptions, SearchRoom search, SiteAddress site)
{
    private static readonly QueryParameter<string?> Before = QueryParameter.Text("before", "Id of the digest before which the list begins.", 20);

    private static readonly QueryParameter<string?> Words = QueryParameter.Text("words", "The words that the reader came for: where they begin and end in the article's text (120-160).", 40);

    private static readonly ApiOperation Plain = Operation();

    private static readonly ApiOperation Article = Operation(Words);

    private static readonly ApiOperation List = Operation(Before);

    /// <summary>The page that was asked for.</summary>
    /// <exception cref="ProblemException">There is none, or its query cannot be read.</exception>
    internal async Task<ApiAnswer> AnswerAsync(HttpRequest request, PageRequest asked, CancellationToken cancellationToken)
    {
        var links = asked.Links;
        if (asked.Path is ["search" or "facts.csv"])
        {
            return await search.AnswerAsync(request, asked, cancellationToken);
        }

        var query = RequestQuery.Read(request, asked.Path switch { ["digests"] => List, ["articles", _] => Article, _ => Plain });
        return asked.Path switch
        {
            [] => PageEndpoint.Page(await room.TodayAsync(links, cancellationToken)
                ?? await PageRenderer.MessageAsync("No digest yet", "The first digest is made at the hour that the settings name, or at once by POST /api/digests.", links)),
            ["digests"] => PageEndpoint.Page(await room.DigestsAsync(BeforeOf(query), links, cancellationToken)),
            ["digests", var id] => Found(await room.DigestAsync(id, links, cancellationToken), "There is no digest of this day. The list of digests has them all."),
            ["stories"] => PageEndpoint.Page(await room.StoriesAsync(links, cancellationToken)),
            ["stories", var id] => Found(await room.StoryAsync(id, links, cancellationToken), "No digest has told a story of this id. The list of stories has those that go on."),
            ["articles", var id] => Found(await room.ArticleAsync(id, SoughtOf(query), links, cancellationToken), "There is no article of this id. Search finds articles by their words."),
            ["deadlines"] => PageEndpoint.Page(await room.DeadlinesAsync(links, cancellationToken)),
            ["style.css"] => new ApiAnswer(Encoding.UTF8.GetBytes(PageRenderer.StyleSheet()), "text/css; charset=utf-8"),
            ["feed"] => new ApiAnswer(await subscriptions.FeedAsync(site.Self(request), asked.Absolute, cancellationToken), ApiForm.Atom.ContentType),
            ["deadlines.ics"] => new ApiAnswer(await subscriptions.CalendarAsync(asked.Absolute, cancellationToken), ApiForm.Calendar.ContentType),
            _ => throw Missing("There is no page at this address. Begin with today’s digest."),
        };
    }

    private static string? BeforeOf(RequestQuery query)
    {
        string? before = query.Of(Before);
        return before is null || DigestStore.TryParseId(before, out _, out _)
            ? before
            : throw new ProblemException(StatusCodes.Status400BadRequest, "No such digest", "The parameter ‘before’ is the id of a digest, such as 2026-03-02.");
    }

    private static TextSpan? SoughtOf(RequestQuery query)
    {
        if (query.Of(Words) is not { } words)
        {
            return null;
        }

        string[] ends = words.Split('-');
        return ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start) && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end) && start < end
            ? new TextSpan(start, end)
            : throw new ProblemException(StatusCodes.Status400BadRequest, "No such words", "The parameter ‘words’ says where words begin and end, such as 120-160.");
    }

    private static ApiAnswer Found(string? html, string otherwise) => PageEndpoint.Page(html ?? throw Missing(otherwise));

    private static ProblemException Missing(string detail) => new(StatusCodes.Status404NotFound, "No such page", detail);

    private static ApiOperation Operation(params IReadOnlyList<QueryParameter> query) => new("GetPages", "GET", GetPages.Root, "A page") { Query = query, Forms = [ApiForm.Html], Answers = [] };
}
