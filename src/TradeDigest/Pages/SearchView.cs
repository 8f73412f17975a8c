using System.Globalization;
using TradeDigest.Analysis;
using TradeDigest.Digests;
using TradeDigest.Facts;

namespace TradeDigest.Pages;

/// <summary>A search and what it found.</summary>
public sealed record SearchView
{
    /// <summary>What was asked for, by the names of the form's fields, as it was given.</summary>
    public required IReadOnlyDictionary<string, string> Asked { get; init; }

    /// <summary>The kinds of facts to choose from.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>What was found, latest first; null where the question could not be read.</summary>
    public IReadOnlyList<FoundArticle>? Found { get; init; }

    /// <summary>Where the next page begins; null where there is none.</summary>
    public string? Next { get; init; }

    /// <summary>Why the search could not be made; null where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>The page's title.</summary>
    public string Title => Asked.TryGetValue("q", out string? words) ? "Search for " + PlainText.Line(words, 40) : Asked.Count > 0 ? "Search results" : "Search";

    /// <summary>The value of a field; empty where it was not given.</summary>
    public string Value(string field) => Asked.GetValueOrDefault(field, "");

    /// <summary>The value of a field for a day; empty where it is none, as the field could not show it.</summary>
    public string Day(string field) => DateOnly.TryParseExact(Value(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Value(field) : "";
}

/// <summary>An article that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who publishes it; null where nothing tells.</param>
/// <param name="PublishedAt">The day of publication.</param>
/// <param name="Facts">The facts that fit, in words.</param>
public sealed record FoundArticle(string Id, string Title, string? Publisher, DateOnly PublishedAt, IReadOnlyList<FactView> Facts)
{
    /// <summary>An article with those of its facts that fit.</summary>
    public static FoundArticle Of(ArticleDocument document, Func<Fact, bool> fits)
    {
        var view = new ArticleView(document, null, null);
        return new(
            document.Id, view.Title, document.Article.Publisher is { } publisher ? PlainText.Line(publisher, 80) : null, document.Article.PublishedAt, [.. view.Facts.Where(f => fits(f.Fact))]);
    }
}
