using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using TradeDigest.Digests;

namespace TradeDigest.Delivery;

/// <summary>A digest as one recipient gets it, in parts: what every mailer sends, each in its own form.</summary>
public sealed record OutgoingMail
{
    private const int LongestSubject = 400;

    // Chosen once for this app; another would give every mail another OperationId.
    private static readonly Guid Namespace = new("7d1b8a52-6c0e-4f0b-9a57-3b5f5c8a2e91");

    /// <summary>The digest.</summary>
    public required string DigestId { get; init; }

    /// <summary>What tells this recipient from the others, without the address.</summary>
    public required string Key { get; init; }

    /// <summary>The sender.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The recipient; null for the mail to nobody, which only the outbox takes.</summary>
    public MailAddress? To { get; init; }

    /// <summary>The subject, in any letters, on one line.</summary>
    public required string Subject { get; init => field = PlainText.Line(value, LongestSubject); }

    /// <summary>The part of plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The part of HTML.</summary>
    public required string Html { get; init; }

    /// <summary>When the mail was written, in the zone that its date is told in.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Header fields besides those that follow from the other properties, in this order.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>The Message-ID, with its angle brackets: the same for the same digest and recipient, so that a mail that comes twice can be recognised.</summary>
    public string MessageId => $"<digest.{DigestId}.{Key}@{AsciiAddress.HostOf(From)}>";

    /// <summary>A UUID of version 5 (RFC 9562, 5.5) of digest and recipient: the same for the same mail.</summary>
    /// <param name="round">0 at first; the next one after a round that is known to have failed.</param>
    public Guid OperationId(int round = 0)
    {
        // SHA-1 is what version 5 is made of; nothing is protected by it.
#pragma warning disable CA5350
        byte[] hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{DigestId}/{Key}" + (round == 0 ? "" : $"/{round}"))]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}

/// <summary>A field of a mail's header.</summary>
public sealed record MailHeader
{
    /// <summary>A field that cannot end its line.</summary>
    /// <param name="name">Its name: letters, digits and hyphens.</param>
    /// <param name="value">Its text: printable ASCII.</param>
    /// <exception cref="ArgumentException">Name or value hold anything else.</exception>
    public MailHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException("A header's name is made of ASCII letters, digits and hyphens.", nameof(name));
        }

        if (!value.All(c => c is >= ' ' and <= '~'))
        {
            throw new ArgumentException($"The header {name} holds a character that is not printable ASCII.", nameof(value));
        }

        (Name, Value) = (name, value);
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>The field's text, on one line.</summary>
    public string Value { get; }
}
