namespace TradeDigest.Facts.Reading;

/// <summary>A tariff as a noun phrase and its complements give it. Numbers of items say where it stands.</summary>
internal sealed record TariffPhrase
{
    /// <summary>The item that names the tariff.</summary>
    public required int Noun { get; init; }

    public string? Imposer { get; set; }

    public string? Target { get; set; }

    public string? Goods { get; set; }

    public decimal? From { get; set; }

    public decimal? To { get; set; }

    public decimal? Points { get; set; }

    public decimal? Coverage { get; set; }

    public string? Unit { get; set; }

    /// <summary>Whether the phrase is definite: “the 25% tariff”, “its tariffs”.</summary>
    public bool Definite { get; set; }

    /// <summary>First item that supports it.</summary>
    public int First { get; set; }

    /// <summary>Index behind the last item that supports it.</summary>
    public int End { get; set; }

    public bool HasNumber => From is not null || To is not null || Points is not null || Coverage is not null;

    /// <summary>Widens the evidence.</summary>
    public void Support(int first, int end) => (First, End) = (Math.Min(First, first), Math.Max(End, end));
}
