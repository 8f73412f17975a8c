using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Operations;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>POST /api/operations/{kind}</c>: has something done to many articles.</summary>
public sealed class PostOperation(ApiEndpoint endpoint, OperationRunner operations)
{
    internal static ApiSchema Record { get; } = ApiSchema.Of("Operation", TradeDigestJson.Compact.OperationRecord);

    private static readonly Dictionary<string, OperationKind> Kinds = Enum.GetValues<OperationKind>().ToDictionary(OperationRunner.NameOf, StringComparer.OrdinalIgnoreCase);

    private static readonly QueryParameter<DateOnly?> From = QueryParameter.Day("from", "The first day of receipt that it is about, in the digest's time zone.");
    private static readonly QueryParameter<DateOnly?> To = QueryParameter.Day("to", "The last day of receipt that it is about, in the digest's time zone.");

    internal static ApiOperation Operation { get; } = new("PostOperation", "POST", "operations/{kind}", "Has something done to many articles, in parts")
    {
        Description = "replay reads files again; rebuild makes lost summaries and lost lines of the day's log anew; reanalyse makes documents anew that earlier rules or an earlier prompt made; "
            + "retry-quarantine tries what is in quarantine again. Each may be asked for at any time and again: what is in order stays as it is, and what a digest has told is not told again.",
        Path = [new("kind", "What is to be done: replay, rebuild, reanalyse or retry-quarantine.", "rebuild")],
        Query = [From, To],
        Answers =
        [
            new(StatusCodes.Status202Accepted, "It is under way; its address tells how far it is.")
            {
                Schema = Record,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = "The operation's address." },
            },
        ],
        Errors = [new(StatusCodes.Status404NotFound, "There is no such kind of operation.")],
    };

    /// <summary>Begins the operation.</summary>
    [Function("PostOperation")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/{kind}")] HttpRequest request, string kind, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
        {
            if (!Kinds.TryGetValue(kind, out var known))
            {
                throw new ProblemException(StatusCodes.Status404NotFound, "No such operation", $"Ask for one of these: {string.Join(", ", Kinds.Keys.Select(k => "POST /api/operations/" + k))}.");
            }

            var (from, to) = (asked.Query.Of(From), asked.Query.Of(To));
            if (to < from)
            {
                throw new ProblemException(StatusCodes.Status400BadRequest, "No such days", "The day of 'to' lies before that of 'from'. Exchange them.");
            }

            var record = await operations.StartAsync(known, from, to, cancellationToken);
            return (ApiAnswer.Json(record, TradeDigestJson.Compact.OperationRecord) with { Status = StatusCodes.Status202Accepted }).With("Location", $"/api/operations/{record.Id}");
        });
}
