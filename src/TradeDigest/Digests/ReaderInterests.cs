namespace TradeDigest.Digests;

/// <summary>What a reader wants to see first.</summary>
/// <param name="Parties">States, blocs, organisations or companies, by code or name.</param>
/// <param name="Commodities">Goods.</param>
/// <param name="Kinds">Kinds of facts, of <see cref="KnownKinds"/>.</param>
public sealed record ReaderInterests(IReadOnlyList<string> Parties, IReadOnlyList<string> Commodities, IReadOnlyList<string> Kinds)
{
    /// <summary>The kinds of facts by which stories can be picked.</summary>
    public static IReadOnlyList<string> KnownKinds { get; } =
        ["tariff", "statistic", "share", "forecast", "measure", "agreement", "commitment", "meeting", "delegate", "call", "deadline", "quote"];

    /// <summary>No interests: the digest as it is.</summary>
    public static ReaderInterests None { get; } = new([], [], []);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Parties.Count + Commodities.Count + Kinds.Count == 0;

    /// <summary>The interests on a line: <c>China, steel, tariff</c>.</summary>
    public override string ToString() => string.Join(", ", Parties.Select(PartyLabels.Of).Concat(Commodities).Concat(Kinds));
}
