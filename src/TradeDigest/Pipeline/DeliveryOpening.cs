using Microsoft.Extensions.Logging;
using TradeDigest.Delivery;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Opens digests for delivery: notes to whom a digest is owed, and from when. Who is set later gets the next one.</summary>
public sealed partial class DeliveryOpening(
    DigestStore digests, OpenDeliveryIndex index, RecipientDirectory directory, DeliveryCalendar calendar, IMailer mailer, TimeProvider time, ILogger<DeliveryOpening> logger)
{
    // The longest that a digest can be open for a weekly reader before it is due, and a day for the widest zones.
    private static readonly TimeSpan LongestOpen = TimeSpan.FromDays(8);

    /// <summary>Opens a digest that is made. Safe to repeat: the first time stands.</summary>
    /// <param name="plan">What it covers.</param>
    /// <param name="previous">The digest before it; null for none.</param>
    /// <param name="cancellationToken">Ends it; it can be begun again.</param>
    public async Task OpenAsync(DigestPlan plan, string? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var open = await ReadAsync(cancellationToken);
        if (open.Opened.Contains(plan.Id, StringComparer.Ordinal))
        {
            return;
        }

        var recipients = await directory.ReadAsync(cancellationToken);
        var owed = Owed(plan, previous, recipients);
        await index.ChangeAsync(i => i.Open(owed) with { UnusableRecipients = recipients.Problems.Count }, cancellationToken);
    }

    /// <summary>The index. Where it is gone or damaged, it is made anew from the digests of the last days: what was delivered of them stands in the ledger and is not delivered again.</summary>
    public async Task<OpenDeliveries> ReadAsync(CancellationToken cancellationToken)
    {
        if (await index.ReadAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var recovered = await RecoverAsync(cancellationToken);
        await index.ChangeAsync(i => ReferenceEquals(i, OpenDeliveries.None) ? recovered : i, cancellationToken);
        return await index.ReadAsync(cancellationToken) ?? recovered;
    }

    private OpenDigest Owed(DigestPlan plan, string? previous, RecipientList list)
    {
        var moment = plan.DueAt ?? plan.CutOff;
        var to = list.Recipients.Where(r => !r.Unsubscribed)
            .Select(r => (r.Key, Due: calendar.DueAt(r, moment, asked: plan.DueAt is null), Weekly: r.Weekday is not null))
            .Select(r => new OpenDelivery(r.Key, r.Due, r.Due, r.Weekly)).ToList();

        // With nobody set at all, the outbox gets one mail for nobody in particular.
        if (list is { Recipients.Count: 0, IsIncomplete: false } && mailer.Name == OutboxMailer.Outbox)
        {
            to.Add(new OpenDelivery(DigestMail.Nobody, moment, moment, Weekly: false));
        }

        return new OpenDigest(plan.Id, previous, to);
    }

    private async Task<OpenDeliveries> RecoverAsync(CancellationToken cancellationToken)
    {
        var recovered = OpenDeliveries.None;
        string? previous = null;
        var now = time.GetUtcNow();
        var list = await directory.ReadAsync(cancellationToken);
        string? pending = (await digests.State.LookAsync(cancellationToken)).Value?.Pending?.Id;
        foreach (string id in await digests.AllAsync(cancellationToken))
        {
            if (id != pending && (await digests.Plan(id).LookAsync(cancellationToken)).Value is { } plan && now - plan.CutOff < LongestOpen)
            {
                var owed = Owed(plan, previous, list);
                recovered = recovered.Open(owed with { To = [.. owed.To.Where(d => now - d.Due < DeliveryPolicy.OldestTry)] });
            }

            previous = id;
        }

        if (recovered.Opened.Count > 0)
        {
            Recovered(recovered.Digests.Count);
        }

        return recovered with { UnusableRecipients = list.Problems.Count };
    }

    [LoggerMessage(EventId = 457, Level = LogLevel.Warning, Message = "digests/deliveries.json is gone or damaged; it is made anew from the digests of the last days, {Digests} of which may still be owed to somebody.")]
    private partial void Recovered(int digests);
}
