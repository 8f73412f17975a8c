using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Makes a digest over without an article that was erased.</summary>
public sealed class DigestEraser(RenderableDigest renderable)
{
    /// <summary>Whether anything that a digest tells rests on an article, also one of an earlier digest.</summary>
    public static bool RestsOn(Digest digest, string id)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Deadlines.SelectMany(d => d.Evidence)
            .Concat(digest.Stories.SelectMany(s => s.Facts).SelectMany(f => f.Before is { } before ? f.Evidence.Append(before) : f.Evidence))
            .Concat(digest.Stories.SelectMany(s => s.Differences).SelectMany(d => d.Values).SelectMany(v => v.Evidence))
            .Concat(digest.Stories.SelectMany(s => s.Timeline).SelectMany(e => e.Evidence))
            .Any(e => e.ArticleId == id);
    }

    /// <summary>The digest and its archive without the article. Counts, subject and preheader follow what is left; a notice says that an article was erased.</summary>
    /// <param name="digest">The digest as it was told.</param>
    /// <param name="archive">What it left for the next.</param>
    /// <param name="id">The article.</param>
    /// <param name="members">The digest's other articles.</param>
    /// <param name="texts">The texts of the other articles of the archive's stories that have this one, by id.</param>
    /// <param name="on">The day of the erasure.</param>
    public async Task<DigestComposition> WithoutAsync(Digest digest, StoryArchive archive, string id, IReadOnlyCollection<string> members, IReadOnlyDictionary<string, string> texts, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(archive);
        var left = Redaction.Without(archive, id, texts);
        var groups = new SourceGroups(left.Stories.SelectMany(s => s.Sources));
        var redacted = OpeningLines.Write(Redaction.Without(digest, id, groups));
        redacted = redacted with
        {
            Figures = redacted.Figures with
            {
                Articles = members.Count,
                Sources = groups.Count(members),
                Copies = digest.Figures.Copies - Math.Max(0, digest.Figures.Articles - members.Count - (digest.Sources.Count - redacted.Sources.Count)),
            },
            Notice = ErasureNotice.Add(digest.Notice, "An article was erased from this digest on " + Wording.Date(on) + ", with all that rested on it alone."),
        };
        return await renderable.OfAsync(new DigestComposition(redacted, left, []));
    }
}
