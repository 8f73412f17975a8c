using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/summaries?date=</c>: what was received on a day.</summary>
public sealed class ListSummaries(SummaryListing summaries, DigestSchedule schedule, TimeProvider time, StorageGuard guard)
{
    // Beyond these a day has no moments in every time zone.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <summary>Answers with the documents of the day, today's by default, newest first.</summary>
    [Function("ListSummaries")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "summaries")] HttpRequest request, CancellationToken cancellationToken)
    {
        var day = schedule.DayOf(time.GetUtcNow());
        string given = request.Query["date"].ToString();
        if (given.Length > 0
            && (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) || day < Earliest || day > Latest))
        {
            return Answers.Problem(StatusCodes.Status400BadRequest, "No such date", "Give the date as year, month and day: ?date=2026-03-02.");
        }

        return await guard.AnswerAsync(
            async () => Answers.Json(await summaries.OfDayAsync(day, cancellationToken), TradeDigestJson.Compact.IReadOnlyListArticleDocument));
    }
}
