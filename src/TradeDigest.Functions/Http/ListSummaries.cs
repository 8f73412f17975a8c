using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/summaries?date=</c>: what was received on a day.</summary>
public sealed class ListSummaries(ApiEndpoint endpoint, SummaryListing summaries, DigestSchedule schedule, TimeProvider time)
{
    private static readonly QueryParameter<DateOnly?> Date = QueryParameter.Day("date", "The day of receipt, in the digest's time zone; today by default.");

    internal static ApiOperation Operation { get; } = new("ListSummaries", "GET", "summaries", "The documents of what was received, newest first")
    {
        Query = [Date],
        Answers = [new(StatusCodes.Status200OK, "The documents.") { Schema = GetSummary.Document.List() }],
    };

    /// <summary>Answers with the documents of the day, today's by default, newest first.</summary>
    [Function("ListSummaries")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "summaries")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked => ApiAnswer.Json(
            await summaries.OfDayAsync(asked.Query.Of(Date) ?? schedule.DayOf(time.GetUtcNow()), cancellationToken),
            TradeDigestJson.Compact.IReadOnlyListArticleDocument));
}
