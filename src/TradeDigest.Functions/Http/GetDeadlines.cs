using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Functions.Http.Rooms;
using TradeDigest.Pages;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/deadlines.ics</c>: the deadlines ahead as a calendar.</summary>
public sealed class GetDeadlines(ApiEndpoint endpoint, Subscriptions subscriptions, SiteAddress site)
{
    internal static ApiOperation Operation { get; } = new("GetDeadlines", "GET", "deadlines.ics", "The deadlines ahead as a calendar (iCalendar, RFC 5545)")
    {
        Description = "Each deadline is an event of a whole day. One that moves keeps its UID and gets a higher SEQUENCE. A date given as a month or a year stands on its last day, and its summary says so.",
        Forms = [ApiForm.Calendar],
        Answers = [new(StatusCodes.Status200OK, "The calendar.")],
    };

    /// <summary>Answers with the calendar. Its links carry the key that the request had.</summary>
    [Function("GetDeadlines")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "deadlines.ics")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ => new ApiAnswer(
            await subscriptions.CalendarAsync(PageRequest.Of(request, GetPages.Root, site).Absolute, cancellationToken), ApiForm.Calendar.ContentType));
}
