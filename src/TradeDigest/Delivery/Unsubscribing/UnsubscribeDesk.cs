using Microsoft.Extensions.Logging;

namespace TradeDigest.Delivery;

/// <summary>Takes readers out who say so with the token of their mails.</summary>
public sealed partial class UnsubscribeDesk(
    RecipientDirectory directory, Unsubscriptions unsubscriptions, UnsubscribeSecretStore secrets, ILogger<UnsubscribeDesk> logger)
{
    /// <summary>Whose token it is; null for nobody's.</summary>
    public async Task<Recipient?> FindAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length != UnsubscribeTokens.Length)
        {
            return null;
        }

        var tokens = await secrets.TokensAsync(cancellationToken);
        Recipient? found = null;
        foreach (var recipient in (await directory.ReadAsync(cancellationToken)).Recipients)
        {
            // All are looked at, so that the time taken tells nothing.
            found = tokens.IsOf(token, recipient.Key) ? recipient : found;
        }

        return found;
    }

    /// <summary>Unsubscribes whose token it is. Safe to repeat.</summary>
    /// <returns>Whether it is anybody's.</returns>
    public async Task<bool> UnsubscribeAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } recipient)
        {
            return false;
        }

        if (!recipient.Unsubscribed && await unsubscriptions.AddAsync(recipient, cancellationToken))
        {
            Unsubscribed(recipient.Key);
        }

        return true;
    }

    [LoggerMessage(EventId = 456, Level = LogLevel.Information, Message = "Recipient {Key} has unsubscribed.")]
    private partial void Unsubscribed(string key);
}
