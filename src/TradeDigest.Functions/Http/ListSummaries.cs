using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/summaries?date=</c>: what was received on a day.</summary>
public sealed class ListSummaries(SummaryListing summaries, DigestSchedule schedule, TimeProvider time)
{
    /// <summary>Answers with the documents of the day, today's by default, newest first.</summary>
    [Function("ListSummaries")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "summaries")] HttpRequest request, CancellationToken cancellationToken)
    {
        var day = schedule.DayOf(time.GetUtcNow());
        string given = request.Query["date"].ToString();
        if (given.Length > 0 && !DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Answers.Problem(StatusCodes.Status400BadRequest, "No such date", "Give the date as year, month and day: ?date=2026-03-02.");
        }

        return Answers.Json(await summaries.OfDayAsync(day, cancellationToken), TradeDigestJson.Compact.IReadOnlyListArticleDocument);
    }
}
