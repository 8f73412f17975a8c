namespace TradeDigest.Digests;

/// <summary>A row of a table of facts in so few characters that it can be a subject: the figure stays, its period and what goes without saying do not.</summary>
internal static class ShortLine
{
    private static readonly string[] Kept = ["planned", "threatened", "suspended", "struck down", "preliminary", "proposed", "sought", "broken"];

    private static readonly string[] Bases = [" year on year", " month on month", " quarter on quarter"];

    /// <summary>The row: <c>Norwegian exports of salmon: -7.5%</c>.</summary>
    public static string Of(DigestFact row) => Label(row.Label) + ": " + string.Join(" or ", row.Value.Split(" or ").Select(Value));

    /// <summary>The label without the period at its end.</summary>
    private static string Label(string label)
    {
        int comma = label.LastIndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && label.AsSpan(comma).ContainsAnyInRange('0', '9') && !label.Contains("forecast", StringComparison.Ordinal) ? label[..comma] : label;
    }

    /// <summary>The first part of a value, with its standing where it is not in force.</summary>
    private static string Value(string value)
    {
        string[] parts = value.Split(", ");
        string first = parts[0];
        foreach (string basis in Bases)
        {
            first = first.Replace(basis, "", StringComparison.Ordinal);
        }

        return string.Join(", ", parts.Skip(1).Where(Kept.Contains).Prepend(first));
    }
}
