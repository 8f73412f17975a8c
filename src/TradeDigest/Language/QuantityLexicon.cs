using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>Words of amounts (<c>English/quantities.json</c>).</summary>
internal sealed record QuantityLexicon
{
    /// <summary>What multiplies a number.</summary>
    public required IReadOnlyDictionary<string, decimal> Magnitudes { get; init; }

    /// <summary>Units behind a number, by the words that name them.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>Currencies before a number.</summary>
    public required IReadOnlyDictionary<string, string> CurrencySigns { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(QuantityLexicon))]
internal sealed partial class QuantityLexiconJson : JsonSerializerContext;
