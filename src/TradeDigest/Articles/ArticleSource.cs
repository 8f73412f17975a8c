using System.Collections.Immutable;

namespace TradeDigest.Articles;

/// <summary>What is known of a dropped file besides its bytes. It stands above what the document says of itself.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="ReceivedAt">When it was received (UTC).</param>
public sealed record ArticleSource(string Name, DateTimeOffset ReceivedAt)
{
    /// <summary>Media type, where the caller gave one; content decides all the same.</summary>
    public string? ContentType { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    public string? Byline { get; init; }

    /// <summary>The day of publication, as given: an ISO date or date and time.</summary>
    public string? Published { get; init; }
}

/// <summary>A file that holds no article that can be read.</summary>
/// <param name="reason">One of <see cref="UnreadableReasons"/>: stable, in kebab-case.</param>
/// <param name="message">A sentence that says what is wrong and what to do.</param>
public sealed class UnreadableArticleException(string reason, string message) : Exception(message)
{
    /// <summary>The stable name of the reason.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Why a file cannot be read.</summary>
public static class UnreadableReasons
{
    public const string Empty = "empty";
    public const string Binary = "binary";
    public const string TooLarge = "too-large";
    public const string NoText = "no-text";
    public const string Encoding = "encoding";
    public const string Damaged = "damaged";
    public const string Metadata = "metadata";

    /// <summary>The file holds articles that could be read, and others that could not.</summary>
    public const string PartlyRead = "partly-read";

    /// <summary>All reasons.</summary>
    public static ImmutableArray<string> All { get; } = [Empty, Binary, TooLarge, NoText, Encoding, Damaged, Metadata, PartlyRead];
}
