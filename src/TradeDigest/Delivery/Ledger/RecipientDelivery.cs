using Microsoft.Extensions.Logging;
using TradeDigest.Storage;
using TradeDigest.Telemetry;

namespace TradeDigest.Delivery;

/// <summary>What came of moving a delivery on.</summary>
/// <param name="State">How far it is now.</param>
/// <param name="Next">When to look again (UTC); null where it is final.</param>
/// <param name="ForAll">Whether every other recipient's mail would meet the same fault.</param>
public sealed record DeliveryProgress(DeliveryState State, DateTimeOffset? Next, bool ForAll = false);

/// <summary>Moves the delivery of one digest to one recipient on, by its line in the ledger.</summary>
/// <remarks>A line is claimed before the mailer is called, by the version that was read: of two hosts one gets it. What died between claim and outcome is settled by who comes
/// after the lease: first the mailer is asked what became of it, and only if it has not taken it, or cannot know, the same mail is sent again.</remarks>
public sealed partial class RecipientDelivery(DeliveryLedger ledger, IMailer mailer, PipelineMetrics metrics, TimeProvider time, ILogger<RecipientDelivery> logger)
{
    /// <summary>Moves a delivery on.</summary>
    /// <param name="digest">The digest's id.</param>
    /// <param name="key">The recipient's key.</param>
    /// <param name="write">Writes the mail; null where the recipient is to get none any more.</param>
    /// <param name="cancellationToken">Ends the exchange; what has begun is settled later.</param>
    public async Task<DeliveryProgress> AdvanceAsync(string digest, string key, Func<Task<OutgoingMail>>? write, CancellationToken cancellationToken)
    {
        var line = ledger.Line(digest, key);
        var now = time.GetUtcNow();
        var first = write is null
            ? new DeliveryRecord(DeliveryState.Withdrawn, 0, now)
            : new DeliveryRecord(DeliveryState.Claimed, 1, now) { Doubtful = 1, Mailer = mailer.Name };
        DeliveryRecord? before = null;
        if (await line.TryPutAsync(first, version: null, cancellationToken) is not { } claim)
        {
            var found = await line.LookAsync(cancellationToken);
            before = found.Value;
            if (before is { IsFinal: true })
            {
                return new(before.State, null);
            }

            if (before is { State: DeliveryState.Claimed } && DeliveryPolicy.IsLive(before.At, now))
            {
                return new(DeliveryState.Claimed, before.At + DeliveryPolicy.Lease);
            }

            if (found.Version is not { } version || await line.TryPutAsync(Claim(before, write is null, now), version, cancellationToken) is not { } taken)
            {
                return new(DeliveryState.Claimed, now + DeliveryPolicy.Lease);
            }

            claim = taken;
        }

        return claim.Value.IsFinal
            ? new(claim.Value.State, null)
            : await FinishAsync(digest, key, line, claim, before, write!, cancellationToken);
    }

    /// <summary>The line as it is while the mailer is called. A damaged line stands for a try of which nothing is known.</summary>
    private DeliveryRecord Claim(DeliveryRecord? before, bool withdrawn, DateTimeOffset now)
    {
        var known = before ?? new DeliveryRecord(DeliveryState.Claimed, 0, now) { Doubtful = 1 };
        return known with
        {
            State = withdrawn ? DeliveryState.Withdrawn : DeliveryState.Claimed,
            Tries = withdrawn ? known.Tries : known.Tries + 1,
            Doubtful = withdrawn ? known.Doubtful : known.Doubtful + 1,
            At = now,
            Mailer = mailer.Name,
        };
    }

    private async Task<DeliveryProgress> FinishAsync(
        string digest, string key, JsonBlob<DeliveryRecord> line, Versioned<DeliveryRecord> claim, DeliveryRecord? before, Func<Task<OutgoingMail>> write, CancellationToken cancellationToken)
    {
        var (outcome, sent) = await ExchangeAsync(digest, key, claim.Value, before, write, cancellationToken);
        var now = time.GetUtcNow();
        var after = After(claim.Value, outcome, sent, before is { State: DeliveryState.Accepted }, now);
        if (!await NoteAsync(line, claim, after, cancellationToken))
        {
            return new(DeliveryState.Claimed, now + DeliveryPolicy.Lease);
        }

        if (after.IsFinal)
        {
            metrics.Delivery(after.State == DeliveryState.Delivered ? "delivered" : "failed");
        }

        if (after.State == DeliveryState.Failed)
        {
            Failed(digest, key, after.Tries, after.Reason);
        }
        else if (!after.IsFinal && after.Reason is not null)
        {
            PutOff(digest, key, after.Tries, after.Reason);
        }

        // What is accepted is asked after again soon; what is not taken, after a pause.
        DateTimeOffset? next = after.IsFinal ? null
            : now + (after.State == DeliveryState.Accepted ? outcome.RetryAfter ?? TimeSpan.Zero : DeliveryPolicy.PauseAfter(after.Tries, outcome.RetryAfter));
        return new(after.State, next, outcome.ForAll);
    }

