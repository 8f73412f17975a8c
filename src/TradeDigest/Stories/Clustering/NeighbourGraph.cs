namespace TradeDigest.Stories;

/// <summary>Two articles and their likeness; <paramref name="A"/> is the lower number.</summary>
internal readonly record struct Edge(int A, int B, double Likeness);

/// <summary>Finds each article's nearest neighbours: an inverted index of its heaviest terms proposes, the exact likeness decides.</summary>
internal sealed class NeighbourGraph(TermVector[] vectors, StoryClusteringOptions options)
{
    /// <summary>The pairs of neighbours, each once, in ascending order.</summary>
    public IReadOnlyList<Edge> Edges()
    {
        var proposing = new TermVector[vectors.Length];
        Parallel.For(0, vectors.Length, i => proposing[i] = TermVector.Heaviest(vectors[i].Terms, vectors[i].Weights, options.ProposingTerms));
        var index = TermIndex.Of(proposing);
        var near = new Edge[vectors.Length][];
        Parallel.For(0, vectors.Length, () => new Scores(vectors.Length), (article, _, scores) =>
        {
            near[article] = Near(article, proposing[article], index, scores);
            return scores;
        }, _ => { });
        var edges = near.SelectMany(e => e).ToArray();
        Array.Sort(edges, (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return [.. edges.Where((e, i) => i == 0 || (edges[i - 1].A, edges[i - 1].B) != (e.A, e.B))];
    }

    /// <summary>What the other articles share with one, as far as it was looked at.</summary>
    private sealed class Scores(int articles)
    {
        public float[] Shared { get; } = new float[articles];

        public List<int> Touched { get; } = [];
    }

    private Edge[] Near(int article, TermVector terms, TermIndex index, Scores scores)
    {
        Propose(article, terms, index, scores);
        var (shared, touched) = (scores.Shared, scores.Touched);
        var likeliest = new PriorityQueue<int, (float, int)>();
        foreach (int other in touched)
        {
            likeliest.Enqueue(other, (shared[other], -other));
            if (likeliest.Count > options.Neighbours * 2)
            {
                likeliest.Dequeue();
            }
        }

        touched.ForEach(other => shared[other] = 0);
        touched.Clear();
        return [.. likeliest.UnorderedItems
            .Select(x => new Edge(Math.Min(article, x.Element), Math.Max(article, x.Element), vectors[article].Dot(vectors[x.Element])))
            .Where(edge => edge.Likeness >= options.NeighbourAt)
            .OrderByDescending(edge => edge.Likeness).ThenBy(edge => edge.A).ThenBy(edge => edge.B)
            .Take(options.Neighbours)];
    }

    /// <summary>Adds up what the other articles share with one, rarest terms first, until the work allowed is done.</summary>
    private void Propose(int article, TermVector terms, TermIndex index, Scores scores)
    {
        int left = options.Proposals;
        int[] order = [.. Enumerable.Range(0, terms.Terms.Length)];
        Array.Sort(order, (x, y) => index.Count(terms.Terms[x]) is var a && index.Count(terms.Terms[y]) is var b && a != b ? a.CompareTo(b) : x.CompareTo(y));
        foreach (int t in order)
        {
            if (left <= 0)
            {
                return;
            }

            var (near, share) = index.Around(terms.Terms[t], article, left);
            ReadOnlySpan<int> articles = near;
            ReadOnlySpan<float> weights = share;
            for (int e = 0; e < articles.Length; e++)
            {
                int other = articles[e];
                if (other == article)
                {
                    continue;
                }

                if (scores.Shared[other] == 0)
                {
                    scores.Touched.Add(other);
                }

                scores.Shared[other] += weights[e] * terms.Weights[t];
            }

            left -= articles.Length;
        }
    }
}
