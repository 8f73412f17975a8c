using System.Text.Json.Serialization;
using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Summaries;

namespace TradeDigest.Analysis;

/// <summary>What the app knows of one article: the document of <c>GET /api/summaries/{id}</c>.</summary>
public sealed record ArticleDocument
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    public required ArticleInfo Article { get; init; }

    public required AnalystInfo Analyst { get; init; }

    public required Summary Summary { get; init; }

    /// <summary>The facts, in the order of their evidence.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }
}

/// <summary>An article's description, without its text.</summary>
public sealed record ArticleInfo
{
    public required IReadOnlyList<string> Names { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    public string? Byline { get; init; }

    public required DateOnly PublishedAt { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Language { get; init; }

    public required int Words { get; init; }

    public string? Wire { get; init; }

    public string? CopyOf { get; init; }

    public string? Replaces { get; init; }

    /// <summary>The description of <paramref name="article"/>.</summary>
    public static ArticleInfo Of(Article article) => new()
    {
        Names = article.Names,
        Title = article.Title,
        Publisher = article.Publisher,
        Url = article.Url,
        Byline = article.Byline,
        PublishedAt = article.PublishedAt,
        PublishedBasis = article.PublishedBasis,
        ReceivedAt = article.ReceivedAt,
        Language = article.Language,
        Words = article.Words,
        Wire = article.Wire,
        CopyOf = article.CopyOf,
        Replaces = article.Replaces,
    };
}

/// <summary>Who made the facts and the summary.</summary>
/// <param name="Name"><c>local</c> or <c>azure-openai</c>.</param>
/// <param name="Model">The model's deployment; null for the rules.</param>
/// <param name="Version">Version of the rules; where a model was asked, of the prompt and of the rules (<c>1.2</c>).</param>
/// <param name="Dropped">How many of a model's statements did not pass the gate.</param>
public sealed record AnalystInfo(string Name, string? Model, string Version, int Dropped)
{
    /// <summary><see cref="Dropped"/> by reason; null where nothing was dropped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? DroppedBy { get; init; }

    /// <summary>Why the rules worked alone although a model is set up (<c>budget</c>, <c>unavailable</c>, <c>refused</c>, …); null where they did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fallback { get; init; }

    /// <summary>How many characters of the article the model was given, where it was cut; null where it had all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CutAt { get; init; }
}
