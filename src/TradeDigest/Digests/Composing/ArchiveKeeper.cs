using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Keeps what later digests need to know.</summary>
internal static class ArchiveKeeper
{
    /// <summary>The archive after a digest: the day's stories as they are now, and the earlier ones that are not over or that still have a deadline to come.</summary>
    public static StoryArchive Next(StoryArchive earlier, IEnumerable<StoryDraft> stories, Digest digest, DateOnly today)
    {
        var told = stories.ToDictionary(s => s.Id, s => Ledger(s, digest, today), StringComparer.Ordinal);
        var kept = earlier.Stories.Where(s => !told.ContainsKey(s.Id)
            && (today.DayNumber - s.LastEdition.DayNumber < StoryMatcher.StoryLives || s.Reports.Any(r => r.Fact is DeadlineFact { Date: { } date } && date.Last >= today)));
        return new StoryArchive { Stories = [.. told.Values.Concat(kept).OrderBy(s => s.Id, StringComparer.Ordinal)] };
    }

    private static StoryLedger Ledger(StoryDraft story, Digest digest, DateOnly today) => new()
    {
        Id = story.Id,
        Headline = digest.Stories.Where(s => s.Id == story.Id).Select(s => s.Headline.Text)
            .Concat(digest.Briefs.Where(b => b.StoryId == story.Id).Select(b => b.Headline.Text)).FirstOrDefault() ?? story.Earlier?.Headline ?? story.Id,
        FirstEdition = story.FirstEdition,
        LastEdition = today,
        Profile = story.Profile,
        Sources = story.Sources,
        Reports = story.Reports,
    };
}
