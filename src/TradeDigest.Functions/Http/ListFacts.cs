using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Queries;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/facts</c>: every fact, with the words that it rests on.</summary>
public sealed class ListFacts(ApiEndpoint endpoint, ArticleFilters filters, FactQuery query)
{
    private const int DefaultLimit = 100;
    private const int MostFacts = 10_000;

    private static readonly QueryParameter<int?> Limit = Paging.Limit(DefaultLimit, MostFacts);
    private static readonly QueryParameter<string?> Dates = QueryParameter.Choice(
        "dates", "What the days mean: those on which the article was received (the default), or those that the fact is about.", ["received", "fact"]);

    internal static ApiOperation Operation { get; } = new("ListFacts", "GET", "facts", "The facts of all articles, those of the newest article first")
    {
        Description = "A fact stands once for each article that reports it. In CSV (RFC 4180) each slot of each kind is a column; a text that a spreadsheet would take for a formula begins with an apostrophe.",
        Query = [.. ArticleFilters.All, Dates, Limit, Paging.Cursor],
        Forms = [ApiForm.Json, ApiForm.Csv, ApiForm.JsonLines],
        Answers =
        [
            new(StatusCodes.Status200OK, "The facts.") { Schema = ApiSchema.Of("FactRow", TradeDigestJson.Compact.FactRow).List(), Headers = Paging.Headers },
        ],
    };

    /// <summary>Answers with the facts that fit.</summary>
    [Function("ListFacts")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "facts")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async asked =>
        {
            var filter = filters.Read(asked.Query, byFact: asked.Query.Of(Dates) == "fact");
            var after = ArticleFilters.AfterOf(asked.Query, filter);
            var page = await query.PageAsync(filter, asked.Query.Of(Limit) ?? DefaultLimit, after, cancellationToken);
            return Answer(page.Items, asked.Form).WithNext(request, page.Next?.Encode(filter));
        });

    private static ApiAnswer Answer(IReadOnlyList<FactRow> rows, ApiForm form)
    {
        if (form == ApiForm.Csv)
        {
            return ApiAnswer.Text(form, FactCsv.Write(rows)).With("Content-Disposition", "attachment; filename=\"facts.csv\"");
        }

        return form == ApiForm.JsonLines
            ? ApiAnswer.Text(form, rows.Aggregate(new StringBuilder(), (lines, row) => lines.Append(JsonSerializer.Serialize(row, TradeDigestJson.Compact.FactRow)).Append('\n')).ToString())
            : ApiAnswer.Json(rows, TradeDigestJson.Compact.IReadOnlyListFactRow);
    }
}
