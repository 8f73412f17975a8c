namespace TradeDigest.Stories;

/// <summary>An inverted index: for each term the articles that have it, ascending, and its weight in each.</summary>
internal sealed class TermIndex
{
    private readonly int[] _starts;
    private readonly int[] _articles;
    private readonly float[] _weights;

    private TermIndex(int[] starts, int[] articles, float[] weights) => (_starts, _articles, _weights) = (starts, articles, weights);

    /// <summary>The index of <paramref name="vectors"/>.</summary>
    public static TermIndex Of(TermVector[] vectors)
    {
        int terms = vectors.Select(v => v.Terms.Length == 0 ? 0 : v.Terms[^1] + 1).DefaultIfEmpty().Max();
        int[] starts = new int[terms + 1];
        foreach (int term in vectors.SelectMany(v => v.Terms))
        {
            starts[term + 1]++;
        }

        for (int t = 0; t < terms; t++)
        {
            starts[t + 1] += starts[t];
        }

        var (articles, weights) = (new int[starts[terms]], new float[starts[terms]]);
        int[] next = starts[..terms];
        for (int article = 0; article < vectors.Length; article++)
        {
            var (ids, values) = vectors[article];
            for (int i = 0; i < ids.Length; i++)
            {
                int at = next[ids[i]]++;
                (articles[at], weights[at]) = (article, values[i]);
            }
        }

        return new TermIndex(starts, articles, weights);
    }

    /// <summary>How many articles have a term.</summary>
    public int Count(int term) => _starts[term + 1] - _starts[term];

    /// <summary>Up to <paramref name="size"/> of the articles that have a term, those around <paramref name="article"/>: articles are in order of time, so these are
    /// its contemporaries.</summary>
    public (ArraySegment<int> Articles, ArraySegment<float> Weights) Around(int term, int article, int size)
    {
        int from = _starts[term], count = Count(term);
        if (count > size)
        {
            int at = Array.BinarySearch(_articles, from, count, article);
            from = Math.Clamp((at < 0 ? ~at : at) - (size / 2), from, from + count - size);
            count = size;
        }

        return (new ArraySegment<int>(_articles, from, count), new ArraySegment<float>(_weights, from, count));
    }
}
