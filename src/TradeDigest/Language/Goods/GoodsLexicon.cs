using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>Goods and commodities (<c>English/goods.json</c>).</summary>
internal sealed record GoodsLexicon
{
    /// <summary>Goods by their usual wording, with the others that mean the same.</summary>
    public required IReadOnlyList<GoodsEntry> Goods { get; init; }

    /// <summary>Words that say only that something is traded.</summary>
    public required IReadOnlyList<string> Generic { get; init; }

    /// <summary>Words that, before goods, tell which kind: <c>hot-rolled</c>, <c>frozen</c>.</summary>
    public required IReadOnlyList<string> Narrowing { get; init; }

    /// <summary>Nouns and adjectives that make a head one kind of goods: <c>leather</c> goods.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>Nouns that are goods with a material before them: <c>products</c>, <c>equipment</c>.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Phrases with the word for goods that are none: <c>bargaining chip</c>.</summary>
    public required IReadOnlyList<string> NotGoods { get; init; }
}

/// <summary>One kind of goods.</summary>
/// <param name="Id">The usual wording.</param>
/// <param name="Words">All wordings, the usual one among them.</param>
internal sealed record GoodsEntry(string Id, IReadOnlyList<string> Words);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(GoodsLexicon))]
internal sealed partial class GoodsLexiconJson : JsonSerializerContext;
