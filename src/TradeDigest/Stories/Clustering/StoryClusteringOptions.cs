namespace TradeDigest.Stories;

/// <summary>The settings of <see cref="StoryClusterer"/>. One setting serves all collections.</summary>
public sealed record StoryClusteringOptions
{
    /// <summary>Average likeness from which two groups are one story, 0 to 1.</summary>
    public double MergeAt { get; init; } = 0.18;

    /// <summary>Likeness below which two articles are not neighbours, 0 to 1.</summary>
    public double NeighbourAt { get; init; } = 0.08;

    /// <summary>How much shorter than unit length the vectors of long texts are: the exponent of (100 / terms).</summary>
    public double LengthCorrection { get; init; } = 0.15;

    /// <summary>How many neighbours an article keeps.</summary>
    public int Neighbours { get; init; } = 24;

    /// <summary>How many of an article's heaviest terms propose neighbours.</summary>
    public int ProposingTerms { get; init; } = 32;

    /// <summary>How many entries of the inverted index are looked at for one article, the rarest terms' first: this bounds the work.</summary>
    public int Proposals { get; init; } = 3000;

    /// <summary>How many of its heaviest terms an article's vector keeps.</summary>
    public int TermsKept { get; init; } = 300;

    /// <summary>How many articles the background stands for: the smaller the collection, the more the background says about rarity.</summary>
    public double BackgroundArticles { get; init; } = 30;

    /// <summary>Days between two groups' articles that do not count against them.</summary>
    public int FreeDays { get; init; } = 3;

    /// <summary>Days beyond these after which the likeness counts half.</summary>
    public double HalfLifeDays { get; init; } = 14;

    /// <summary>The settings that the digest uses.</summary>
    public static StoryClusteringOptions Default { get; } = new();
}
