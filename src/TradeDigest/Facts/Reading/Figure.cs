namespace TradeDigest.Facts.Reading;

/// <summary>A figure of an economy as a sentence gives it, measured or expected. Numbers of items say where it stands.</summary>
internal sealed record Figure
{
    /// <summary>The item that names the metric.</summary>
    public required int Metric { get; init; }

    /// <summary>Name of the metric.</summary>
    public required string Name { get; init; }

    public string? Area { get; set; }

    public string? Partner { get; set; }

    public string? Goods { get; set; }

    public decimal? Change { get; set; }

    public decimal? Value { get; set; }

    public string? Unit { get; set; }

    public string? Period { get; set; }

    public string? Basis { get; set; }

    public string? Record { get; set; }

    /// <summary>The verb that the metric is the subject of; null where a noun gives the number.</summary>
    public VerbGroup? Verb { get; set; }

    /// <summary>Whether it is expected and not measured.</summary>
    public bool Expected { get; set; }

    /// <summary>Whether it is said of the whole world.</summary>
    public bool World { get; set; }

    /// <summary>Whether its words give an owner that is no party (“the continent's output”), so that no party of another clause is its area.</summary>
    public bool Owned { get; set; }

    /// <summary>Whether it is of several parties together (“Thai and Vietnamese exports”), and so of no single one.</summary>
    public bool Joint { get; set; }

    /// <summary>First item that supports it.</summary>
    public int First { get; set; }

    /// <summary>Index behind the last item that supports it.</summary>
    public int End { get; set; }

    /// <summary>Whether it holds a number.</summary>
    public bool HasNumber => Change is not null || Value is not null;

    /// <summary>Widens the evidence to the items from <paramref name="first"/> to <paramref name="end"/>, exclusive.</summary>
    public void Support(int first, int end) => (First, End) = (Math.Min(First, first), Math.Max(End, end));
}
