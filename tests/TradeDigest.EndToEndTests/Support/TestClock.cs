namespace TradeDigest.EndToEndTests.Support;

/// <summary>A clock that goes only when it is told to.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
