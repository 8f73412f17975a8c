using TradeDigest.Analysis;
using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Pages;

/// <summary>An article as its page shows it.</summary>
/// <param name="Document">Its facts and summary.</param>
/// <param name="Text">Its text; null where it is lost.</param>
/// <param name="Story">The story that it belongs to; null where no digest has told it.</param>
public sealed record ArticleView(ArticleDocument Document, string? Text, StoryLedger? Story)
{
    /// <summary>The words that the reader came for; null for none.</summary>
    public TextSpan? Sought { get; init; }

    /// <summary>Its title.</summary>
    public string Title => PlainText.Line(Document.Article.Title ?? Document.Summary.Headline, 240) is { Length: > 0 } title ? title : Document.Id;

    /// <summary>The facts, each with what the story's other sources say of it, in the order of the document.</summary>
    public IReadOnlyList<FactView> Facts { get; } = FactView.Of(Document, Story);
}

/// <summary>A fact of an article as its page shows it.</summary>
public sealed record FactView
{
    /// <summary>From 1, in the order of the document.</summary>
    public required int Number { get; init; }

    public required Fact Fact { get; init; }

    /// <summary>What it is about.</summary>
    public required string Label { get; init; }

    /// <summary>Its value; empty where it has none.</summary>
    public required string Value { get; init; }

    /// <summary>How the story's sources agree on it; null where no digest has compared them.</summary>
    public required FactVerdict? Verdict { get; init; }

    /// <summary>The same fact in other articles of the story, with the value that they give.</summary>
    public required IReadOnlyList<(string Value, DigestEvidence Evidence)> Elsewhere { get; init; }

    /// <summary>A line that says it whole.</summary>
    public string Line => Fact is QuoteFact quote
        ? (quote.Speaker is null ? "Quotation" : "Words of " + PlainText.Line(PartyLabels.Of(quote.Speaker), 120))
        : Fact is DelegateFact person ? string.Join(", ", new[] { Label, person.Role, person.Side is null ? null : "for " + PartyLabels.Inside(person.Side) }.OfType<string>())
        : Value.Length == 0 ? Label : Label + ": " + Value;

    internal static IReadOnlyList<FactView> Of(ArticleDocument document, StoryLedger? story)
    {
        var entries = story is null ? [] : new FactLedger(new SourceGroups(story.Sources)).Entries(story.Reports);
        return [.. document.Facts.Select((fact, i) => Of(document.Id, fact, i + 1, entries))];
    }

    private static FactView Of(string articleId, Fact fact, int number, IReadOnlyList<LedgerEntry> entries)
    {
        var entry = entries.FirstOrDefault(e => e.Reports.Any(r => r.ArticleId == articleId && r.Fact.GetType() == fact.GetType()
            && r.Fact.Evidence == fact.Evidence && r.Fact.Statement == fact.Statement));
        return new FactView
        {
            Number = number,
            Fact = fact,
            Label = FactWording.Label(fact),
            Value = FactWording.Value(fact),
            Verdict = entry?.Verdict,
            Elsewhere = [.. (entry?.Reports ?? []).Where(r => r.ArticleId != articleId).Select(r => (FactWording.Value(r.Fact), StoryTeller.Evidence(r)))],
        };
    }
}
