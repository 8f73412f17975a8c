using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pages;

namespace TradeDigest.Functions.Http.Rooms;

/// <summary>Answers every request for a page alike, and in a page whatever goes wrong: people read the answer, not a script.</summary>
public sealed partial class PageEndpoint(PageRoutes routes, SiteAddress site, CorsPolicy cors, ILogger<PageEndpoint> logger)
{
    /// <summary>The page below <paramref name="root"/> that was asked for.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, string root, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = PageRequest.Of(request, root, site);
        return new ApiResult(await OfAsync(request, asked, cancellationToken), cors, variesByAccept: false);
    }

    /// <summary>A page that says that there is none, and nothing of what else there is.</summary>
    public IActionResult Closed() => new ApiResult(
        ApiAnswer.Problem(
            StatusCodes.Status404NotFound, "No such page", "The pages are not open to anyone here. With a function key they are under /api/pages; the setting Pages:Public opens them."),
        cors,
        variesByAccept: false);

    private async Task<ApiAnswer> OfAsync(HttpRequest request, PageRequest asked, CancellationToken cancellationToken)
    {
        try
        {
            return await routes.AnswerAsync(request, asked, cancellationToken);
        }
        catch (ProblemException e)
        {
            return await MessageAsync(e.Status, e.Title, e.Message, asked);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            StorageFailed(request.Path, e);
            return (await MessageAsync(
                StatusCodes.Status503ServiceUnavailable, "Storage does not answer", "Nothing is lost: open the page again in a while. The app’s log says why.", asked)).With("Retry-After", "30");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(request.Path, e);
            return await MessageAsync(
                StatusCodes.Status500InternalServerError, "The page failed", "This is a fault of the app. Its log has the details; please report it with the page’s address.", asked);
        }
    }

    /// <summary>A page as an answer.</summary>
    internal static ApiAnswer Page(string html) => new(Encoding.UTF8.GetBytes(html), ApiForm.Html.ContentType) { ContentSecurityPolicy = PageRenderer.ContentSecurityPolicy };

    private static async Task<ApiAnswer> MessageAsync(int status, string title, string message, PageRequest asked) =>
        Page(await PageRenderer.MessageAsync(title, message, asked.Links)) with { Status = status, CacheControl = "no-store" };

    [LoggerMessage(EventId = 350, Level = LogLevel.Error, Message = "The page {Path} could not be shown because storage did not answer as it should.")]
    private partial void StorageFailed(PathString path, Exception why);

    [LoggerMessage(EventId = 351, Level = LogLevel.Error, Message = "The page {Path} could not be shown.")]
    private partial void Failed(PathString path, Exception why);
}
