namespace TradeDigest.Digests;

/// <summary>Puts copies with their originals.</summary>
internal static class CopyFamilies
{
    /// <summary>The families: the longest text first (an original, or the fullest of its copies), then the others by date and id. Which article was received
    /// first does not matter.</summary>
    public static List<List<DigestArticle>> Of(IReadOnlyList<DigestArticle> articles)
    {
        var parents = articles.ToDictionary(a => a.Document.Id, a => a.Document.Id, StringComparer.Ordinal);
        string Root(string id)
        {
            while (parents.TryGetValue(id, out string? parent) && parent != id)
            {
                id = parent;
            }

            return id;
        }

        foreach (var article in articles.Where(a => a.Document.Article.CopyOf is not null))
        {
            // Copies of an article of an earlier digest are one family too, under that article's id.
            string original = article.Document.Article.CopyOf!;
            parents.TryAdd(original, original);
            var (a, b) = (Root(article.Document.Id), Root(original));
            parents[string.CompareOrdinal(a, b) < 0 ? b : a] = string.CompareOrdinal(a, b) < 0 ? a : b;
        }

        return [.. articles.GroupBy(a => Root(a.Document.Id), StringComparer.Ordinal)
            .Select(family => family.OrderByDescending(a => a.Document.Article.Words).ThenBy(a => a.Document.Article.PublishedAt)
                .ThenBy(a => a.Document.Id, StringComparer.Ordinal).ToList())
            .OrderBy(family => family[0].Document.Id, StringComparer.Ordinal)];
    }
}
