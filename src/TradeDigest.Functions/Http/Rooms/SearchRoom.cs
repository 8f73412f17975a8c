using Microsoft.AspNetCore.Http;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pages;
using TradeDigest.Queries;

namespace TradeDigest.Functions.Http.Rooms;

/// <summary>The page that searches articles and their facts, and the table of what it finds.</summary>
public sealed class SearchRoom(ArticleFilters filters, SummaryQuery summaries, FactQuery facts)
{
    private const int ArticlesShown = 20;
    private const int FactsInTable = 10_000;

    private static readonly ApiOperation Fields = new("GetPages", "GET", GetPages.Root, "Search") { Query = [.. ArticleFilters.All, Paging.Cursor], Forms = [ApiForm.Html], Answers = [] };

    /// <summary>The page <c>search</c>, or the table <c>facts.csv</c>. A question that cannot be read is answered in the page, beside the form.</summary>
    internal async Task<ApiAnswer> AnswerAsync(HttpRequest request, PageRequest asked, CancellationToken cancellationToken)
    {
        // A form sends the fields that were left empty too.
        request.Query = new QueryCollection(request.Query.Where(q => q.Value.Any(v => !string.IsNullOrWhiteSpace(v))).ToDictionary(q => q.Key, q => q.Value, StringComparer.OrdinalIgnoreCase));
        var view = new SearchView
        {
            Asked = Fields.Query.Where(f => request.Query.ContainsKey(f.Name)).ToDictionary(f => f.Name, f => request.Query[f.Name].ToString(), StringComparer.OrdinalIgnoreCase),
            Kinds = FactKinds.All,
        };
        try
        {
            var query = RequestQuery.Read(request, Fields);
            var filter = filters.Read(query);
            var after = ArticleFilters.AfterOf(query, filter);
            return asked.Path is ["facts.csv"]
                ? ApiAnswer.Text(ApiForm.Csv, FactCsv.Write((await facts.PageAsync(filter, FactsInTable, after, cancellationToken)).Items))
                    .With("Content-Disposition", "attachment; filename=\"facts.csv\"")
                : PageEndpoint.Page(await PageRenderer.SearchAsync(await FoundAsync(view, filter, after, cancellationToken), asked.Links));
        }
        catch (ProblemException e) when (asked.Path is ["search"])
        {
            return PageEndpoint.Page(await PageRenderer.SearchAsync(view with { Problem = e.Title + ". " + e.Message }, asked.Links)) with { Status = e.Status, CacheControl = "no-store" };
        }
    }

    private async Task<SearchView> FoundAsync(SearchView view, ArticleFilter filter, ArticlePosition? after, CancellationToken cancellationToken)
    {
        var page = await summaries.PageAsync(filter, ArticlesShown, after, cancellationToken);
        return view with { Found = [.. page.Items.Select(d => FoundArticle.Of(d, filter.Takes))], Next = page.Next?.Encode(filter) };
    }
}
