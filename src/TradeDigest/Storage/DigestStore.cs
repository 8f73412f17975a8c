using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Storage;

/// <summary>The digests, a folder each (<c>{id}/</c>), and the state of their making (<c>state.json</c>).</summary>
public sealed class DigestStore(BlobContainerClient digests)
{
    private const string DigestFile = "digest.json";

    /// <summary>The state by which hosts agree.</summary>
    public JsonBlob<DigestState> State { get; } = new(digests.GetBlockBlobClient("state.json"), TradeDigestJson.Readable.DigestState);

    /// <summary>The plan of a digest, kept with it: which articles are in it.</summary>
    public JsonBlob<DigestPlan> Plan(string id) => new(Blob(id, "plan.json"), TradeDigestJson.Compact.DigestPlan);

    /// <summary>The digest itself.</summary>
    public JsonBlob<Digest> Digest(string id) => new(Blob(id, DigestFile), DigestJson.DigestType);

    /// <summary>What the digest leaves for the next.</summary>
    public JsonBlob<StoryArchive> Archive(string id) => new(Blob(id, "archive.json"), DigestJson.ArchiveType);

    /// <summary>Writes a rendering of a digest, in place of an earlier one.</summary>
    public async Task WriteAsync(string id, string file, BinaryData content, string contentType, CancellationToken cancellationToken) =>
        await Blob(id, file).UploadAsync(
            content.ToStream(), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellationToken);

    /// <summary>A rendering of a digest; null where there is none.</summary>
    public async Task<BinaryData?> ReadAsync(string id, string file, CancellationToken cancellationToken) => (await FindAsync(id, file, cancellationToken))?.Content;

    /// <summary>A rendering of a digest and when it was written (UTC); null where there is none.</summary>
    public async Task<(BinaryData Content, DateTimeOffset WrittenAt)?> FindAsync(string id, string file, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await Blob(id, file).DownloadContentAsync(cancellationToken)).Value;
            return (found.Content, found.Details.LastModified);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The last edition of a day that has its digest; null where there is none.</summary>
    public async Task<string?> LatestOfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        foreach (int edition in (await EditionsOfAsync(day, cancellationToken)).OrderDescending())
        {
            if (await Blob(IdOf(day, edition), DigestFile).ExistsAsync(cancellationToken))
            {
                return IdOf(day, edition);
            }
        }

        return null;
    }

    /// <summary>The ids of all digests, begun ones included, in their order.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<(DateOnly Day, int Edition, string Id)>();
        await foreach (string id in IdsAsync("", cancellationToken))
        {
            if (TryParseId(id, out var day, out int edition))
            {
                found.Add((day, edition, id));
            }
        }

        return [.. found.Order().Select(d => d.Id)];
    }

    /// <summary>The ids of all that is stored as a digest: the daily ones, and those made for weekly readers.</summary>
    public async Task<IReadOnlyList<string>> StoredAsync(CancellationToken cancellationToken) => await IdsAsync("", cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The numbers of a day's editions, begun ones included.</summary>
    public async Task<IReadOnlyList<int>> EditionsOfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var editions = new List<int>();
        await foreach (string id in IdsAsync(IdOf(day, 1), cancellationToken))
        {
            if (TryParseId(id, out _, out int edition))
            {
                editions.Add(edition);
            }
        }

        return editions;
    }

    /// <summary>The keys of all that the digests from <paramref name="from"/> on hold.</summary>
    public async Task<HashSet<string>> ToldSinceAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (string id in IdsAsync("", cancellationToken))
        {
            if (TryParseId(id, out var day, out _) && day >= from && (await Plan(id).LookAsync(cancellationToken)).Value is { } plan)
            {
                told.UnionWith(plan.Articles);
                told.UnionWith(plan.Unreadable.Concat(plan.Erased).Select(e => e.Key));
            }
        }

        return told;
    }

    /// <summary>The id of an edition of a day.</summary>
    public static string IdOf(DateOnly day, int edition) => edition == 1
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.{edition}");

    /// <summary>The days of some digests, each once, in their order.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(IEnumerable<string> ids) =>
        [.. ids.Select(id => TryParseId(id, out var day, out _) ? day : (DateOnly?)null).OfType<DateOnly>().Distinct().Order()];

    /// <summary>Reads an id; that of the first edition may also end in <c>.1</c>.</summary>
    public static bool TryParseId(string id, out DateOnly day, out int edition)
    {
        edition = 1;
        return DateOnly.TryParseExact(id.AsSpan(0, Math.Min(10, id.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && (id.Length == 10
                || (id[10] == '.' && int.TryParse(id.AsSpan(11), NumberStyles.None, CultureInfo.InvariantCulture, out edition) && edition > 0));
    }

    private async IAsyncEnumerable<string> IdsAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in digests.GetBlobsByHierarchyAsync(delimiter: "/", prefix: prefix, cancellationToken: cancellationToken))
        {
            if (item.IsPrefix)
            {
                yield return item.Prefix[..^1];
            }
        }
    }

    private BlockBlobClient Blob(string id, string file) => digests.GetBlockBlobClient($"{id}/{file}");
}
