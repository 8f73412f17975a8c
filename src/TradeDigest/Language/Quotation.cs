namespace TradeDigest.Language;

/// <summary>Words that a text gives as somebody's own.</summary>
/// <param name="Inner">The words between the marks, verbatim; of an interrupted or multi-paragraph quotation, this part's.</param>
/// <param name="Outer">The same with the marks.</param>
/// <param name="Speaker">Who said it: a full name resolved within the article, or the organisation or party for whom an unnamed person speaks; null where the text does not tell.</param>
/// <param name="Role">The speaker's role as the article gives it (<c>chief economist</c>, <c>spokesman</c>); null where it gives none.</param>
/// <param name="Cue">The span that attributes it (<c>said Mary Holt</c>); null where the speaker follows from the context.</param>
/// <param name="IsPartial">Whether it is a fragment within the article's own sentence (<c>described it as “very good”</c>).</param>
public sealed record Quotation(TextSpan Inner, TextSpan Outer, string? Speaker, string? Role, TextSpan? Cue, bool IsPartial)
{
    /// <summary>The number of the utterance: parts of one interrupted or continued quotation share it. From 0, in order.</summary>
    public int Utterance { get; init; }
}
