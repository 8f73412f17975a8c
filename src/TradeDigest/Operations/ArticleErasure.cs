using TradeDigest.Digests;
using TradeDigest.Pipeline;
using TradeDigest.Storage;
using TradeDigest.Stories;

namespace TradeDigest.Operations;

/// <summary>Deletes an article and all that came of it: its document, a model's answers, and what the digests told by it alone. The next digest tells of it.</summary>
/// <remarks>First it is noted that the article is erased, so that nothing takes it in meanwhile; every further step may be done again, and whoever asks again after a crash finishes it.
/// The file in the container articles is the user's and stays. The article's line in the day's log stays too: it holds no text, and where it stands no reader takes it up.
/// Mail that was sent cannot be called back.</remarks>
public sealed class ArticleErasure(
    ArticleStore articles, SummaryStore summaries, AnswerCache answers, DigestStore digests, ErasedArticles erased, DayLog log, DigestEraser eraser, DigestForms forms,
    DigestSchedule schedule, TimeProvider time)
{
    /// <summary>Erases the article <paramref name="id"/>; null where there is none and was none.</summary>
    public async Task<ErasedArticle?> EraseAsync(string id, CancellationToken cancellationToken)
    {
        var before = await erased.FindAsync(id, cancellationToken);
        var article = await articles.FindReadableAsync(id, cancellationToken);
        var document = await summaries.FindAsync(id, cancellationToken);
        if (before is null && article is null && document is null)
        {
            return null;
        }

        IEnumerable<string> names = (article?.Names ?? []).Union(document?.Article.Names ?? [], StringComparer.Ordinal).Union(before?.Names ?? [], StringComparer.Ordinal);
        var note = new ErasedArticle(id, [.. names], before?.Digests ?? [], before?.ErasedAt ?? time.GetUtcNow());
        await erased.KeepAsync(note, cancellationToken);
        await articles.DeleteAsync(id, cancellationToken);
        await summaries.DeleteAsync(id, cancellationToken);
        await answers.ForgetAsync(id, cancellationToken);
        var told = new SortedSet<string>(note.Digests, StringComparer.Ordinal);
        foreach (string digest in await digests.StoredAsync(cancellationToken))
        {
            if (await TakeOutAsync(digest, id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(note.ErasedAt, schedule.Zone).DateTime), cancellationToken))
            {
                told.Add(digest);
                await erased.KeepAsync(note with { Digests = [.. told] }, cancellationToken);
            }
        }

        note = note with { Digests = [.. told] };
        await log.AppendAsync(new DayEntry(DayEntryKind.Erased, "erased:" + id, note.ErasedAt) { Digests = note.Digests }, cancellationToken);
        return note;
    }

    /// <summary>Takes the article out of a stored digest. Returns whether the digest had it.</summary>
    private async Task<bool> TakeOutAsync(string digest, string id, DateOnly on, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await digests.Digest(digest).LookAsync(cancellationToken);
            var kept = await digests.Archive(digest).LookAsync(cancellationToken);
            var plan = (await digests.Plan(digest).LookAsync(cancellationToken)).Value;
            var archive = kept.Value ?? StoryArchive.Empty;
            bool has = found.Value is { } told && (told.Sources.Any(s => s.ArticleId == id) || DigestEraser.RestsOn(told, id));
            bool remembers = archive.Stories.Any(s => s.Sources.Any(a => a.ArticleId == id));
            if (!has && !remembers)
            {
                return false;
            }

            var texts = await TextsAsync(archive, id, cancellationToken);
            if (found.Value is not { } whole)
            {
                // The digest is lost, and what it left for the next is not.
                if (await digests.Archive(digest).TryWriteAsync(Redaction.Without(archive, id, texts), kept, cancellationToken))
                {
                    return false;
                }

                continue;
            }

            IReadOnlyCollection<string> members = plan is null ? [.. whole.Sources.Select(s => s.ArticleId)] : plan.Articles;
            var over = await eraser.WithoutAsync(whole, archive, id, [.. members.Where(m => m != id)], texts, on);
            if (kept.Value is not null && !await digests.Archive(digest).TryWriteAsync(over.Archive, kept, cancellationToken))
            {
                continue;
            }

            if (has && !await digests.Digest(digest).TryWriteAsync(over.Digest, found, cancellationToken))
            {
                continue;
            }

            if (has)
            {
                await forms.StoreAsync(digest, over.Digest, cancellationToken);
            }

            return has;
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> TextsAsync(StoryArchive archive, string id, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string other in archive.Stories.Where(s => s.Sources.Any(a => a.ArticleId == id)).SelectMany(s => s.Sources).Select(s => s.ArticleId).Distinct(StringComparer.Ordinal))
        {
            if (other != id && await articles.FindReadableAsync(other, cancellationToken) is { } article)
            {
                texts.Add(other, article.Title + "\n" + article.Text);
            }
        }

        return texts;
    }
}
