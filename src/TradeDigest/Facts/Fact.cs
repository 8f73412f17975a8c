using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>The words of an article that a fact was read from.</summary>
/// <param name="Start">UTF-16 offset into the article's stored text.</param>
/// <param name="End">Offset behind the last character.</param>
/// <param name="Text">The words: always <c>text[Start..End]</c>.</param>
public sealed record Evidence(int Start, int End, string Text)
{
    /// <summary>The words of <paramref name="span"/> in <paramref name="text"/>.</summary>
    public static Evidence Of(string text, TextSpan span) => new(span.Start, span.End, text[span.Start..span.End]);

    /// <summary>The evidence's place.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}

/// <summary>One thing that an article says, in typed slots. Where the article is silent, a slot is null.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TariffFact), "tariff")]
[JsonDerivedType(typeof(StatisticFact), "statistic")]
[JsonDerivedType(typeof(ShareFact), "share")]
[JsonDerivedType(typeof(ForecastFact), "forecast")]
[JsonDerivedType(typeof(MeasureFact), "measure")]
[JsonDerivedType(typeof(AgreementFact), "agreement")]
[JsonDerivedType(typeof(CommitmentFact), "commitment")]
[JsonDerivedType(typeof(MeetingFact), "meeting")]
[JsonDerivedType(typeof(DelegateFact), "delegate")]
[JsonDerivedType(typeof(CallFact), "call")]
[JsonDerivedType(typeof(DeadlineFact), "deadline")]
[JsonDerivedType(typeof(QuoteFact), "quote")]
public abstract record Fact
{
    /// <summary>The fact in one plain English phrase, made from its slots alone.</summary>
    [JsonPropertyOrder(-1)]
    public string Statement { get; init; } = "";

    /// <summary>Who found it, where a model was asked beside the rules: <c>model</c>, <c>rules</c>, or both. Null where the rules worked alone.</summary>
    [JsonPropertyOrder(99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? By { get; init; }

    /// <summary>As few whole words as bear every slot out.</summary>
    [JsonPropertyOrder(100)]
    public required Evidence Evidence { get; init; }
}
