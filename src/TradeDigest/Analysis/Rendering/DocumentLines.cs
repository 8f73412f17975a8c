using System.Globalization;
using TradeDigest.Digests;
using TradeDigest.Queries;

namespace TradeDigest.Analysis.Rendering;

/// <summary>What every rendering of a document says, as plain lines.</summary>
/// <param name="document">The document.</param>
internal sealed class DocumentLines(ArticleDocument document)
{
    private const int Longest = 2000;

    /// <summary>The headline.</summary>
    public string Headline => Line(document.Summary.Headline);

    /// <summary>Publisher, day, author, wire service.</summary>
    public string Origin => string.Join(" · ", new[]
    {
        document.Article.Publisher,
        document.Article.PublishedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        document.Article.Byline,
        document.Article.Wire is { } wire ? $"credits {wire}" : null,
        document.Article.CopyOf is { } original ? $"copy of {original}" : null,
    }.OfType<string>().Select(Line));

    /// <summary>The article's title, where the headline is another.</summary>
    public string? Title => document.Article.Title is { } title && Line(title) != Headline ? Line(title) : null;

    /// <summary>The article's address; null for none.</summary>
    public string? Url => document.Article.Url;

    /// <summary>The summary, a sentence each.</summary>
    public IEnumerable<string> Sentences => document.Summary.Sentences.Select(s => Line(s.Text));

    /// <summary>The facts, each with its kind, and the words that it rests on with their place.</summary>
    public IEnumerable<(string Kind, string Statement, string Evidence, string Place)> Facts => document.Facts.Select(f =>
        (FactKinds.Of(f), Line(f.Statement), Line(f.Evidence.Text), string.Create(CultureInfo.InvariantCulture, $"{f.Evidence.Start}–{f.Evidence.End}")));

    /// <summary>Whose work it is.</summary>
    public string Analyst => document.Analyst.Model is { } model ? $"Read by {Line(model)} and rules." : "Read by rules.";

    private static string Line(string text) => PlainText.Line(text, Longest);
}
