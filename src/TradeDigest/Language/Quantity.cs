namespace TradeDigest.Language;

/// <summary>How a text hedges an amount.</summary>
public enum QuantityBound : byte
{
    /// <summary>As given.</summary>
    Exact,

    /// <summary>“about”, “around”, “some”, “nearly”.</summary>
    About,

    /// <summary>“more than”, “at least”, “over”.</summary>
    AtLeast,

    /// <summary>“up to”, “less than”, “as many as”.</summary>
    AtMost,
}

/// <summary>An amount as the text gives it.</summary>
/// <param name="Span">Its characters: sign of currency, number, magnitude and unit (<c>$1.2tn</c>, <c>12.2 billion dlrs</c>, <c>34.5 per cent</c>), without the hedge.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index behind its last token.</param>
/// <param name="Value">The number with its magnitude: <c>six million</c> is 6000000; of a range, the lower end.</param>
/// <param name="High">The upper end of a range (<c>2 to 3 percent</c>); null where there is none.</param>
/// <param name="Unit">ISO 4217 code of a currency; <c>%</c>; <c>pp</c> (percentage points); <c>bp</c> (basis points); the singular of another unit
/// (<c>tonne</c>, <c>barrel</c>, <c>job</c>); a rate joins two by a slash (<c>barrel/day</c>); null for a bare number.</param>
/// <param name="Bound">How the text hedges it.</param>
public readonly record struct Quantity(
    TextSpan Span, int FirstToken, int EndToken, decimal Value, decimal? High, string? Unit, QuantityBound Bound)
{
    /// <summary>Whether it is a percentage (not a difference of percentages).</summary>
    public bool IsPercent => Unit == "%";

    /// <summary>Whether its unit is an ISO 4217 currency.</summary>
    public bool IsMoney => Unit is { Length: 3 } && char.IsAsciiLetterUpper(Unit[0]) && char.IsAsciiLetterUpper(Unit[2]);
}
