using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>Chooses the sentences of a summary: best first, none that repeats one already chosen, until the length is reached.</summary>
internal sealed class SentenceSelector(SummaryWeights weights)
{
    /// <summary>How far a summary may be from the words asked for, as a part of them, where sentences allow.</summary>
    private const double Tolerance = 0.3;

    /// <summary>The sentences of a text that may be chosen, best first: those that stand alone, else its first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">Its title; null for none.</param>
    /// <param name="facts">Where the evidence of its facts stands.</param>
    public List<SentenceCandidate> Rank(AnnotatedText text, string? title, IReadOnlyList<TextSpan> facts)
    {
        var contents = new SentenceWords(text.Tokens.Count / 2);
        var candidates = SentenceCandidate.Of(text, facts, contents);
        double[] scores = SentenceScore.Of(candidates, contents, title, weights);
        var pool = candidates.FindAll(c => c.StandsAlone);
        return pool.Count > 0 ? [.. pool.OrderByDescending(c => scores[c.Index]).ThenBy(c => c.Index)] : [.. candidates.Take(1)];
    }

    /// <summary>The chosen ones of the sentences that <see cref="Rank"/> gave, best first.</summary>
    public List<SentenceCandidate> Choose(List<SentenceCandidate> ranked, SummaryLength length)
    {
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
        int fewer = Math.Min(a.Content.Length, b.Content.Length);
        return fewer == 0 ? 0 : (double)SentenceWords.Shared(a.Content, b.Content) / fewer;
    }
}
