using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>An article in short.</summary>
/// <param name="Headline">Its headline: the title, or the gist of its best sentence.</param>
/// <param name="Sentences">Whole sentences of the article, in its order.</param>
public sealed record Summary(string Headline, IReadOnlyList<SummarySentence> Sentences);

/// <summary>A sentence of a summary and where it stands in the article's text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">UTF-16 offset of the first character in the article's text.</param>
/// <param name="End">Offset behind the last character.</param>
public sealed record SummarySentence(string Text, int Start, int End)
{
    /// <summary>Where the words are a model's own: the spans that bear them out, within <see cref="Start"/> and <see cref="End"/>. Null for a sentence of the article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TextSpan>? Spans { get; init; }
}
