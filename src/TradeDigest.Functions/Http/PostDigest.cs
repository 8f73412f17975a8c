using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/digests</c>: makes and delivers the digest now.</summary>
public sealed class PostDigest(ApiEndpoint endpoint, DigestStep step, DigestAnswer answer)
{
    private const string Location = "Location";
    private const string Unchanged = "Digest-Unchanged";

    internal static ApiOperation Operation { get; } = new("PostDigest", "POST", "digests", "Makes and delivers the digest now")
    {
        Forms = DigestAnswer.Forms,
        Answers =
        [
            new(StatusCodes.Status201Created, "A new digest.")
            {
                Schema = DigestAnswer.Schema,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Location] = "The digest's address." },
            },
            new(StatusCodes.Status200OK, "Nothing has come since this digest.")
            {
                Schema = DigestAnswer.Schema,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Location] = "The digest's address.", [Unchanged] = "Always true." },
            },
        ],
    };

    /// <summary>Answers with the digest: 201 where it is a new one; 200, with the header <c>Digest-Unchanged: true</c>, where nothing has come since that one.</summary>
    [Function("PostDigest")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "digests")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
        {
            var closed = await step.CloseAsync(cancellationToken);
            var made = (await answer.OfAsync(closed.Id, asked.Form, cancellationToken)).With(Location, $"/api/digests/{closed.Id}");
            return closed.IsNew ? made with { Status = StatusCodes.Status201Created } : made.With(Unchanged, "true");
        });
}
