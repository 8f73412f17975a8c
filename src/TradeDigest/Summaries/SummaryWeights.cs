namespace TradeDigest.Summaries;

/// <summary>What makes a sentence worth its place in a summary, and for how much. Only the proportions count.</summary>
public sealed record SummaryWeights
{
    /// <summary>Its place: 1 for the first sentence, less for each further one. News tells the most important first.</summary>
    public double Place { get; init; } = 1.5;

    /// <summary>How much of what the whole text is about it holds, 0 to 1.</summary>
    public double Centrality { get; init; } = 0.4;

    /// <summary>The part of the title's words that it holds, 0 to 1.</summary>
    public double Title { get; init; } = 0.3;

    /// <summary>Each fact that it bears, up to four.</summary>
    public double Fact { get; init; } = 0.05;

    /// <summary>From which part of shared content words (0 to 1, of the shorter sentence) a sentence repeats another.</summary>
    public double Repetition { get; init; } = 0.5;
}
