using TradeDigest.Facts;

namespace TradeDigest.Stories;

/// <summary>What the digests so far have told: the state that one digest leaves for the next. It is plain data, to be stored as JSON.</summary>
public sealed record StoryArchive
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The stories, in the order of their ids.</summary>
    public IReadOnlyList<StoryLedger> Stories { get; init; } = [];

    /// <summary>The state before the first digest.</summary>
    public static StoryArchive Empty { get; } = new();
}

/// <summary>One story as it has been told: its articles and what they report.</summary>
public sealed record StoryLedger
{
    /// <summary>Stable from day to day: taken from the earliest article of the story's first digest.</summary>
    public required string Id { get; init; }

    /// <summary>The headline under which it was last told.</summary>
    public required string Headline { get; init; }

    /// <summary>Date of the first digest that told it.</summary>
    public required DateOnly FirstEdition { get; init; }

    /// <summary>Date of the last digest that had an article of it.</summary>
    public required DateOnly LastEdition { get; init; }

    /// <summary>Terms that mark the story, by which later articles continue it, heaviest first.</summary>
    public required IReadOnlyList<StoryTerm> Profile { get; init; }

    /// <summary>Its articles, in the order of publication.</summary>
    public required IReadOnlyList<StorySource> Sources { get; init; }

    /// <summary>What they report, in the order of edition, article and place in the text.</summary>
    public required IReadOnlyList<FactReport> Reports { get; init; }
}

/// <summary>A term and its weight in a story's profile; the profile's weights have unit length.</summary>
public sealed record StoryTerm(string Term, float Weight);

/// <summary>An article as a source: who it is from, and on whom it draws.</summary>
public sealed record StorySource
{
    /// <summary>The article's id.</summary>
    public required string ArticleId { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    /// <summary>The wire service that it credits; null for none.</summary>
    public string? Wire { get; init; }

    /// <summary>Id of the article that it copies; null for none.</summary>
    public string? CopyOf { get; init; }

    public required DateOnly PublishedAt { get; init; }

    /// <summary>Date of the digest that first had it.</summary>
    public required DateOnly Edition { get; init; }
}

/// <summary>A fact and the article that reports it.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Edition">Date of the digest that first had the article.</param>
/// <param name="Published">Day of the article's publication.</param>
/// <param name="Fact">What it reports, with the evidence.</param>
public sealed record FactReport(string ArticleId, DateOnly Edition, DateOnly Published, Fact Fact);