    /// <summary>Asks where an earlier try may have been taken, and sends where that is not so.</summary>
    private async Task<(MailOutcome Outcome, bool Sent)> ExchangeAsync(
        string digest, string key, DeliveryRecord claim, DeliveryRecord? before, Func<Task<OutgoingMail>> write, CancellationToken cancellationToken)
    {
        OutgoingMail mail;
        try
        {
            mail = await write();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unwritten(digest, key, e);
            return (MailOutcome.Deferred("The mail could not be written; the app's log says why."), false);
        }

        bool accepted = before is { State: DeliveryState.Accepted };
        if (accepted || claim.Doubtful > 1)
        {
            var asked = await WithPatienceAsync(mailer.AskAsync, digest, key, mail, cancellationToken);
            bool again = !asked.ForAll && (asked.Fate == MailFate.Unknown ? !accepted && claim.Doubtful <= DeliveryPolicy.DoubtfulTries : asked.Fate == MailFate.Deferred);
            if (!again)
            {
                return (asked, false);
            }
        }

        return (await WithPatienceAsync(mailer.SendAsync, digest, key, mail, cancellationToken), true);
    }

    private async Task<MailOutcome> WithPatienceAsync(
        Func<OutgoingMail, CancellationToken, Task<MailOutcome>> exchange, string digest, string key, OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(DeliveryPolicy.Patience);
        try
        {
            return await exchange(mail, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return MailOutcome.Unknown("The mailer took too long.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Threw(mailer.Name, digest, key, e);
            return MailOutcome.Unknown($"The mailer {mailer.Name} failed; the app's log says why.");
        }
    }

    private static DeliveryRecord After(DeliveryRecord claim, MailOutcome outcome, bool sent, bool wasAccepted, DateTimeOffset now)
    {
        // A try that did not come to sending, or whose end is known, leaves no doubt of its own.
        bool doubtful = sent && outcome.Fate == MailFate.Unknown;
        var line = claim with
        {
            At = now, Reason = outcome.Reason, Tries = sent ? claim.Tries : claim.Tries - 1, Doubtful = doubtful ? claim.Doubtful : claim.Doubtful - 1,
        };
        bool old = now - claim.Since >= DeliveryPolicy.OldestTry;
        return outcome.Fate switch
        {
            MailFate.Delivered => line with { State = DeliveryState.Delivered, Reason = null },
            MailFate.Refused => line with { State = DeliveryState.Failed },
            MailFate.Accepted or MailFate.Unknown or MailFate.Deferred when (wasAccepted && !sent) || outcome.Fate == MailFate.Accepted => old
                ? line with { State = DeliveryState.Failed, Reason = $"The mailer {line.Mailer} took it, and has not said for two days what became of it." }
                : line with { State = DeliveryState.Accepted },
            MailFate.Unknown when old || (!outcome.ForAll && (!sent || line.Doubtful >= DeliveryPolicy.DoubtfulTries)) =>
                line with { State = DeliveryState.Failed, Reason = $"{outcome.Reason} It was sent {Count(line.Tries)}, and whether it came cannot be known." },
            MailFate.Deferred when old => line with { State = DeliveryState.Failed, Reason = $"{outcome.Reason} It was tried for two days." },
            _ => line with { State = DeliveryState.Waiting },
        };
    }

    private static string Count(int times) => times == 1 ? "once" : FormattableString.Invariant($"{times} times");

    /// <summary>Writes what came of it. That a mail was delivered is written also where another host has taken the claim over since.</summary>
    private static async Task<bool> NoteAsync(JsonBlob<DeliveryRecord> line, Versioned<DeliveryRecord> claim, DeliveryRecord after, CancellationToken cancellationToken)
    {
        if (await line.TryReplaceAsync(after, claim.Version, cancellationToken))
        {
            return true;
        }

        while (after.State == DeliveryState.Delivered && await line.LookAsync(cancellationToken) is { Value: not { State: DeliveryState.Delivered } } other)
        {
            if (await line.TryWriteAsync(after, other, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    [LoggerMessage(EventId = 451, Level = LogLevel.Error, Message = "Digest {Digest} was not delivered to recipient {Key} ({Tries} tries) and will not be. {Reason}")]
    private partial void Failed(string digest, string key, int tries, string? reason);

    [LoggerMessage(EventId = 452, Level = LogLevel.Warning, Message = "Digest {Digest} has not reached recipient {Key} yet ({Tries} tries) and is tried again. {Reason}")]
    private partial void PutOff(string digest, string key, int tries, string reason);

    [LoggerMessage(EventId = 453, Level = LogLevel.Error, Message = "The mail of digest {Digest} to recipient {Key} could not be written.")]
    private partial void Unwritten(string digest, string key, Exception why);

    [LoggerMessage(EventId = 454, Level = LogLevel.Error, Message = "The mailer {Mailer} failed over digest {Digest} and recipient {Key}.")]
    private partial void Threw(string mailer, string digest, string key, Exception why);
}
