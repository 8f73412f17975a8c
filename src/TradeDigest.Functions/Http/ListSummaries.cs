using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Analysis;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Queries;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/summaries</c>: what was received, newest first.</summary>
public sealed class ListSummaries(
    ApiEndpoint endpoint, ArticleFilters filters, SummaryQuery query, SummaryStore summaries, NameIndex names, QuarantineStore quarantine)
{
    private static readonly QueryParameter<string?> Name = QueryParameter.Text("name", "The name of a file in the container articles: what it holds now. It goes with no other filter.", 1024);
    private static readonly QueryParameter<int?> Limit = Paging.Limit();

    internal static ApiOperation Operation { get; } = new("ListSummaries", "GET", "summaries", "The documents of what was received, newest first")
    {
        Query = [.. ArticleFilters.All, Name, Limit, Paging.Cursor],
        Answers = [new(StatusCodes.Status200OK, "The documents.") { Schema = GetSummary.Document.List(), Headers = Paging.Headers }],
        Errors = [new(StatusCodes.Status404NotFound, "No article is known of this name.")],
    };

    /// <summary>Answers with the documents that fit.</summary>
    [Function("ListSummaries")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "summaries")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
        {
            if (asked.Query.Of(Name) is { } name)
            {
                return Json(await OfNameAsync(name, asked.Query, cancellationToken));
            }

            var filter = filters.Read(asked.Query);
            var after = ArticleFilters.AfterOf(asked.Query, filter);
            var page = await query.PageAsync(filter, asked.Query.Of(Limit) ?? Paging.Default, after, cancellationToken);
            return Json(page.Items).WithNext(request, page.Next?.Encode(filter));
        });

    private static ApiAnswer Json(IReadOnlyList<ArticleDocument> documents) => ApiAnswer.Json(documents, TradeDigestJson.Compact.IReadOnlyListArticleDocument);

    private async Task<IReadOnlyList<ArticleDocument>> OfNameAsync(string name, RequestQuery asked, CancellationToken cancellationToken)
    {
        if (asked.Count > 1)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "‘name’ goes alone", "Give either the name of a file, or filters.");
        }

        if (await names.FindAsync(name, cancellationToken) is { } known)
        {
            return await summaries.FindAllAsync(known.Ids, cancellationToken);
        }

        throw new ProblemException(
            StatusCodes.Status404NotFound,
            "No such file",
            await quarantine.FindAsync(name, cancellationToken) is { } aside
                ? $"This file is in quarantine ({aside.Reason}). {aside.Message}"
                : "No file of this name has been read. Names are those in the container articles, folders included (desk/article.txt); a file that was just dropped is read within seconds.");
    }
}
