using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>A story over its days: what its sources have reported so far, what each day brought, and what happened when.</summary>
public sealed record StoryDocument
{
    /// <summary>Version of the shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Stable from day to day.</summary>
    public required string Id { get; init; }

    /// <summary>The headline under which it was last told.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of the first digest that told it.</summary>
    public required DateOnly FirstEdition { get; init; }

    /// <summary>Day of the last digest that had an article of it.</summary>
    public required DateOnly LastEdition { get; init; }

    /// <summary>Independent sources of all days.</summary>
    public required int IndependentSources { get; init; }

    /// <summary>What each digest brought, latest first.</summary>
    public required IReadOnlyList<StoryDay> Days { get; init; }

    /// <summary>The ledger: what the sources report, with every value that was given.</summary>
    public required IReadOnlyList<StoryFact> Facts { get; init; }

    /// <summary>Figures that can be compared with each other, a metric at a time.</summary>
    public required IReadOnlyList<StoryFigures> Figures { get; init; }

    /// <summary>What happened when, oldest first.</summary>
    public required IReadOnlyList<DigestEvent> Timeline { get; init; }

    /// <summary>Who said what, in the order of publication.</summary>
    public required IReadOnlyList<DigestQuote> Quotes { get; init; }

    /// <summary>Its articles, in the order of their numbers, which is that of publication.</summary>
    public required IReadOnlyList<StoryArticleSource> Sources { get; init; }
}

/// <summary>What one day's digests brought to a story.</summary>
/// <param name="Date">The digests' day.</param>
/// <param name="Sources">Numbers of the articles that came.</param>
/// <param name="News">What they reported first.</param>
public sealed record StoryDay(DateOnly Date, IReadOnlyList<int> Sources, IReadOnlyList<StoryNews> News);

/// <summary>A value that a day was the first to have.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">The value.</param>
/// <param name="IsFurther">Whether earlier days had another value of the same fact.</param>
/// <param name="Sources">Numbers of the day's articles that report it.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record StoryNews(string Label, string Value, bool IsFurther, IReadOnlyList<int> Sources, IReadOnlyList<DigestEvidence> Evidence);

/// <summary>An entry of a story's ledger.</summary>
public sealed record StoryFact
{
    /// <summary>The fact's kind, as facts have it (<c>tariff</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required string Label { get; init; }

    /// <summary>How the sources agree.</summary>
    public required FactVerdict Verdict { get; init; }

    /// <summary>The values: the one that stands first, then the others by support. Where sources contradict each other, several stand.</summary>
    public required IReadOnlyList<StoryValue> Values { get; init; }
}

/// <summary>A value that sources have given.</summary>
public sealed record StoryValue
{
    /// <summary>The value (<c>24% → 12%, 2 March 2026</c>).</summary>
    public required string Value { get; init; }

    /// <summary>Whether it stands: an earlier value that a later one has replaced does not.</summary>
    public required bool Stands { get; init; }

    /// <summary>Numbers of the articles that report it.</summary>
    public required IReadOnlyList<int> Sources { get; init; }

    /// <summary>Independent sources among them.</summary>
    public required int IndependentSources { get; init; }

    /// <summary>Day of the first digest that had it.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>What it rests on.</summary>
    public required IReadOnlyList<DigestEvidence> Evidence { get; init; }
}

/// <summary>Figures of one metric in one unit, so that a chart may show them side by side.</summary>
/// <param name="Metric">What is measured (<c>Tariffs</c>, <c>Exports, change year on year</c>).</param>
/// <param name="Unit"><c>%</c>, an ISO 4217 code or a unit of quantity.</param>
/// <param name="Rows">What was measured, in the order of label and time.</param>
public sealed record StoryFigures(string Metric, string Unit, IReadOnlyList<FigureRow> Rows);

/// <summary>One thing measured, with all the values that sources give.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="IsContested">Whether sources contradict each other on it.</param>
/// <param name="Points">The values that stand, then those that stood before.</param>
public sealed record FigureRow(string Label, bool IsContested, IReadOnlyList<FigurePoint> Points);

/// <summary>A figure.</summary>
/// <param name="Value">In the unit of its metric.</param>
/// <param name="Text">The figure in words (<c>-16.5%</c>).</param>
/// <param name="Stands">Whether it stands: the level before a change, or a value that a later one has replaced, does not.</param>
/// <param name="Sources">Numbers of the articles that report it.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record FigurePoint(decimal Value, string Text, bool Stands, IReadOnlyList<int> Sources, IReadOnlyList<DigestEvidence> Evidence);

/// <summary>An article of a story.</summary>
public sealed record StoryArticleSource
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string ArticleId { get; init; }

    /// <summary>Its title, or its id where it has none.</summary>
    public required string Title { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Its address; http or https only.</summary>
    public string? Url { get; init; }

    /// <summary>The wire service that it credits.</summary>
    public string? Wire { get; init; }

    /// <summary>Id of the article that it copies.</summary>
    public string? CopyOf { get; init; }

    public required DateOnly PublishedAt { get; init; }

    /// <summary>Day of the digest that first had it.</summary>
    public required DateOnly Edition { get; init; }
}
