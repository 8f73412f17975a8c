using System.Globalization;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>Five real articles, which are not part of the repository, make the story that a person would tell of them. Without them there is nothing to show.</summary>
public sealed class SharedArticlesTests
{
    private static readonly string[] Published = ["2025-06-09", "2025-06-09", "2025-06-09", "2025-06-08", "2025-06-10"];

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", "articles");
            if (Directory.Exists(folder) && Directory.GetFiles(folder, "*.txt").Length == Published.Length)
            {
                return folder;
            }
        }

        return null;
    }

    [Fact]
    public async Task Five_articles_of_one_event_make_one_story_with_its_agreed_figures()
    {
        if (Folder() is not { } folder)
        {
            return;
        }

        var received = new DateTimeOffset(2025, 6, 10, 5, 0, 0, TimeSpan.Zero);
        var articles = new List<DigestArticle>();
        foreach (var (i, path) in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Index())
        {
            var source = new ArticleSource(Path.GetFileName(path), received) { Published = Published[i], Publisher = "Outlet " + i.ToString(CultureInfo.InvariantCulture) };
            var article = new ArticleReader().Read(await File.ReadAllBytesAsync(path), source).Single();
            articles.Add(new DigestArticle(await new LocalAnalyst().AnalyzeAsync(article, CancellationToken.None), article.Text));
        }

        var composed = new DigestComposer().Compose(new DigestRequest
        {
            Date = new DateOnly(2025, 6, 10), From = received.AddDays(-1), To = received.AddHours(1), Zone = TimeZoneInfo.Utc, Articles = articles,
        });

        var story = Assert.Single(composed.Digest.Stories);
        Assert.Empty(composed.Stopped);
        Assert.Equal((5, 0), (story.IndependentSources, composed.Digest.Figures.Conflicts));
        Assert.True(Row(story, "145% → 30%").IndependentSources >= 3);
        Assert.True(Row(story, "125% → 10%").IndependentSources >= 3);
        Assert.Equal(2, Row(story, "-34.5%").IndependentSources);
        Assert.NotSame(Row(story, "90% of supply"), Row(story, "69% of production"));
        var call = Assert.Single(story.Differences, d => d.Label.StartsWith("Call", StringComparison.Ordinal));
        Assert.Equal(FactVerdict.LessPrecise, call.Verdict);
        Assert.Contains(call.Values, v => v.Value.StartsWith("90 minutes", StringComparison.Ordinal));
        Assert.Contains(call.Values, v => v.Value.StartsWith("more than 60 minutes", StringComparison.Ordinal));
    }

    private static DigestFact Row(DigestStory story, string value) => Assert.Single(story.Facts, f => f.Value.Contains(value, StringComparison.Ordinal));
}
