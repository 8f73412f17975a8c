namespace TradeDigest.Delivery;

/// <summary>A digest as one recipient gets it.</summary>
/// <param name="DigestId">The digest.</param>
/// <param name="Key">What tells this recipient from the others, without the address.</param>
/// <param name="Content">The mail as it is sent (RFC 5322).</param>
public sealed record OutgoingMail(string DigestId, string Key, BinaryData Content);

/// <summary>Hands mail on.</summary>
public interface IMailer
{
    /// <summary>Hands <paramref name="mail"/> on. Handing on the same mail of the same digest again changes nothing.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
