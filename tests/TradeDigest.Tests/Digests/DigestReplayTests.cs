using System.Globalization;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>Replays four days and holds each digest, line by line, against a file that a person has read. Set UPDATE_GOLDEN to write the files anew, and read them.</summary>
public sealed class DigestReplayTests
{
    private static readonly DigestComposer Composer = new();

    private static List<DigestComposition> Replay(int days)
    {
        var compositions = new List<DigestComposition>();
        for (int day = 7; day < 7 + days; day++)
        {
            // The archive goes through its JSON, as it does in storage.
            var earlier = compositions.Count == 0 ? StoryArchive.Empty : DigestJson.ReadArchive(DigestJson.Write(compositions[^1].Archive));
            compositions.Add(Composer.Compose(ThreeDays.Request(day, ThreeDays.Articles(day), earlier)));
        }

        return compositions;
    }

    [Theory]
    [InlineData(7, "an event, and a contradiction")]
    [InlineData(8, "an offer, a confirmation and a flood of copies")]
    [InlineData(9, "a correction resolves the contradiction, figures change")]
    [InlineData(10, "a day with nothing")]
    public void Each_day_reads_as_its_golden_text(int day, string what)
    {
        var digest = Replay(day - 6)[^1].Digest;
        string text = "Subject:   " + digest.Subject + "\nPreheader: " + digest.Preheader + "\n\n" + DigestRenderer.Text(digest);
        string name = "2031-10-" + day.ToString("00", CultureInfo.InvariantCulture) + ".txt";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        string golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Digests", "golden", name));
        Assert.True(golden == text, $"The digest of {name} ({what}) has changed: read it, and if it is right, write the golden files anew.\n{text}");
    }

    [Fact]
    public void Nothing_in_four_days_is_stopped_by_the_gate() => Assert.Empty(Replay(4).SelectMany(c => c.Stopped));

    [Fact]
    public void Fifty_copies_of_one_report_are_one_source()
    {
        var digest = Replay(2)[^1].Digest;

        var story = Assert.Single(digest.Stories, s => s.Headline.Text.Contains("coffee", StringComparison.Ordinal));
        Assert.Equal((1, 50, 1), (story.IndependentSources, digest.Figures.Copies, story.Facts.Single().IndependentSources));
        Assert.Equal(50, digest.Sources.Single(s => s.ArticleId == "c00").Copies);
    }

    [Fact]
    public void A_story_keeps_its_identity_from_day_to_day()
    {
        var ids = Replay(3).Select(c => c.Digest.Stories.Single(s => s.Headline.Text.Contains("vocado", StringComparison.Ordinal) || s.Headline.Text.Contains("Peru", StringComparison.Ordinal)).Id);

        Assert.Equal("story-t1", Assert.Single(ids.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public void Order_and_repetition_of_the_articles_do_not_matter()
    {
        var earlier = Replay(1)[^1].Archive;
        var articles = ThreeDays.Articles(8);
        string expected = DigestRenderer.Json(Composer.Compose(ThreeDays.Request(8, articles, earlier)).Digest);

        foreach (int seed in Enumerable.Range(1, 4))
        {
            var random = new Random(seed);
            var arrived = articles.Concat(articles.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
            Assert.Equal(expected, DigestRenderer.Json(Composer.Compose(ThreeDays.Request(8, arrived, earlier)).Digest));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public void How_the_articles_were_split_between_runs_does_not_matter(int first)
    {
        var earlier = Replay(1)[^1].Archive;
        var articles = ThreeDays.Articles(8);

        var whole = Composer.Compose(ThreeDays.Request(8, articles, earlier));
        Composer.Compose(ThreeDays.Request(8, [.. articles.Take(first)], earlier));
        var again = Composer.Compose(ThreeDays.Request(8, [.. articles.Skip(first), .. articles.Take(first)], earlier));

        Assert.Equal(DigestJson.Write(whole.Archive), DigestJson.Write(again.Archive));
        Assert.Equal(DigestRenderer.Json(whole.Digest), DigestRenderer.Json(again.Digest));
    }
}
