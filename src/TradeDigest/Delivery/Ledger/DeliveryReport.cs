namespace TradeDigest.Delivery;

/// <summary>How far the delivery of a digest has come, by count.</summary>
/// <param name="Waiting">Recipients to whom it is not yet due, or who are tried again.</param>
/// <param name="Accepted">Recipients whose mail the mailer has taken and not yet handed on.</param>
/// <param name="Delivered">Recipients who have it.</param>
/// <param name="Failed">Recipients who will not get it.</param>
/// <param name="Withdrawn">Recipients who were taken out, or unsubscribed, before it was sent.</param>
/// <param name="Weekly">Readers of the weekly mail in which it will be told.</param>
public sealed record DeliveryReport(int Waiting, int Accepted, int Delivered, int Failed, int Withdrawn, int Weekly);

/// <summary>What waits for somebody in the delivery.</summary>
/// <param name="Waiting">Mails that are owed: not yet due, or tried again.</param>
/// <param name="Failed">Mails of the last seven days that will not be delivered.</param>
/// <param name="UnusableRecipients">Recipients that could not be used as set when they were last read; the quarantine says why.</param>
public sealed record DeliveryHealth(int Waiting, int Failed, int UnusableRecipients);

/// <summary>Counts deliveries.</summary>
public sealed class DeliveryReports(DeliveryLedger ledger, OpenDeliveryIndex index)
{
    /// <summary>How far the delivery of a digest has come.</summary>
    public async Task<DeliveryReport> OfAsync(string digest, CancellationToken cancellationToken)
    {
        // The index first: what is settled between the two reads is then counted as what it has become.
        var open = (await index.ReadAsync(cancellationToken) ?? OpenDeliveries.None).Digests.FirstOrDefault(d => d.Id == digest)?.To ?? [];
        var states = await ledger.StatesAsync(digest, cancellationToken);
        int Count(DeliveryState state) => states.Values.Count(s => s == state);
        return new(
            open.Count(o => !o.Weekly && (!states.TryGetValue(o.Key, out var state) || state is DeliveryState.Claimed or DeliveryState.Waiting)),
            Count(DeliveryState.Accepted), Count(DeliveryState.Delivered), Count(DeliveryState.Failed), Count(DeliveryState.Withdrawn), open.Count(o => o.Weekly));
    }

    /// <summary>What waits for somebody.</summary>
    public async Task<DeliveryHealth> HealthAsync(CancellationToken cancellationToken)
    {
        var open = await index.ReadAsync(cancellationToken) ?? OpenDeliveries.None;
        return new(open.Waiting(), open.Failed.Sum(f => f.Count), open.UnusableRecipients);
    }
}
