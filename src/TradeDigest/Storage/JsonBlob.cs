using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace TradeDigest.Storage;

/// <summary>A stored value and the version of it that was read.</summary>
public sealed record Versioned<T>(T Value, ETag Version);

/// <summary>What was found of a blob: no version where there is no blob, a version without a value where the blob holds something else.</summary>
public sealed record Found<T>(T? Value, ETag? Version)
    where T : class
{
    /// <summary>Whether there is a blob and it does not hold what it should.</summary>
    public bool IsDamaged => Value is null && Version is not null;
}

/// <summary>A blob that holds one JSON value. Writes name the version that they stand on, so that of two at once one fails.</summary>
/// <param name="blob">The blob.</param>
/// <param name="type">How its value is written.</param>
/// <param name="metadata">What a listing tells of a value, where it tells anything.</param>
public sealed class JsonBlob<T>(BlockBlobClient blob, JsonTypeInfo<T> type, Func<T, IDictionary<string, string>>? metadata = null)
    where T : class
{
    /// <summary>The value; null where there is no such blob.</summary>
    /// <exception cref="JsonException">The blob holds something else.</exception>
    public async Task<Versioned<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await LookAsync(cancellationToken);
        return found switch
        {
            { Value: { } value, Version: { } version } => new(value, version),
            { IsDamaged: true } => throw new JsonException($"The blob {blob.BlobContainerName}/{blob.Name} is damaged: it does not hold the JSON that belongs there."),
            _ => null,
        };
    }

    /// <summary>The value and the version of the blob, for those who can go on where it is damaged.</summary>
    public async Task<Found<T>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return new(Read(content.Content), content.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new(null, null);
        }
    }

    /// <summary>Writes the value, unless the blob exists. Returns whether it was written.</summary>
    public async Task<bool> TryCreateAsync(T value, CancellationToken cancellationToken) => await TryPutAsync(value, version: null, cancellationToken) is not null;

    /// <summary>Replaces the version that was read. Returns whether that was still the current one.</summary>
    public async Task<bool> TryReplaceAsync(T value, ETag version, CancellationToken cancellationToken) => await TryPutAsync(value, version, cancellationToken) is not null;

    /// <summary>Creates the blob where <paramref name="read"/> is null, else replaces that version.</summary>
    public Task<bool> TryWriteAsync(T value, Versioned<T>? read, CancellationToken cancellationToken) =>
        read is null ? TryCreateAsync(value, cancellationToken) : TryReplaceAsync(value, read.Version, cancellationToken);

    /// <summary>Creates the blob where none was found, else replaces the version that was found, damaged or not.</summary>
    public Task<bool> TryWriteAsync(T value, Found<T> found, CancellationToken cancellationToken) =>
        found.Version is { } version ? TryReplaceAsync(value, version, cancellationToken) : TryCreateAsync(value, cancellationToken);

    /// <summary>Creates the blob where <paramref name="version"/> is null, else replaces that version. Returns what was written with its version; null where another was first.</summary>
    public async Task<Versioned<T>?> TryPutAsync(T value, ETag? version, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, type), writable: false);
            var written = await blob.UploadAsync(
                content,
                new BlobUploadOptions
                {
                    Conditions = version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = version },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
                    Metadata = metadata?.Invoke(value),
                },
                cancellationToken);
            return new(value, written.Value.ETag);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return null;
        }
    }

    private T? Read(BinaryData content)
    {
        try
        {
            return JsonSerializer.Deserialize(content.ToMemory().Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
