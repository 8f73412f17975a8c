namespace TradeDigest.Stories;

/// <summary>Two articles and their cosine; <paramref name="A"/> is the lower number.</summary>
internal readonly record struct Edge(int A, int B, double Cosine);

/// <summary>Finds each article's nearest neighbours: an inverted index of its heaviest terms proposes, the exact cosine decides.</summary>
internal sealed class NeighbourGraph(TermVector[] vectors, StoryClusteringOptions options)
{
    /// <summary>The pairs of neighbours, each once, in ascending order.</summary>
    public IReadOnlyList<Edge> Edges()
    {
        var proposing = Array.ConvertAll(vectors, Proposing);
        var index = Index(proposing);
        var edges = new HashSet<Edge>();
        var shared = new float[vectors.Length];
        var touched = new List<int>();
        for (int article = 0; article < vectors.Length; article++)
        {
            Propose(article, proposing[article], index, shared, touched);
            touched.Sort((x, y) => shared[x] != shared[y] ? shared[y].CompareTo(shared[x]) : x.CompareTo(y));
            var near = touched.Take(options.Neighbours * 2)
                .Select(other => new Edge(Math.Min(article, other), Math.Max(article, other), vectors[article].Dot(vectors[other])))
                .Where(edge => edge.Cosine >= options.NeighbourAt)
                .OrderByDescending(edge => edge.Cosine).ThenBy(edge => edge.A).ThenBy(edge => edge.B)
                .Take(options.Neighbours);
            edges.UnionWith(near);
            touched.ForEach(other => shared[other] = 0);
            touched.Clear();
        }

        return [.. edges.OrderBy(e => e.A).ThenBy(e => e.B)];
    }

    private TermVector Proposing(TermVector vector) => TermVector.Heaviest(vector.Terms, vector.Weights, options.ProposingTerms);

    private static Dictionary<int, List<(int Article, float Weight)>> Index(TermVector[] proposing)
    {
        var index = new Dictionary<int, List<(int, float)>>();
        for (int article = 0; article < proposing.Length; article++)
        {
            for (int t = 0; t < proposing[article].Terms.Length; t++)
            {
                if (!index.TryGetValue(proposing[article].Terms[t], out var entries))
                {
                    index.Add(proposing[article].Terms[t], entries = []);
                }

                entries.Add((article, proposing[article].Weights[t]));
            }
        }

        return index;
    }

    /// <summary>Adds up what the other articles share with one, rarest terms first, until the work allowed is done.</summary>
    private void Propose(
        int article, TermVector terms, Dictionary<int, List<(int Article, float Weight)>> index, float[] shared, List<int> touched)
    {
        int left = options.Proposals;
        foreach (int t in Enumerable.Range(0, terms.Terms.Length).OrderBy(t => index[terms.Terms[t]].Count).ThenBy(t => terms.Terms[t]))
        {
            if (left <= 0)
            {
                return;
            }

            var entries = index[terms.Terms[t]];
            var (from, to) = Window(entries, article, Math.Min(left, entries.Count));
            for (int e = from; e < to; e++)
            {
                var (other, weight) = entries[e];
                if (other == article)
                {
                    continue;
                }

                if (shared[other] == 0)
                {
                    touched.Add(other);
                }

                shared[other] += weight * terms.Weights[t];
            }

            left -= to - from;
        }
    }

    /// <summary>The entries around an article's own: articles are in order of time, so these are its contemporaries.</summary>
    private static (int From, int To) Window(List<(int Article, float Weight)> entries, int article, int size)
    {
        if (size == entries.Count)
        {
            return (0, size);
        }

        int at = entries.BinarySearch((article, 0f), Comparer<(int Article, float Weight)>.Create((x, y) => x.Article.CompareTo(y.Article)));
        int from = Math.Clamp(at - (size / 2), 0, entries.Count - size);
        return (from, from + size);
    }
}
