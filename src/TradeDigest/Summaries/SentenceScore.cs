namespace TradeDigest.Summaries;

/// <summary>How much a sentence belongs in a summary: its place (news tells the most important first), how much of what the text
/// is about it holds, the title's words, and the facts it bears.</summary>
internal static class SentenceScore
{
    /// <summary>The score of each candidate, by its index.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="contents">The words of their text.</param>
    /// <param name="title">The text's title; null for none.</param>
    /// <param name="weights">What counts for how much.</param>
    public static double[] Of(List<SentenceCandidate> candidates, SentenceWords contents, string? title, SummaryWeights weights)
    {
        int[] titleWords = title is null ? [] : contents.Of(title);
        double[] centrality = Centrality(candidates, new int[contents.Count]);
        double highest = Math.Max(centrality.DefaultIfEmpty().Max(), 1e-9);
        var scores = new double[candidates.Count];
        foreach (var c in candidates)
        {
            double inTitle = titleWords.Length == 0 ? 0 : (double)SentenceWords.Shared(c.Content, titleWords) / titleWords.Length;
            scores[c.Index] = (weights.Place / Math.Sqrt(1 + c.Index)) + (weights.Centrality * centrality[c.Index] / highest)
                + (weights.Title * inTitle) + (weights.Fact * Math.Min(c.Facts, 4));
        }

        return scores;
    }

    /// <summary>In how many other sentences each one's words stand, so that long sentences do not win by length alone.</summary>
    private static double[] Centrality(List<SentenceCandidate> candidates, int[] frequency)
    {
        foreach (var c in candidates)
        {
            foreach (int word in c.Content)
            {
                frequency[word]++;
            }
        }

        var centrality = new double[candidates.Count];
        foreach (var c in candidates)
        {
            double shared = 0;
            foreach (int word in c.Content)
            {
                shared += frequency[word] - 1;
            }

            centrality[c.Index] = shared / Math.Sqrt(c.Content.Length + 1.0);
        }

        return centrality;
    }
}
