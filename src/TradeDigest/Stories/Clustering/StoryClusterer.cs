namespace TradeDigest.Stories;

/// <summary>Groups articles that tell the same event.</summary>
/// <remarks>
/// Articles become vectors of terms weighted by rarity (tf-idf); an inverted index proposes each article's neighbours, their exact likeness (the cosine, corrected for length) decides who they are,
/// and groups grow by average linkage (Sokal and Michener 1958) over the graph of neighbours, until the likeliest two are less alike than
/// <see cref="StoryClusteringOptions.MergeAt"/>. The result depends neither on the order of the articles nor on chance; time and memory grow about linearly.
/// </remarks>
public sealed class StoryClusterer(StoryClusteringOptions options)
{
    private readonly BackgroundWords _background = BackgroundWords.Load();

    /// <summary>A clusterer with the settings that the digest uses.</summary>
    public StoryClusterer()
        : this(StoryClusteringOptions.Default)
    {
    }

    /// <summary>The stories: each a list of articles by date and id, the stories in the order of their first articles.</summary>
    /// <exception cref="ArgumentException">Two articles have one id.</exception>
    public IReadOnlyList<IReadOnlyList<StoryArticle>> Cluster(IReadOnlyList<StoryArticle> articles)
    {
        var ordered = articles.OrderBy(a => a.Published ?? DateOnly.MaxValue).ThenBy(a => a.Id, StringComparer.Ordinal).ToArray();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in ordered)
        {
            if (!ids.Add(article.Id))
            {
                throw new ArgumentException($"Two articles have the id '{article.Id}'; give each article once.", nameof(articles));
            }
        }

        var corpus = TermCorpus.Of(ordered, new TermReader(_background), options);
        var neighbours = new NeighbourGraph(corpus.Vectors, options).Edges();
        var groups = new AverageLinkage(corpus.Vectors, [.. ordered.Select(a => a.Published)], options).Merge(neighbours);
        return [.. groups.Select(group => (IReadOnlyList<StoryArticle>)[.. group.Select(i => ordered[i])])];
    }
}
