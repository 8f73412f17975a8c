using System.Buffers.Text;
using System.Text;
using TradeDigest.Digests;
using TradeDigest.Storage;

namespace TradeDigest.Queries;

/// <summary>A digest in short.</summary>
/// <param name="Id">Its day, and from the second edition of a day on its number (<c>2026-03-02.2</c>).</param>
/// <param name="Date">Its day, in the digest's time zone.</param>
/// <param name="Edition">Its number within the day, from 1.</param>
/// <param name="From">Start of the time that it covers.</param>
/// <param name="To">End of that time.</param>
/// <param name="Subject">The most important fact.</param>
/// <param name="Preheader">What goes on from the subject.</param>
/// <param name="Figures">The counts at its head.</param>
public sealed record DigestListItem(
    string Id, DateOnly Date, int Edition, DateTimeOffset From, DateTimeOffset To, string Subject, string Preheader, DigestFigures Figures);

/// <summary>Lists the digests, newest first.</summary>
public sealed class DigestQuery(DigestStore digests)
{
    private const string Version = "1";
    private const int ReadsAtOnce = 16;

    /// <summary>Up to <paramref name="limit"/> digests of the days from <paramref name="from"/> to <paramref name="to"/> that come after the digest <paramref name="after"/>,
    /// and the id of the last one where more may follow. One that is still being made, or damaged, is left out.</summary>
    public async Task<(IReadOnlyList<DigestListItem> Items, string? Next)> PageAsync(
        DateOnly? from, DateOnly? to, int limit, string? after, CancellationToken cancellationToken)
    {
        var place = after is null ? default((DateOnly, int)?) : Place(after);
        var left = (await digests.AllAsync(cancellationToken)).Reverse()
            .Where(id => Place(id) is var (day, edition) && !(day < from) && !(day > to) && (place is null || (day, edition).CompareTo(place.Value) < 0)).ToList();
        var items = new List<DigestListItem>();
        for (int at = 0; at < left.Count;)
        {
            var batch = left.GetRange(at, Math.Min(Math.Min(limit - items.Count, ReadsAtOnce), left.Count - at));
            at += batch.Count;
            var read = await Task.WhenAll(batch.Select(async id => (Id: id, Found: await digests.Digest(id).LookAsync(cancellationToken))));
            items.AddRange(read.Where(r => r.Found.Value is not null).Select(r => Item(r.Id, r.Found.Value!)));
            if (items.Count == limit)
            {
                return (items, at < left.Count ? left[at - 1] : null);
            }
        }

        return (items, null);
    }

    /// <summary>The place behind a digest as an opaque text.</summary>
    public static string Encode(string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Version},{id}"));

    /// <summary>Reads what <see cref="Encode"/> made: the digest's id. Null where the text is nothing of the kind.</summary>
    public static string? Decode(string cursor) =>
        Base64Url.IsValid(cursor) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(',') is [Version, var id] && DigestStore.TryParseId(id, out _, out _) ? id : null;

    private static (DateOnly Day, int Edition) Place(string id) => DigestStore.TryParseId(id, out var day, out int edition) ? (day, edition) : default;

    private static DigestListItem Item(string id, Digest digest) =>
        new(id, digest.Date, Place(id).Edition, digest.From, digest.To, digest.Subject, digest.Preheader, digest.Figures);
}
