namespace TradeDigest.Functions.Http.Api;

/// <summary>A request that cannot be answered as asked.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="title">What is wrong, in a few words.</param>
/// <param name="detail">A sentence that says what to do.</param>
public sealed class ProblemException(int status, string title, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Title { get; } = title;
}
