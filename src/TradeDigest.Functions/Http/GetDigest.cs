using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/digests/{date|latest}</c>: a digest that was made.</summary>
public sealed class GetDigest(ApiEndpoint endpoint, DigestStore digests, DigestAnswer answer)
{
    internal static ApiOperation Operation { get; } = new("GetDigest", "GET", "digests/{date}", "A digest that was made")
    {
        Path = [new("date", "A day, for its last edition; an edition of a day (2026-03-02.2); or latest.", "latest")],
        Forms = DigestAnswer.Forms,
        Answers = [new(StatusCodes.Status200OK, "The digest.") { Schema = DigestAnswer.Schema }],
        Errors = [new(StatusCodes.Status404NotFound, "There is no digest of this day.")],
    };

    /// <summary>Answers with the last edition of a day (<c>2026-03-02</c>), one edition (<c>2026-03-02.2</c>), or the last of all (<c>latest</c>).</summary>
    [Function("GetDigest")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "digests/{date}")] HttpRequest request, string date, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked => await answer.OfAsync(await IdOfAsync(date, cancellationToken), asked.Form, cancellationToken));

    private async Task<string?> IdOfAsync(string date, CancellationToken cancellationToken)
    {
        if (date.Equals("latest", StringComparison.OrdinalIgnoreCase))
        {
            return (await digests.State.LookAsync(cancellationToken)).Value?.Last;
        }

        if (!DigestStore.TryParseId(date, out var day, out int edition))
        {
            throw new ProblemException(
                StatusCodes.Status400BadRequest, "No such date", "Ask for a day as year, month and day (/api/digests/2026-03-02), or for /api/digests/latest.");
        }

        return date.Contains('.', StringComparison.Ordinal) ? DigestStore.IdOf(day, edition) : await digests.LatestOfAsync(day, cancellationToken);
    }
}
