using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Articles;

/// <summary>Where an article's date of publication comes from.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PublishedBasis>))]
public enum PublishedBasis
{
    /// <summary>The blob's metadata or the caller.</summary>
    Metadata,

    /// <summary>The document: front matter, schema.org, meta elements, mail headers, a dateline.</summary>
    Text,

    /// <summary>The day it was received, for want of anything better.</summary>
    Received,
}

/// <summary>An article as it is kept: its cleaned text, and what is known of it. Offsets of facts and summaries count in <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>Taken from its words: the beginning of a SHA-256 over them, as 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The cleaned text: paragraphs separated by a blank line, without boilerplate.</summary>
    public required string Text { get; init; }

    /// <summary>Names of the blobs that hold it, in the order of arrival.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Who publishes it; null where nothing tells.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its canonical address; http or https only.</summary>
    public string? Url { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    /// <summary>The day of publication.</summary>
    public required DateOnly PublishedAt { get; init; }

    /// <summary>Where that day comes from.</summary>
    public required PublishedBasis PublishedBasis { get; init; }

    /// <summary>When the app received it (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Language of the text, as an ISO 639-1 code; <c>und</c> where it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>Number of words of the text.</summary>
    public required int Words { get; init; }

    /// <summary>The wire service that it credits (<c>Reuters</c>); null for none.</summary>
    public string? Wire { get; init; }

    /// <summary>The place of its dateline (<c>LONDON</c>), as written; null for none.</summary>
    public string? Dateline { get; init; }

    /// <summary>Id of the earliest article of which this is a copy or near-copy; null for none.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Id of the article that the same blob name held before; null for none.</summary>
    public string? Replaces { get; init; }
}
