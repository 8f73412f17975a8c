namespace TradeDigest.Digests;

/// <summary>Amounts that texts give without a number: halves, thirds, doublings, and single units of time.</summary>
internal static class Fractions
{
    private static readonly (string Word, decimal[] Values)[] Amounts =
    [
        ("half", [0.5m, 50]), ("halv", [50]), ("third", [33, 33.3m, 66, 67, 66.7m]), ("quarter", [25, 75, 0.25m]), ("fifth", [20, 40, 60, 80]), ("tenth", [10]),
        ("doubl", [100, 2]), ("tripl", [200, 3]), ("twice", [2, 100]), ("zero", [0]), ("no ", [0]), ("free", [0]), ("abolish", [0]), ("eliminat", [0]), ("scrap", [0]),
        ("remov", [0]), ("unchanged", [0]), ("flat", [0]), ("year", [1]), ("month", [1]), ("week", [1]), ("hour", [1]), ("day", [1]), ("fortnight", [14]),
    ];

    /// <summary>The amounts that <paramref name="text"/> may mean.</summary>
    public static IEnumerable<decimal> In(string text) =>
        Amounts.Where(a => text.Contains(a.Word, StringComparison.OrdinalIgnoreCase)).SelectMany(a => a.Values);
}
