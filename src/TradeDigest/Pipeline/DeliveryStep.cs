using System.Collections.Concurrent;
using System.Net.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>The fourth step: hands every digest on to whom it is due.</summary>
/// <remarks>Nothing here decides whether a mail is sent: the ledger's line does, in <see cref="RecipientDelivery"/>. So each part is safe to repeat, and two hosts may be at it at once.
/// A recipient whose mail fails holds up no other.</remarks>
public sealed partial class DeliveryStep(
    DeliveryOpening opening, OpenDeliveryIndex index, RecipientDirectory directory, Unsubscriptions unsubscriptions, DigestStore digests, WeekIssue weeks, RecipientDelivery delivery,
    UnsubscribeSecretStore secrets, IOptions<MailOptions> mail, IOptions<SiteOptions> site, TimeProvider time, ILogger<DeliveryStep> logger)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan PauseForUnreadable = TimeSpan.FromHours(1);

    /// <summary>Delivers what is due.</summary>
    /// <param name="weekly">Whether weekly mails too: not while a daily digest that belongs to them may be outstanding.</param>
    /// <param name="budget">After which time no further mail is begun; the rest is for the next look.</param>
    /// <param name="cancellationToken">Ends it; what has begun is settled later.</param>
    public async Task RunAsync(bool weekly, TimeSpan budget, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        var open = await opening.ReadAsync(cancellationToken);
        var due = open.DueBy(time.GetUtcNow()).Where(i => weekly || !i.Weekly).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var list = await directory.ReadAsync(cancellationToken);
        var links = new SubscriptionLinks(
            new MailAddress(mail.Value.From), mail.Value.UnsubscribeMailto is { } box ? new MailAddress(box) : null, site.Value, await secrets.TokensAsync(cancellationToken));
        var round = new Round(open, list, list.Recipients.ToDictionary(r => r.Key, StringComparer.Ordinal), () => time.GetElapsedTime(began) >= budget);
        foreach (var issue in due)
        {
            if (round.IsOver())
            {
                LeftOver();
                return;
            }

            string id = issue.Weekly ? WeekIssue.IdOf(issue.Digests) : issue.Digests[0];
            try
            {
                string? previous = open.Digests.First(d => d.Id == issue.Digests[0]).Previous;
                await DeliverAsync(id, issue, await DigestAsync(issue, previous, cancellationToken), links, round, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(id, e);
            }
        }
    }

    private async Task<Digest?> DigestAsync(DueIssue issue, string? previous, CancellationToken cancellationToken) => issue.Weekly
        ? await weeks.MakeAsync(issue, previous, cancellationToken) is { } week ? PersonalDigest.OfWeek(week, issue.Digests.Count) : null
        : (await digests.Digest(issue.Digests[0]).ReadAsync(cancellationToken))?.Value;

    private async Task DeliverAsync(string id, DueIssue issue, Digest? digest, SubscriptionLinks links, Round round, CancellationToken cancellationToken)
    {
        if (digest is null)
        {
            Gone(id);
            await index.ChangeAsync(i => i.Settle(issue, issue.Keys, [], time.GetUtcNow()), cancellationToken);
            return;
        }

        var mails = new IssueMails(id, digest, new MailAddress(mail.Value.From), links);
        var progress = new ConcurrentDictionary<string, DeliveryProgress>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(issue.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (key, token) =>
        {
            if (!round.IsOver())
            {
                await AdvanceAsync(mails, issue, key, round, progress, token);
            }
        });

        var now = time.GetUtcNow();
        string[] Keys(Func<DeliveryProgress, bool> which) => [.. progress.Where(p => which(p.Value)).Select(p => p.Key)];
        var later = progress.Where(p => p.Value.Next is not null).ToDictionary(p => p.Key, p => p.Value.Next!.Value, StringComparer.Ordinal);
        await index.ChangeAsync(
            i => i.Settle(issue, Keys(p => p.Next is null), Keys(p => p.State == DeliveryState.Failed), now).Postpone(issue, later) with { UnusableRecipients = round.List.Problems.Count },
            cancellationToken);
        int delivered = progress.Count(p => p.Value.State == DeliveryState.Delivered), failed = progress.Count(p => p.Value.State == DeliveryState.Failed);
        int waiting = issue.Keys.Count - progress.Count(p => p.Value.Next is null);
        Delivered(id, delivered, failed, waiting);
    }

    private async Task AdvanceAsync(IssueMails mails, DueIssue issue, string key, Round round, ConcurrentDictionary<string, DeliveryProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var recipient = round.Recipients.GetValueOrDefault(key);
            if (recipient is null && key != DigestMail.Nobody && round.List.IsIncomplete && time.GetUtcNow() - round.Open.DueOf(issue, key) < DeliveryPolicy.OldestTry)
            {
                // It may be the one whose file cannot be read: there is time to mend it.
                progress[key] = new(DeliveryState.Waiting, time.GetUtcNow() + PauseForUnreadable);
                return;
            }

            // A look over many readers takes minutes: who has unsubscribed since it began gets no more either.
            Func<Task<OutgoingMail>>? write = recipient is { Unsubscribed: false } && !await unsubscriptions.HasAsync(key, cancellationToken) ? () => mails.ForAsync(recipient)
                : key == DigestMail.Nobody ? mails.ForNobodyAsync
                : null;
            var advanced = await delivery.AdvanceAsync(mails.Id, key, write, cancellationToken);
            progress[key] = advanced;
            if (advanced.ForAll)
            {
                round.Halt();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The line is as it was, or claimed: the next look settles it.
            Unsettled(mails.Id, key, e);
        }
    }

    /// <summary>What is common to all deliveries of a look.</summary>
    private sealed class Round(OpenDeliveries open, RecipientList list, IReadOnlyDictionary<string, Recipient> recipients, Func<bool> isSpent)
    {
        private volatile bool _halted;

        public OpenDeliveries Open => open;

        public RecipientList List => list;

        public IReadOnlyDictionary<string, Recipient> Recipients => recipients;

        /// <summary>Begins no further mail: every other one would meet the same fault.</summary>
        public void Halt() => _halted = true;

        public bool IsOver() => _halted || isSpent();
    }

    [LoggerMessage(EventId = 458, Level = LogLevel.Information, Message = "Digest {Digest}: {Delivered} delivered, {Failed} failed, {Waiting} to be tried again.")]
    private partial void Delivered(string digest, int delivered, int failed, int waiting);

    [LoggerMessage(EventId = 459, Level = LogLevel.Error, Message = "The delivery of digest {Digest} failed as a whole and is begun again at the next look.")]
    private partial void Failed(string digest, Exception why);

    [LoggerMessage(EventId = 460, Level = LogLevel.Warning, Message = "Not all mail that is due could be sent this time: the mailer asks for patience, or the time was up. The rest follows at the next look.")]
    private partial void LeftOver();

    [LoggerMessage(EventId = 461, Level = LogLevel.Warning, Message = "Digest {Digest} is gone from storage, and is delivered to nobody who has not got it.")]
    private partial void Gone(string digest);

    [LoggerMessage(EventId = 462, Level = LogLevel.Error, Message = "The delivery of digest {Digest} to recipient {Key} could not be settled and is taken up at the next look.")]
    private partial void Unsettled(string digest, string key, Exception why);
}
