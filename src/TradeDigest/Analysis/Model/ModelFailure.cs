using System.Text.Json;

namespace TradeDigest.Analysis.Model;

/// <summary>Why an article has no answer of the model. The names, in kebab-case, stand in the document.</summary>
public enum ModelFailure
{
    /// <summary>The day's tokens are spent.</summary>
    Budget,

    /// <summary>No connection, a timeout, or a status that tells a passing fault, after all tries.</summary>
    Unavailable,

    /// <summary>Most requests failed of late, and none is made for a while.</summary>
    CircuitOpen,

    /// <summary>The service does not accept the key, the token or the role.</summary>
    Unauthorized,

    /// <summary>The service does not accept the request (deployment, schema, size).</summary>
    Rejected,

    /// <summary>The model declined to answer.</summary>
    Refused,

    /// <summary>The service's content filter held the answer or the article back.</summary>
    ContentFilter,

    /// <summary>The answer ended before it was complete.</summary>
    Truncated,

    /// <summary>The answer is no JSON of the schema, also when asked once more.</summary>
    Malformed,
}

/// <summary>The model gave no answer that can be used.</summary>
public sealed class ModelFailureException(ModelFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    private static readonly string[] Passing =
    [
        NameOf(ModelFailure.Budget), NameOf(ModelFailure.Unavailable), NameOf(ModelFailure.CircuitOpen), NameOf(ModelFailure.Unauthorized),
    ];

    /// <summary>What went wrong.</summary>
    public ModelFailure Failure { get; } = failure;

    /// <summary>What the request cost all the same.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.None;

    /// <summary>The failure as documents have it.</summary>
    public string Reason => NameOf(Failure);

    /// <summary>Whether an article that fell back on the rules for <paramref name="reason"/> may well get its answer later.</summary>
    public static bool MayPass(string? reason) =>
        reason is not null && Passing.Contains(reason, StringComparer.Ordinal);

    private static string NameOf(ModelFailure failure) => JsonNamingPolicy.KebabCaseLower.ConvertName(failure.ToString());
}
