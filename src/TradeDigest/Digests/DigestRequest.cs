using TradeDigest.Analysis;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>What a digest is made from.</summary>
public sealed record DigestRequest
{
    /// <summary>Date of the edition: the day, in <see cref="Zone"/>, on which it goes out. Deadlines count from it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where the last digest ended (inclusive).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Where this one ends (exclusive).</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The time zone of the digest's days and times.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The articles of the time covered, in any order; one that occurs twice counts once.</summary>
    public required IReadOnlyList<DigestArticle> Articles { get; init; }

    /// <summary>Files of the time covered that could not be read, in any order.</summary>
    public IReadOnlyList<UnreadableFile> Unreadable { get; init; } = [];

    /// <summary>The articles that were erased in the time covered.</summary>
    public IReadOnlyList<Erasure> Erased { get; init; } = [];

    /// <summary>What the digest before this one left (<see cref="DigestComposition.Archive"/>).</summary>
    public StoryArchive Earlier { get; init; } = StoryArchive.Empty;
}

/// <summary>An article as a digest needs it.</summary>
/// <param name="Document">Its facts and summary.</param>
/// <param name="Text">The stored text in which their offsets count.</param>
public sealed record DigestArticle(ArticleDocument Document, string Text);

/// <summary>A file that could not be read.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="Reason">One of <see cref="Articles.UnreadableReasons"/>.</param>
public sealed record UnreadableFile(string Name, string Reason);

/// <summary>An article that was erased.</summary>
/// <param name="Digests">The days of the digests that had told it, or drawn on it.</param>
public sealed record Erasure(IReadOnlyList<DateOnly> Digests);

/// <summary>What comes of composing a digest.</summary>
/// <param name="Digest">The digest, all of it traced to the articles.</param>
/// <param name="Archive">To be stored, and given to the next digest as <see cref="DigestRequest.Earlier"/>.</param>
/// <param name="Stopped">What the gate did not let through, for the log.</param>
public sealed record DigestComposition(Digest Digest, StoryArchive Archive, IReadOnlyList<StoppedStatement> Stopped);

/// <summary>Something that the gate stopped.</summary>
/// <param name="Stage">Where: <c>fact</c>, <c>sentence</c>, <c>headline</c>, <c>row</c>, <c>quote</c>, <c>person</c>, <c>timeline</c>, <c>deadline</c>, <c>subject</c>, <c>preheader</c>.</param>
/// <param name="Text">What was to be said.</param>
/// <param name="Untraced">The first number, date, name or quotation in it that nothing supports.</param>
/// <param name="ArticleId">The article concerned, where there is one.</param>
public sealed record StoppedStatement(string Stage, string Text, string Untraced, string? ArticleId);
