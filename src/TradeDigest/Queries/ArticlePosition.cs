using System.Buffers.Text;
using System.Globalization;
using System.Text;
using TradeDigest.Storage;

namespace TradeDigest.Queries;

/// <summary>A place in the log, newest first, that stays where it is while articles come: behind an article, or within its facts.</summary>
/// <param name="ReceivedAt">When the article was received (UTC).</param>
/// <param name="Key">The article's id; of articles received together, ids go in their order.</param>
/// <param name="Within">How many of its facts have been given, where some are left; 0 where it is done.</param>
public sealed record ArticlePosition(DateTimeOffset ReceivedAt, string Key, int Within = 0)
{
    private const string Version = "1";
    private const string BeforeAllKeys = " ";

    /// <summary>Behind everything that was received at or after a moment.</summary>
    internal static ArticlePosition BehindAllSince(DateTimeOffset moment) => new(moment.AddTicks(-1), BeforeAllKeys);

    /// <summary>Whether an entry comes after this place.</summary>
    public bool IsBefore(DayEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        int order = entry.ReceivedAt == ReceivedAt ? string.CompareOrdinal(entry.Key, Key) : entry.ReceivedAt < ReceivedAt ? 1 : -1;
        return order > 0 || (order == 0 && Within > 0);
    }

    /// <summary>The place as an opaque text that belongs to <paramref name="filter"/>.</summary>
    public string Encode(ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Version},{filter.Fingerprint():x8},{ReceivedAt.UtcTicks},{Within},{Key}")));
    }

    /// <summary>Reads a text that <see cref="Encode"/> made for the same filter; null where it is none.</summary>
    public static ArticlePosition? Decode(string encoded, ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (!Base64Url.IsValid(encoded))
        {
            return null;
        }

        string[] parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded)).Split(',');
        return parts is [Version, var fingerprint, var ticks, var within, { Length: > 0 } key]
            && fingerprint == filter.Fingerprint().ToString("x8", CultureInfo.InvariantCulture)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(within, NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? new(new DateTimeOffset(at, TimeSpan.Zero), key, given)
            : null;
    }
}
