using TradeDigest.Articles;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Pipeline;

/// <summary>Settles, when a digest is made, which of its articles are copies: of each other, or of what was told in the days before.</summary>
/// <remarks>It is done then, and not as articles arrive, so that the order of arrival decides nothing. A signature in the day's log proposes, the texts decide.</remarks>
public sealed class CopySettlement(DayLog log, DigestStore digests, ArticleStore articles, SummarizeStep summarize)
{
    /// <summary>For how many days before the digest's own time copies are looked for.</summary>
    private const int DaysBefore = 3;

    /// <summary>Notes in the library which of <paramref name="members"/> are copies, and of what.</summary>
    public async Task SettleAsync(DigestPlan plan, IReadOnlyList<Article> members, CancellationToken cancellationToken)
    {
        foreach (var (article, copyOf) in await FindAsync(plan, members, cancellationToken))
        {
            if (article.CopyOf != copyOf)
            {
                await articles.MarkCopyAsync(article.Id, copyOf, cancellationToken);
                await summarize.DocumentAsync(article.Id, cancellationToken);
            }
        }
    }

    /// <summary>Which of <paramref name="members"/> are copies or have copies, and of what each is one; null for an original. Nothing is written.</summary>
    public async Task<IReadOnlyList<(Article Article, string? CopyOf)>> FindAsync(DigestPlan plan, IReadOnlyList<Article> members, CancellationToken cancellationToken)
    {
        var ids = members.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var found = new List<(Article, string?)>();
        foreach (var group in NearCopies.Group(members.Concat(await ProposeAsync(plan, members, ids, cancellationToken))))
        {
            var all = group.Copies.Prepend(group.Original).ToList();
            // What was told stays the original, even where an earlier version of it turns up later.
            var original = all.Find(a => !ids.Contains(a.Id)) is { } told ? told.CopyOf ?? told.Id : group.Original.Id;
            found.AddRange(all.Where(a => ids.Contains(a.Id)).Select(a => (a, a.Id == original ? null : original)));
        }

        return found;
    }

    private async Task<IReadOnlyList<Article>> ProposeAsync(
        DigestPlan plan, IReadOnlyList<Article> members, HashSet<string> ids, CancellationToken cancellationToken)
    {
        var from = plan.From.AddDays(-DaysBefore);
        var told = await digests.ToldSinceAsync(DateOnly.FromDateTime(from.UtcDateTime), cancellationToken);
        var index = new CopyIndex();
        foreach (var entry in await log.ReadReceivedAsync(from, plan.CutOff, cancellationToken))
        {
            if (told.Contains(entry.Key) && !ids.Contains(entry.Key) && SignatureOf(entry) is { } signature)
            {
                index.Add(entry.Key, signature);
            }
        }

        var proposed = members.SelectMany(m => index.Propose(CopySignature.Of(CopyShingles.Of(m.Text)))).Distinct(StringComparer.Ordinal);
        var found = new List<Article>();
        foreach (string id in proposed)
        {
            if (await articles.FindReadableAsync(id, cancellationToken) is { } article)
            {
                found.Add(article);
            }
        }

        return found;
    }

    /// <summary>The signature of a line of the log; null where it has none that can be read. Such an article is proposed to nobody; nothing else depends on it.</summary>
    private static CopySignature? SignatureOf(DayEntry entry)
    {
        try
        {
            return entry.Signature is { } encoded ? CopySignature.Decode(encoded) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
