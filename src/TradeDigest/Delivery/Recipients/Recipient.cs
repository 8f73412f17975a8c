using System.Net.Mail;
using TradeDigest.Digests;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>Somebody who gets the digest.</summary>
public sealed record Recipient
{
    /// <summary>The address in ASCII, with the name.</summary>
    public required MailAddress Address { get; init; }

    /// <summary>Where the recipient is set: a setting (<c>Mail:Recipients:0</c>) or a blob (<c>recipients/ana.json</c>).</summary>
    public required string Source { get; init; }

    /// <summary>The reader's time zone; null for the digest's.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Time of the clock in that zone at which the digest is wanted; null for as soon as it is made.</summary>
    public TimeOnly? Hour { get; init; }

    /// <summary>The day of the one mail a week; null for a mail a day.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>What the reader wants to see first.</summary>
    public ReaderInterests Interests { get; init; } = ReaderInterests.None;

    /// <summary>Whether the reader wants no more mail.</summary>
    public bool Unsubscribed { get; init; }

    /// <summary>What tells this recipient from the others, without the address: the same however the address is written.</summary>
    public string Key => KeyOf(Address);

    /// <summary>The key of an address.</summary>
    public static string KeyOf(MailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return BlobName.Key((AsciiAddress.TryOf(address, out string? ascii) ? ascii : address.Address).ToUpperInvariant());
    }
}

/// <summary>A recipient who cannot be written to as set.</summary>
/// <param name="Source">The setting or blob.</param>
/// <param name="Message">What is wrong, and what to do; it holds no address.</param>
public sealed record RecipientProblem(string Source, string Message);

/// <summary>All that is known of whom the digest goes to.</summary>
/// <param name="Recipients">One for each address, those who have unsubscribed included, in the order of settings and names.</param>
/// <param name="Problems">What is set so that it cannot be followed.</param>
public sealed record RecipientList(IReadOnlyList<Recipient> Recipients, IReadOnlyList<RecipientProblem> Problems)
{
    /// <summary>Whether somebody may be meant of whom nothing can be read.</summary>
    public bool IsIncomplete => Problems.Count > 0;
}
