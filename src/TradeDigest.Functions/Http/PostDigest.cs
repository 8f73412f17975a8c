using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Digests;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/digests</c>: makes and delivers the digest now, or shows it.</summary>
public sealed class PostDigest(ApiEndpoint endpoint, DigestStep step, DigestPreview preview, DigestForms forms, DigestAnswer answer)
{
    private const string Location = "Location";
    private const string Unchanged = "Digest-Unchanged";

    private static readonly QueryParameter<bool?> Deliver = QueryParameter.Flag(
        "deliver", "Whether the digest is made and delivered. With false it is shown as it would be now; nothing is stored or sent.", otherwise: true);

    internal static ApiOperation Operation { get; } = new("PostDigest", "POST", "digests", "Makes and delivers the digest now")
    {
        Query = [Deliver],
        Forms = DigestAnswer.Forms,
        Answers =
        [
            new(StatusCodes.Status201Created, "A new digest.")
            {
                Schema = DigestAnswer.Schema,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Location] = "The digest's address." },
            },
            new(StatusCodes.Status200OK, "The last digest, where nothing has come since; or, with deliver=false, a preview, which has no address.")
            {
                Schema = DigestAnswer.Schema,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [Location] = "The digest's address; none of a preview.",
                    [Unchanged] = "true where nothing has come since this digest.",
                },
            },
        ],
        Errors = [new(StatusCodes.Status409Conflict, "A digest is being made, so that there can be no preview of the next.")],
    };

    /// <summary>Answers with the digest: 201 where it is a new one; 200, with the header <c>Digest-Unchanged: true</c>, where nothing has come since that one.</summary>
    [Function("PostDigest")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "digests")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, asked =>
            asked.Query.Of(Deliver) == false ? PreviewAsync(asked.Form, cancellationToken) : MakeAsync(asked.Form, cancellationToken));

    private async Task<ApiAnswer> MakeAsync(ApiForm form, CancellationToken cancellationToken)
    {
        var closed = await step.CloseAsync(cancellationToken);
        var made = (await answer.OfAsync(closed.Id, form, cancellationToken)).With(Location, $"/api/digests/{closed.Id}");
        return closed.IsNew ? made with { Status = StatusCodes.Status201Created } : made.With(Unchanged, "true");
    }

    private async Task<ApiAnswer> PreviewAsync(ApiForm form, CancellationToken cancellationToken)
    {
        var digest = await preview.ComposeAsync(cancellationToken) ?? throw new ProblemException(
            StatusCodes.Status409Conflict, "A digest is being made", "The preview of the next begins where this one ends. Ask again in a minute.");
        return form.Name switch
        {
            "html" => ApiAnswer.Text(form, await DigestRenderer.PageHtmlAsync(digest)),
            "text" => ApiAnswer.Text(form, DigestRenderer.Text(digest)),
            "eml" => new ApiAnswer((await forms.MessageAsync($"{DigestStore.IdOf(digest.Date, 1)}-preview", digest)).ToMemory(), form.ContentType),
            _ => ApiAnswer.Text(form, DigestRenderer.Json(digest)),
        };
    }
}
