using TradeDigest.Articles;
using TradeDigest.Storage;

namespace TradeDigest.Pipeline;

/// <summary>Looks which of a plan's articles are still there, so that one that is lost or damaged in the library does not keep the others from being told.</summary>
/// <remarks>What is missing is taken out of the plan, counted among what could not be read, and put into quarantine. As it then is in no digest's plan,
/// it is told by a later one when its file is dropped again.</remarks>
public sealed class DigestRollCall(DigestStore digests, ArticleStore articles, SummaryStore summaries, QuarantineStore quarantine, ErasedArticles erased, TimeProvider time)
{
    private const int ReadsAtOnce = 16;

    /// <summary>The plan without what is missing, stored, and the articles that are there, in its order.</summary>
    public async Task<(DigestPlan Plan, IReadOnlyList<Article> Members)> CallAsync(DigestPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var stored = await digests.Plan(plan.Id).LookAsync(cancellationToken);
        var planned = stored.Value ?? plan;
        var members = new List<Article>(planned.Articles.Count);
        var missing = new List<DayEntry>();
        foreach (string[] batch in planned.Articles.Chunk(ReadsAtOnce))
        {
            var found = await Task.WhenAll(batch.Select(id => articles.FindReadableAsync(id, cancellationToken)));
            foreach (var (id, article) in batch.Zip(found))
            {
                if (article is not null)
                {
                    members.Add(article);
                }
                else if (await erased.FindAsync(id, cancellationToken) is null)
                {
                    missing.Add(await PutAsideAsync(id, plan.CutOff, cancellationToken));
                }
            }
        }

        var present = planned with { Articles = [.. members.Select(m => m.Id)], Unreadable = [.. planned.Unreadable, .. missing] };
        if (stored.Value is null || members.Count < planned.Articles.Count)
        {
            // Where another host wrote it first, it is the same.
            await digests.Plan(plan.Id).TryWriteAsync(present, stored, cancellationToken);
        }

        return (present, members);
    }

    private async Task<DayEntry> PutAsideAsync(string id, DateTimeOffset cutOff, CancellationToken cancellationToken)
    {
        // The summary, where that is whole, knows the file.
        string name = (await summaries.FindAsync(id, cancellationToken))?.Article.Names[0] ?? id;
        var record = new QuarantineRecord(
            name,
            UnreadableReasons.Damaged,
            $"The library's copy of this article (articles/{id}.json) is gone or damaged, so that the digest left it out. Drop its file again: the next digest then tells it.",
            cutOff,
            time.GetUtcNow());
        await quarantine.KeepAsync(record, cancellationToken);
        return record.ToEntry();
    }
}
