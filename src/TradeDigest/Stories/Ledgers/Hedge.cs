using System.Collections.Frozen;
using TradeDigest.Language;

namespace TradeDigest.Stories;

/// <summary>Reads how a text hedges a number, from the words just before it.</summary>
internal static class Hedge
{
    private static readonly FrozenDictionary<string, QuantityBound> Words = new Dictionary<string, QuantityBound>(StringComparer.Ordinal)
    {
        ["about"] = QuantityBound.About, ["around"] = QuantityBound.About, ["roughly"] = QuantityBound.About, ["approximately"] = QuantityBound.About,
        ["nearly"] = QuantityBound.About, ["almost"] = QuantityBound.About, ["some"] = QuantityBound.About, ["circa"] = QuantityBound.About,
        ["over"] = QuantityBound.AtLeast, ["exceeding"] = QuantityBound.AtLeast, ["least"] = QuantityBound.AtLeast, ["than"] = QuantityBound.AtLeast,
        ["above"] = QuantityBound.AtLeast, ["up"] = QuantityBound.AtMost, ["under"] = QuantityBound.AtMost, ["below"] = QuantityBound.AtMost,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How <paramref name="text"/> hedges <paramref name="number"/>; exact where it does not, or does not have it in figures or words.</summary>
    public static QuantityBound Before(string text, decimal number)
    {
        foreach (var found in NumbersInText.Of(text))
        {
            if (found.Value == Math.Abs(number))
            {
                var before = text[..found.Start].ToLowerInvariant().Split([' ', '\n', '$', '€', '£', '-'], StringSplitOptions.RemoveEmptyEntries).TakeLast(3).ToArray();
                if (before is [.., "as", "much" or "many", "as"])
                {
                    return QuantityBound.AtMost;
                }

                for (int i = before.Length - 1; i >= 0; i--)
                {
                    if (!Words.TryGetValue(before[i], out var bound))
                    {
                        continue;
                    }

                    bool upTo = before[i] != "up" || (i + 1 < before.Length && before[i + 1] == "to");
                    bool less = before[i] == "than" && i > 0 && before[i - 1] is "less" or "fewer";
                    return !upTo ? QuantityBound.Exact : less ? QuantityBound.AtMost : bound;
                }
            }
        }

        return QuantityBound.Exact;
    }
}
