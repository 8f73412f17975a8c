using TradeDigest.Analysis;
using TradeDigest.Facts;

namespace TradeDigest.Queries;

/// <summary>A fact, and the article that says so.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Article">The article.</param>
/// <param name="Date">The time that the fact is about; null where it has none.</param>
/// <param name="Fact">The fact, with the words that it rests on.</param>
public sealed record FactRow(string Id, ArticleInfo Article, FactDate? Date, Fact Fact);

/// <summary>Lists the facts that fit a filter: those of the newest article first, of one article in the order of their evidence.</summary>
public sealed class FactQuery(ArticleWalk walk)
{
    /// <summary>About so many facts of an article fit; so many fewer articles are opened at once.</summary>
    private const int FactsOfArticle = 8;

    /// <summary>Up to <paramref name="limit"/> facts behind <paramref name="after"/>.</summary>
    public async Task<Page<FactRow>> PageAsync(ArticleFilter filter, int limit, ArticlePosition? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rows = new List<FactRow>();
        await foreach (var step in walk.GoAsync(filter, after, int.Max(1, limit / FactsOfArticle), cancellationToken))
        {
            if (step.Document is not { } document)
            {
                return new(rows, step.Position);
            }

            int given = after is { Within: > 0 } within && within.Key == document.Id ? within.Within : 0;
            foreach (var fact in document.Facts.Skip(given))
            {
                if (filter.Takes(fact))
                {
                    if (rows.Count == limit)
                    {
                        return new(rows, step.Position with { Within = given });
                    }

                    rows.Add(new(document.Id, document.Article, FactDate.Of(fact), fact));
                }

                given++;
            }

            if (rows.Count == limit)
            {
                return new(rows, step.MayGoOn ? step.Position : null);
            }
        }

        return new(rows, null);
    }
}
