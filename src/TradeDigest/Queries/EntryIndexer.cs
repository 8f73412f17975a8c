using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Storage;

namespace TradeDigest.Queries;

/// <summary>Makes what a line of the day's log holds for those who search.</summary>
public static class EntryIndexer
{
    /// <summary>The index of an article.</summary>
    public static EntryIndex Of(Article article, ArticleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var dates = document.Facts.Select(FactDate.Of).OfType<FactDate>().ToList();
        return new EntryIndex(
            document.Article.Publisher,
            [.. document.Facts.Select(FactKinds.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. document.Facts.SelectMany(FactParties.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            dates.Count == 0 ? null : dates.Min(d => d.First),
            dates.Count == 0 ? null : dates.Max(d => d.Last),
            WordSketch.Of(TextsOf(article, document).SelectMany(SearchText.Words)).Encode());
    }

    /// <summary>The texts that are searched.</summary>
    public static IEnumerable<string> TextsOf(Article article, ArticleDocument document)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(document);
        return new[] { article.Title, article.Byline, article.Publisher, document.Summary.Headline, article.Text }.OfType<string>();
    }
}
