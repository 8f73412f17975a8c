namespace TradeDigest.Summaries;

/// <summary>How long a summary is to be: about so many words, or at most so many sentences. Sentences are never cut.</summary>
public sealed record SummaryLength
{
    private SummaryLength(int? words, int? sentences) => (Words, Sentences) = (words, sentences);

    /// <summary>The words asked for, 1 or more; null where sentences are.</summary>
    public int? Words { get; }

    /// <summary>The most sentences, 1 or more; null where words are asked for.</summary>
    public int? Sentences { get; }

    /// <summary>As many whole sentences as come nearest to <paramref name="words"/> words.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static SummaryLength OfWords(int words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        return new SummaryLength(words, null);
    }

    /// <summary>At most <paramref name="sentences"/> sentences.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static SummaryLength OfSentences(int sentences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sentences, 1);
        return new SummaryLength(null, sentences);
    }
}
