namespace TradeDigest.Summaries;

/// <summary>Chooses the sentences of a summary: best first, none that repeats one already chosen, until the length is reached.</summary>
internal sealed class SentenceSelector(SummaryWeights weights)
{
    /// <summary>How far a summary may be from the words asked for, as a part of them, where sentences allow.</summary>
    private const double Tolerance = 0.3;

    /// <summary>The chosen sentences, best first.</summary>
    public List<SentenceCandidate> Choose(IReadOnlyList<SentenceCandidate> candidates, string? title, SummaryLength length)
    {
        var pool = candidates.Where(c => c.StandsAlone).ToList();
        pool = pool.Count > 0 ? pool : [.. candidates.Take(1)];
        var scores = SentenceScore.Of(candidates, title, weights);
        List<SentenceCandidate> ranked = [.. pool.OrderByDescending(c => scores[c.Index]).ThenBy(c => c.Index)];
        var chosen = new List<SentenceCandidate>();
        if (length.Words is not { } wanted)
        {
            Fill(chosen, ranked, (_, _) => chosen.Count < length.Sentences);
            return chosen;
        }

        // Sentences that keep within the length come first; only where these leave it short may one go beyond.
        Fill(chosen, ranked, (words, candidate) => words + candidate.Words <= (1 + Tolerance) * wanted && IsNearer(words, candidate.Words, wanted));
        if (chosen.Sum(c => c.Words) < (1 - Tolerance) * wanted)
        {
            Fill(chosen, ranked, (words, candidate) => words == 0 || IsNearer(words, candidate.Words, wanted));
        }

        return chosen;
    }

    /// <summary>Adds, best first, what repeats nothing and fits.</summary>
    private void Fill(List<SentenceCandidate> chosen, List<SentenceCandidate> ranked, Func<int, SentenceCandidate, bool> fits)
    {
        int words = chosen.Sum(c => c.Words);
        foreach (var candidate in ranked)
        {
            if (fits(words, candidate) && !chosen.Contains(candidate) && !chosen.Exists(c => Overlap(c, candidate) >= weights.Repetition))
            {
                chosen.Add(candidate);
                words += candidate.Words;
            }
        }
    }

    private static bool IsNearer(int words, int more, int wanted) => Math.Abs(words + more - wanted) < Math.Abs(wanted - words);

    /// <summary>The part of the shorter sentence's content words that the other holds too.</summary>
    public static double Overlap(SentenceCandidate a, SentenceCandidate b)
    {
        var (fewer, more) = a.Content.Count <= b.Content.Count ? (a.Content, b.Content) : (b.Content, a.Content);
        return fewer.Count == 0 ? 0 : (double)fewer.Count(more.Contains) / fewer.Count;
    }
}
