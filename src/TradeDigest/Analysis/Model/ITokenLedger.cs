namespace TradeDigest.Analysis.Model;

/// <summary>Tokens and cost of a day.</summary>
/// <param name="Read">Tokens read by the model.</param>
/// <param name="Cached">Of those, tokens that the service took from its prompt cache.</param>
/// <param name="Written">Tokens written.</param>
/// <param name="Articles">Answers paid for.</param>
public sealed record TokenUsage(long Read, long Cached, long Written, int Articles)
{
    /// <summary>Nothing spent.</summary>
    public static TokenUsage None { get; } = new(0, 0, 0, 0);

    /// <summary>Tokens read and written.</summary>
    public long Total => Read + Written;

    /// <summary>The sum of both.</summary>
    public TokenUsage Plus(TokenUsage other) =>
        new(Read + other.Read, Cached + other.Cached, Written + other.Written, Articles + other.Articles);

    /// <summary>What it costs at the prices of <paramref name="options"/>.</summary>
    public decimal Cost(ModelOptions options) =>
        ((Read * options.PricePerMillionRead) + (Written * options.PricePerMillionWritten)) / 1_000_000m;
}

/// <summary>Counts tokens by day for all instances of the app together.</summary>
public interface ITokenLedger
{
    /// <summary>What is spent on <paramref name="day"/> (UTC), reservations included.</summary>
    Task<TokenUsage> ReadAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Adds to the day's count, unless that takes it over <paramref name="limit"/>. Returns whether it was added.</summary>
    /// <param name="day">The day (UTC).</param>
    /// <param name="usage">What to add; a correction may be negative.</param>
    /// <param name="limit">Most tokens of a day; 0 for no limit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> TryAddAsync(DateOnly day, TokenUsage usage, long limit, CancellationToken cancellationToken);
}

/// <summary>Keeps a model's answers by what was asked, so that a replay costs nothing.</summary>
public interface IAnswerCache
{
    /// <summary>The answer to <paramref name="key"/>; null where none is kept.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer.</summary>
    Task KeepAsync(string key, string answer, CancellationToken cancellationToken);
}
