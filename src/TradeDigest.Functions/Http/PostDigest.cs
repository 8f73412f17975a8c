using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/digests</c>: makes and delivers the digest now.</summary>
public sealed class PostDigest(DigestStep step, DigestAnswer answer, StorageGuard guard)
{
    /// <summary>Answers with the digest: 201 where it is a new one; 200, with the header <c>Digest-Unchanged: true</c>, where nothing has come since that one.</summary>
    [Function("PostDigest")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "digests")] HttpRequest request, CancellationToken cancellationToken) =>
        guard.AnswerAsync(() => CloseAsync(request, cancellationToken));

    private async Task<IActionResult> CloseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var closed = await step.CloseAsync(cancellationToken);
        request.HttpContext.Response.Headers.Location = $"/api/digests/{closed.Id}";
        if (!closed.IsNew)
        {
            request.HttpContext.Response.Headers["Digest-Unchanged"] = "true";
        }

        return await answer.OfAsync(closed.Id, request, closed.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, cancellationToken);
    }
}
