using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeDigest.Facts;

/// <summary>Writes an enumeration's values as the contract has them: <c>InForce</c> as <c>in-force</c>.</summary>
public sealed class KebabCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
