namespace TradeDigest.Digests;

/// <summary>Who sends a digest to whom.</summary>
public sealed record MailEnvelope
{
    /// <summary>Address of the sender, as <c>digest@example.org</c> or <c>Trade Digest &lt;digest@example.org&gt;</c>.</summary>
    public required string From { get; init; }

    /// <summary>Addresses of the recipients; none makes a message without <c>To</c>, for the archive.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Part of the Message-ID that tells recipients apart; null for none.</summary>
    public string? Recipient { get; init; }

    /// <summary>Address for unsubscribing by mail; null for none.</summary>
    public string? UnsubscribeMailbox { get; init; }
}
