using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeDigest.Delivery;

/// <summary>A blob <c>recipients/{name}.json</c> as people write it.</summary>
internal sealed record RecipientFile
{
    public string? Address { get; init; }

    public string? Name { get; init; }

    public string? TimeZone { get; init; }

    public string? Hour { get; init; }

    public string? Every { get; init; }

    public string? Weekday { get; init; }

    public RecipientFileInterests? Interests { get; init; }

    public bool? Unsubscribed { get; init; }
}

/// <summary>What a recipient wants to see first, as people write it.</summary>
internal sealed record RecipientFileInterests
{
    public IReadOnlyList<string>? Parties { get; init; }

    public IReadOnlyList<string>? Commodities { get; init; }

    public IReadOnlyList<string>? Kinds { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RecipientFile))]
internal sealed partial class RecipientFileJson : JsonSerializerContext;
