namespace TradeDigest.Stories;

/// <summary>The articles of one clustering as vectors of unit length: <c>(1 + ln tf) · ln(1 / share of articles that have the term)</c>.</summary>
internal sealed class TermCorpus
{
    private TermCorpus(string[] terms, TermVector[] vectors) => (Terms, Vectors) = (terms, vectors);

    /// <summary>The terms by number.</summary>
    public string[] Terms { get; }

    /// <summary>The vectors, in the order of the articles.</summary>
    public TermVector[] Vectors { get; }

    /// <summary>The vectors of <paramref name="articles"/>.</summary>
    public static TermCorpus Of(IReadOnlyList<StoryArticle> articles, TermReader reader, StoryClusteringOptions options)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = new List<string>();
        var counts = new List<int>();
        var raw = new (int[] Terms, float[] Mass)[articles.Count];
        var mass = new Dictionary<string, float>(StringComparer.Ordinal);
        for (int i = 0; i < articles.Count; i++)
        {
            mass.Clear();
            reader.Read(articles[i], mass);
            var (ids, values) = (new int[mass.Count], new float[mass.Count]);
            int at = 0;
            foreach (var (term, value) in mass)
            {
                if (!numbers.TryGetValue(term, out int number))
                {
                    number = terms.Count;
                    numbers.Add(term, number);
                    terms.Add(term);
                    counts.Add(0);
                }

                counts[number]++;
                ids[at] = number;
                values[at++] = value;
            }

            Array.Sort(ids, values);
            raw[i] = (ids, values);
        }

        float[] rarity = Rarity(terms, counts, articles.Count, reader.Background, options);
        var vectors = Array.ConvertAll(raw, r => Weigh(r.Terms, r.Mass, rarity, options));
        return new TermCorpus([.. terms], vectors);
    }

    private static float[] Rarity(List<string> terms, List<int> counts, int articles, BackgroundWords background, StoryClusteringOptions options)
    {
        var rarity = new float[terms.Count];
        double total = articles + options.BackgroundArticles;
        for (int t = 0; t < rarity.Length; t++)
        {
            double share = (counts[t] + (options.BackgroundArticles * background.ShareOf(terms[t]))) / total;
            rarity[t] = (float)Math.Max(0, Math.Log(1 / share));
        }

        return rarity;
    }

    private static TermVector Weigh(int[] terms, float[] mass, float[] rarity, StoryClusteringOptions options)
    {
        var weights = new float[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            weights[i] = (1 + MathF.Log(Math.Max(1, mass[i]))) * rarity[terms[i]];
        }

        return TermVector.Heaviest(terms, weights, options.TermsKept).Unit();
    }
}
