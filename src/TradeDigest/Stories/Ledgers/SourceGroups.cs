namespace TradeDigest.Stories;

/// <summary>Tells which articles speak with one voice: those that copy each other, come from one publisher, or rest on the same wire service's report of a story.</summary>
public sealed class SourceGroups
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>The groups among <paramref name="sources"/>; one that occurs twice counts once.</summary>
    public SourceGroups(IEnumerable<StorySource> sources)
    {
        foreach (var source in sources)
        {
            string article = "article:" + source.ArticleId;
            Find(article);
            if (source.CopyOf is { } original)
            {
                Join(article, "article:" + original);
            }

            if (source.Publisher is { Length: > 0 } publisher)
            {
                Join(article, Outlet(publisher));
            }

            if (source.Wire is { Length: > 0 } wire)
            {
                Join(article, Outlet(wire));
            }
        }
    }

    /// <summary>A name for the group of an article, the same for all articles of a group.</summary>
    public string Of(string articleId) => Find("article:" + articleId);

    /// <summary>How many independent sources the articles are.</summary>
    public int Count(IEnumerable<string> articleIds) => articleIds.Select(Of).Distinct(StringComparer.Ordinal).Count();

    private static string Outlet(string name) => "outlet:" + name.Trim().ToUpperInvariant();

    private string Find(string node)
    {
        _parents.TryAdd(node, node);
        while (_parents[node] is var parent && parent != node)
        {
            node = _parents[node] = _parents[parent];
        }

        return node;
    }

    private void Join(string a, string b)
    {
        (a, b) = (Find(a), Find(b));
        if (a != b)
        {
            // The lesser name leads, so that the order of the sources does not matter.
            bool first = string.CompareOrdinal(a, b) < 0;
            _parents[first ? b : a] = first ? a : b;
        }
    }
}
