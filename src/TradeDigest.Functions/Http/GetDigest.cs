using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/digests/{date|latest}</c>: a digest that was made.</summary>
public sealed class GetDigest(DigestStore digests, DigestAnswer answer, StorageGuard guard)
{
    /// <summary>Answers with the last edition of a day (<c>2026-03-02</c>), one edition (<c>2026-03-02.2</c>), or the last of all (<c>latest</c>).</summary>
    [Function("GetDigest")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "digests/{date}")] HttpRequest request, string date, CancellationToken cancellationToken) =>
        guard.AnswerAsync(() => OfAsync(request, date, cancellationToken));

    private async Task<IActionResult> OfAsync(HttpRequest request, string date, CancellationToken cancellationToken)
    {
        if (date.Equals("latest", StringComparison.OrdinalIgnoreCase))
        {
            return await answer.OfAsync((await digests.State.LookAsync(cancellationToken)).Value?.Last, request, StatusCodes.Status200OK, cancellationToken);
        }

        if (!DigestStore.TryParseId(date, out var day, out int edition))
        {
            return Answers.Problem(
                StatusCodes.Status400BadRequest, "No such date", "Ask for a day as year, month and day (/api/digests/2026-03-02), or for /api/digests/latest.");
        }

        string? id = date.Contains('.', StringComparison.Ordinal) ? DigestStore.IdOf(day, edition) : await digests.LatestOfAsync(day, cancellationToken);
        return await answer.OfAsync(id, request, StatusCodes.Status200OK, cancellationToken);
    }
}
