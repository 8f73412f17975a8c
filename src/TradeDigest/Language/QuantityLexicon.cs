using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>Words of amounts (<c>English/quantities.json</c>).</summary>
internal sealed record QuantityLexicon
{
    /// <summary>Number words below a hundred.</summary>
    public required IReadOnlyDictionary<string, decimal> Numbers { get; init; }

    /// <summary>What multiplies the number before it.</summary>
    public required IReadOnlyDictionary<string, decimal> Magnitudes { get; init; }

    /// <summary>Letters that multiply the digits they are attached to (<c>90m</c>); <c>t</c> does so behind a currency's sign only.</summary>
    public required IReadOnlyDictionary<string, decimal> AttachedMagnitudes { get; init; }

    /// <summary>Words of fractions, by their denominator.</summary>
    public required IReadOnlyDictionary<string, decimal> Fractions { get; init; }

    /// <summary>Characters that are fractions.</summary>
    public required IReadOnlyDictionary<string, decimal> FractionSigns { get; init; }

    /// <summary>Currencies by ISO 4217 code.</summary>
    public required IReadOnlyDictionary<string, CurrencyWords> Currencies { get; init; }

    /// <summary>Words that name a currency only behind a thousand or more (<c>won</c> is a verb too).</summary>
    public required IReadOnlyDictionary<string, string> LargeSums { get; init; }

    /// <summary>Units and the words for them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Units { get; init; }

    /// <summary>Letters that are a unit when attached to digits.</summary>
    public required IReadOnlyDictionary<string, string> AttachedUnits { get; init; }

    /// <summary>Words between the two units of a rate.</summary>
    public required IReadOnlyList<string> RateWords { get; init; }

    /// <summary>Units of time that a rate of goods is per.</summary>
    public required IReadOnlyList<string> PerTime { get; init; }

    /// <summary>Units of goods that a price is per.</summary>
    public required IReadOnlyList<string> PerGoods { get; init; }

    /// <summary>Words that are a unit only in a rate (<c>per annum</c>, <c>cents a pound</c>).</summary>
    public required IReadOnlyDictionary<string, string> PerWords { get; init; }

    /// <summary>Units that may stand behind one or two words that narrow them (<c>5,000 manufacturing jobs</c>).</summary>
    public required IReadOnlyList<string> Countables { get; init; }

    /// <summary>Words that cannot narrow a unit.</summary>
    public required IReadOnlyList<string> NoModifiers { get; init; }

    /// <summary>Hedges before an amount.</summary>
    public required IReadOnlyDictionary<QuantityBound, IReadOnlyList<string>> Hedges { get; init; }

    /// <summary>Hedges behind an amount.</summary>
    public required IReadOnlyDictionary<QuantityBound, IReadOnlyList<string>> TrailingHedges { get; init; }

    /// <summary>Words for a minus sign.</summary>
    public required IReadOnlyList<string> Minus { get; init; }

    /// <summary>Words behind which <c>10% to 25%</c> is a range and not a change.</summary>
    public required IReadOnlyList<string> RangeOpeners { get; init; }

    /// <summary>Words behind which a large number without a unit has that of the amount it is compared with (<c>6.1 billion dlrs from 7.2 billion</c>).</summary>
    public required IReadOnlyList<string> Comparisons { get; init; }

    /// <summary>Words whose number is a name (<c>Section 301</c>).</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Words behind a time of day.</summary>
    public required IReadOnlyList<string> TimeMarks { get; init; }
}

/// <summary>How a currency is written.</summary>
/// <param name="Before">Before the number; letters in just this case.</param>
/// <param name="After">Behind the number.</param>
internal sealed record CurrencyWords(IReadOnlyList<string> Before, IReadOnlyList<string> After);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(QuantityLexicon))]
internal sealed partial class QuantityLexiconJson : JsonSerializerContext;
