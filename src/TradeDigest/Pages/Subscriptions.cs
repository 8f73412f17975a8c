using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Pipeline;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Pages;

/// <summary>What readers subscribe to: the feed of digests and stories, and the calendar of deadlines.</summary>
public sealed class Subscriptions(DigestStore digests, StoryArchives stories, DigestSchedule schedule, IOptions<MailOptions> mail, TimeProvider time)
{
    /// <summary>The feed (Atom 1.0, RFC 4287).</summary>
    /// <param name="self">Its own address.</param>
    /// <param name="links">The addresses of the pages, absolute.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<byte[]> FeedAsync(Uri self, PageLinks links, CancellationToken cancellationToken)
    {
        string? pending = (await digests.State.LookAsync(cancellationToken)).Value?.Pending?.Id;
        var ids = (await digests.AllAsync(cancellationToken)).Where(id => id != pending).TakeLast(DigestFeed.Digests).Reverse();
        var read = await Task.WhenAll(ids.Select(async id => (Id: id, Digest: (await digests.Digest(id).LookAsync(cancellationToken)).Value)));
        return (await DigestFeed.OfAsync([.. read.Where(d => d.Digest is not null).Select(d => (d.Id, d.Digest!))], Authority, self, links)).Write();
    }

    /// <summary>The calendar (iCalendar, RFC 5545) of the deadlines that have not passed.</summary>
    /// <param name="links">The addresses of the pages, absolute.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<byte[]> CalendarAsync(PageLinks links, CancellationToken cancellationToken)
    {
        var state = (await digests.State.LookAsync(cancellationToken)).Value;
        var deadlines = StoryDeadline.Ahead(await stories.LatestAsync(cancellationToken), schedule.DayOf(time.GetUtcNow()));
        var plans = new Dictionary<DateOnly, IReadOnlyList<DigestPlan>>();
        foreach (var day in deadlines.Select(d => d.Set.Edition).Distinct())
        {
            plans[day] = await PlansAsync(day, cancellationToken);
        }

        var set = deadlines.Select(d => (d, SetAt(d.Set, plans[d.Set.Edition])));
        return Encoding.UTF8.GetBytes(DeadlineCalendar.Write(set, state?.Since ?? DateTimeOffset.UnixEpoch, Authority, links));
    }

    /// <summary>Who gives the ids: the domain of the sender's address, which is the app's own and stays where the app moves.</summary>
    private string Authority => new MailAddress(mail.Value.From).Host.ToLowerInvariant();

    private async Task<IReadOnlyList<DigestPlan>> PlansAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var editions = await digests.EditionsOfAsync(day, cancellationToken);
        var plans = await Task.WhenAll(editions.Select(async edition => (await digests.Plan(DigestStore.IdOf(day, edition)).LookAsync(cancellationToken)).Value));
        return [.. plans.OfType<DigestPlan>()];
    }

    /// <summary>The cut-off of the digest that had the report's article; the day's hour where its plan is gone.</summary>
    private DateTimeOffset SetAt(FactReport report, IReadOnlyList<DigestPlan> plans) =>
        plans.FirstOrDefault(p => p.Articles.Contains(report.ArticleId, StringComparer.Ordinal))?.CutOff ?? schedule.DueAt(report.Edition);
}
