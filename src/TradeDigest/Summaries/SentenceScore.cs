namespace TradeDigest.Summaries;

/// <summary>How much a sentence belongs in a summary: its place (news tells the most important first), how much of what the text
/// is about it holds, the title's words, and the facts it bears.</summary>
internal static class SentenceScore
{
    /// <summary>The score of each candidate, by its index.</summary>
    public static double[] Of(IReadOnlyList<SentenceCandidate> candidates, string? title, SummaryWeights weights)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in candidates.SelectMany(c => c.Content))
        {
            frequency[word] = frequency.GetValueOrDefault(word) + 1;
        }

        var titleWords = title is null ? [] : SentenceWords.Of(title).ToHashSet(StringComparer.Ordinal);
        var centrality = candidates.Select(c => c.Content.Sum(w => frequency[w] - 1.0) / Math.Sqrt(c.Content.Count + 1.0)).ToArray();
        double highest = Math.Max(centrality.DefaultIfEmpty().Max(), 1e-9);
        var scores = new double[candidates.Count];
        foreach (var c in candidates)
        {
            double inTitle = titleWords.Count == 0 ? 0 : (double)c.Content.Count(titleWords.Contains) / titleWords.Count;
            scores[c.Index] = (weights.Place / Math.Sqrt(1 + c.Index)) + (weights.Centrality * centrality[c.Index] / highest)
                + (weights.Title * inTitle) + (weights.Fact * Math.Min(c.Facts, 4));
        }

        return scores;
    }
}
