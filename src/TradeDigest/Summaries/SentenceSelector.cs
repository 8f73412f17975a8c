namespace TradeDigest.Summaries;

/// <summary>Chooses the sentences of a summary: best first, none that repeats one already chosen, until the length is reached.</summary>
internal sealed class SentenceSelector(SummaryWeights weights)
{
    /// <summary>The chosen sentences, best first.</summary>
    public List<SentenceCandidate> Choose(IReadOnlyList<SentenceCandidate> candidates, string? title, SummaryLength length)
    {
        var pool = candidates.Where(c => c.StandsAlone).ToList();
        pool = pool.Count > 0 ? pool : [.. candidates.Take(1)];
        var scores = SentenceScore.Of(candidates, title, weights);
        var chosen = new List<SentenceCandidate>();
        int words = 0;
        foreach (var candidate in pool.OrderByDescending(c => scores[c.Index]).ThenBy(c => c.Index))
        {
            if (chosen.Exists(c => Overlap(c, candidate) >= weights.Repetition))
            {
                continue;
            }

            if (length.Sentences is { } most ? chosen.Count >= most : chosen.Count > 0 && Math.Abs(words + candidate.Words - length.Words!.Value) >= Math.Abs(length.Words.Value - words))
            {
                if (length.Sentences is not null || words >= length.Words)
                {
                    break;
                }

                continue;
            }

            chosen.Add(candidate);
            words += candidate.Words;
        }

        return chosen;
    }

    /// <summary>The part of the shorter sentence's content words that the other holds too.</summary>
    public static double Overlap(SentenceCandidate a, SentenceCandidate b)
    {
        var (fewer, more) = a.Content.Count <= b.Content.Count ? (a.Content, b.Content) : (b.Content, a.Content);
        return fewer.Count == 0 ? 0 : (double)fewer.Count(more.Contains) / fewer.Count;
    }
}
