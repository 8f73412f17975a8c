using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TradeDigest.Articles;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Puts an article into the container in which people drop them. It goes the way of all others from there.</summary>
public sealed class ArticleDrop(StorageAccount storage)
{
    /// <summary>The name under which a file is kept: the given one, made fit where no blob can have it (<see cref="Storage.BlobName.Fit(string)"/>), else one made from its content, the same for the same content.</summary>
    public static string NameFor(string? given, ReadOnlySpan<byte> content) =>
        given is { Length: > 0 } ? BlobName.Fit(given.TrimStart('/')) : $"posted/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}";

    /// <summary>Stores a file with what is known of it. One that is there already with the same content and metadata stays as it is.</summary>
    /// <returns>Whether it is there now; false where another file has that name.</returns>
    public async Task<bool> PutAsync(ReadOnlyMemory<byte> content, ArticleSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var blob = storage.Articles.GetBlobClient(source.Name);
        var metadata = MetadataOf(source);
        try
        {
            await blob.UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions
                {
                    Conditions = new() { IfNoneMatch = ETag.All },
                    Metadata = metadata,
                    HttpHeaders = new() { ContentType = source.ContentType ?? "application/octet-stream" },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return await IsSameAsync(blob, content, metadata, cancellationToken);
        }
    }

    private static async Task<bool> IsSameAsync(BlobClient blob, ReadOnlyMemory<byte> content, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        var there = (await blob.DownloadContentAsync(cancellationToken)).Value;
        return there.Content.ToMemory().Span.SequenceEqual(content.Span)
            && there.Details.Metadata.Count == metadata.Count
            && metadata.All(m => there.Details.Metadata.TryGetValue(m.Key, out string? value) && value == m.Value);
    }

    /// <summary>Metadata are HTTP headers, which hold ASCII alone: what may hold other letters is percent-encoded, as it is read (<see cref="IngestStep"/>).</summary>
    private static Dictionary<string, string> MetadataOf(ArticleSource source)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("title", source.Title, Uri.EscapeDataString);
        Add("publisher", source.Publisher, Uri.EscapeDataString);
        Add("byline", source.Byline, Uri.EscapeDataString);
        Add("url", source.Url, url => new Uri(url).AbsoluteUri);
        Add("published", source.Published, published => published.Trim());
        return metadata;

        void Add(string key, string? value, Func<string, string> encode)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                metadata.Add(key, encode(value));
            }
        }
    }
}
