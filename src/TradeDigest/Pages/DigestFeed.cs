using System.Globalization;
using TradeDigest.Digests;

namespace TradeDigest.Pages;

/// <summary>The feed of digests and of the stories that they tell.</summary>
public static class DigestFeed
{
    /// <summary>How many digests it goes back.</summary>
    public const int Digests = 20;

    private const int StoriesAtMost = 60;

    /// <summary>The feed of <paramref name="digests"/>. A story is one entry, as the last digest that has it tells it.</summary>
    /// <param name="digests">The last digests with their ids, latest first.</param>
    /// <param name="authority">Who gives the ids: a domain name (RFC 4151).</param>
    /// <param name="self">The feed's own address.</param>
    /// <param name="pages">The addresses of the pages, which must be absolute.</param>
    public static async Task<AtomFeed> OfAsync(IReadOnlyList<(string Id, Digest Digest)> digests, string authority, Uri self, PageLinks pages)
    {
        ArgumentNullException.ThrowIfNull(digests);
        ArgumentNullException.ThrowIfNull(pages);
        var view = pages.View();
        string tag = "tag:" + authority + ",2026:";
        var entries = new List<AtomEntry>();
        foreach (var (id, digest) in digests)
        {
            entries.Add(new AtomEntry
            {
                Id = tag + "digest:" + id,
                Title = Wording.Date(digest.Date) + ": " + digest.Subject,
                Category = "digest",
                Published = digest.To,
                Updated = digest.To,
                Page = new Uri(pages.Digest(id)),
                Summary = digest.Preheader,
                Html = await DigestRenderer.FragmentAsync(digest, view).ConfigureAwait(false),
            });
        }

        foreach (var (digest, story) in digests.SelectMany(d => d.Digest.Stories.Select(s => (d.Digest, Story: s))).DistinctBy(s => s.Story.Id, StringComparer.Ordinal).Take(StoriesAtMost))
        {
            entries.Add(new AtomEntry
            {
                Id = tag + story.Id.Replace("story-", "story:", StringComparison.Ordinal),
                Title = story.Headline.Text,
                Category = "story",
                Published = story.Day == 1 ? digest.To : null,
                Updated = digest.To,
                Page = new Uri(pages.Story(story.Id)),
                Summary = string.Create(CultureInfo.InvariantCulture, $"{Phrases.Standing(story)} · {Wording.Count(story.Facts.Count, "fact")}"),
                Html = await DigestRenderer.FragmentAsync(digest with { Stories = [story] }, view, story).ConfigureAwait(false),
            });
        }

        return new AtomFeed { Title = "Trade digest", Id = tag + "feed", Self = self, Page = new Uri(pages.Today), Entries = [.. entries.OrderByDescending(e => e.Updated)] };
    }
}
