using TradeDigest.Articles;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Groups a day's articles into stories, continues those of earlier digests, and opens their ledgers.</summary>
internal sealed class StoryDrafts
{
    private readonly StoryClusterer _clusterer = new();
    private readonly StoryMatcher _matcher = new();

    /// <summary>The stories of the day, most important first.</summary>
    public List<StoryDraft> Of(IReadOnlyList<DigestArticle> articles, StoryArchive earlier, DateOnly today)
    {
        var byId = articles.ToDictionary(a => a.Document.Id, StringComparer.Ordinal);
        var families = CopyFamilies.Of(articles);
        var originals = families.Select(f => Compared(f[0])).ToList();
        var groups = _clusterer.Cluster(originals);
        var familyOf = families.ToDictionary(f => f[0].Document.Id, StringComparer.Ordinal);
        var byStory = new Dictionary<string, (StoryLedger? Earlier, List<StoryArticle> Articles)>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var ids = group.SelectMany(a => familyOf[a.Id]).SelectMany(a => new[] { a.Document.Id, a.Document.Article.CopyOf, a.Document.Article.Replaces }).OfType<string>();
            var continued = _matcher.Continues(group, ids, earlier.Stories, today);
            string id = continued?.Id ?? "story-" + group[0].Id;
            if (byStory.TryGetValue(id, out var known))
            {
                known.Articles.AddRange(group);
            }
            else
            {
                byStory.Add(id, (continued, [.. group]));
            }
        }

        var drafts = byStory.Select(s => Draft(s.Key, s.Value.Earlier, s.Value.Articles, familyOf, byId, today));
        return [.. drafts.OrderByDescending(d => Math.Round(d.Importance, 6)).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static StoryArticle Compared(DigestArticle article) =>
        new(article.Document.Id, article.Document.Article.Title, article.Text, article.Document.Article.PublishedAt);

    private StoryDraft Draft(
        string id, StoryLedger? earlier, List<StoryArticle> members, Dictionary<string, List<DigestArticle>> familyOf,
        Dictionary<string, DigestArticle> byId, DateOnly today)
    {
        var articles = members.Select(m => byId[m.Id]).OrderBy(a => a.Document.Article.PublishedAt).ThenBy(a => a.Document.Id, StringComparer.Ordinal).ToList();
        var copies = articles.SelectMany(a => familyOf[a.Document.Id].Skip(1)).ToList();
        var replaced = articles.Concat(copies).Select(a => a.Document.Article.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sources = (earlier?.Sources ?? []).Where(s => !replaced.Contains(s.ArticleId)).Concat(articles.Concat(copies).Select(a => Source(a, today)))
            .DistinctBy(s => s.ArticleId, StringComparer.Ordinal).OrderBy(s => s.PublishedAt).ThenBy(s => s.ArticleId, StringComparer.Ordinal).ToList();
        var known = (earlier?.Reports ?? []).Where(r => !replaced.Contains(r.ArticleId)).ToList();
        var told = known.Select(r => r.ArticleId).ToHashSet(StringComparer.Ordinal);
        var reports = known.Concat(articles.Where(a => !told.Contains(a.Document.Id)).SelectMany(a => Reports(a, today)))
            .OrderBy(r => r.Edition).ThenBy(r => r.Published).ThenBy(r => r.ArticleId, StringComparer.Ordinal).ThenBy(r => r.Fact.Evidence.Start).ToList();
        var groups = new SourceGroups(sources);
        return new StoryDraft
        {
            Id = id,
            Earlier = earlier,
            FirstEdition = earlier?.FirstEdition ?? today,
            Articles = articles,
            Copies = copies,
            Profile = _matcher.Profile(members),
            Sources = sources,
            Reports = reports,
            Entries = Restated.LeftOut(FactChanges.Of(new FactLedger(groups), reports, today)),
            Groups = groups,
        };
    }

    private static IEnumerable<FactReport> Reports(DigestArticle article, DateOnly today) =>
        article.Document.Facts.Select(f => new FactReport(article.Document.Id, today, article.Document.Article.PublishedAt, f));

    private static StorySource Source(DigestArticle article, DateOnly today)
    {
        var info = article.Document.Article;
        return new StorySource
        {
            ArticleId = article.Document.Id,
            Title = info.Title,
            Publisher = info.Publisher,
            Url = WebAddress.Parse(info.Url),
            Wire = info.Wire,
            CopyOf = info.CopyOf,
            PublishedAt = info.PublishedAt,
            Edition = today,
        };
    }
}
