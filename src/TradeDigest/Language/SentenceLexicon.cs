using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>Words that decide where a sentence ends (<c>English/sentences.json</c>). Abbreviations stand without their dot.</summary>
internal sealed record SentenceLexicon
{
    /// <summary>Abbreviations before a name: their dot never ends a sentence.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Abbreviations before a number: their dot ends none when a digit follows.</summary>
    public required IReadOnlyList<string> BeforeNumber { get; init; }

    /// <summary>Abbreviations inside a sentence.</summary>
    public required IReadOnlyList<string> Inner { get; init; }

    /// <summary>Abbreviations that may also close a sentence.</summary>
    public required IReadOnlyList<string> MayEnd { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SentenceLexicon))]
internal sealed partial class SentenceLexiconJson : JsonSerializerContext;
