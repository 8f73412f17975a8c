namespace TradeDigest.Articles;

/// <summary>Limits of the <see cref="ArticleReader"/>.</summary>
public sealed record ArticleReaderOptions
{
    /// <summary>The default of <see cref="MaxBytes"/>: 5 MB.</summary>
    public const int DefaultMaxBytes = 5 * 1024 * 1024;

    /// <summary>The largest file that is read, in bytes.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>The most articles that one file may hold (a JSON array, JSON lines, a mailbox).</summary>
    public int MaxArticles { get; init; } = 10_000;
}
