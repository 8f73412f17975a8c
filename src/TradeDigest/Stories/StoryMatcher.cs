namespace TradeDigest.Stories;

/// <summary>Finds the story of earlier digests that a group of articles continues.</summary>
public sealed class StoryMatcher
{
    /// <summary>Cosine of a group's profile and a story's from which the one continues the other. Both are means of several articles, so that it lies above the
    /// threshold for two articles.</summary>
    public const double ContinuesAt = 0.3;

    /// <summary>Days after its last article from which a story is over.</summary>
    public const int StoryLives = 30;

    private const int ProfileTerms = 80;
    private readonly BackgroundWords _background = BackgroundWords.Load();

    /// <summary>The terms that mark a group of articles, heaviest first, at unit length. They do not depend on the other articles of the day.</summary>
    public IReadOnlyList<StoryTerm> Profile(IReadOnlyList<StoryArticle> articles)
    {
        var reader = new TermReader(_background);
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        var mass = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var article in articles.OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            mass.Clear();
            reader.Read(article, mass);
            var weights = mass.ToDictionary(t => t.Key, t => (1 + Math.Log(Math.Max(1, t.Value))) * -Math.Log(_background.ShareOf(t.Key)), StringComparer.Ordinal);
            double length = Math.Sqrt(weights.Values.Sum(w => w * w));
            foreach (var (term, weight) in weights)
            {
                sum[term] = sum.GetValueOrDefault(term) + (weight / length);
            }
        }

        var heaviest = sum.OrderByDescending(t => Math.Round(t.Value, 9)).ThenBy(t => t.Key, StringComparer.Ordinal).Take(ProfileTerms).ToList();
        double norm = Math.Sqrt(heaviest.Sum(t => t.Value * t.Value));
        return [.. heaviest.Select(t => new StoryTerm(t.Key, (float)Math.Round(t.Value / norm, 5)))];
    }

    /// <summary>The story that the articles continue; null where they begin one. An article, or the original of a copy, that a story already has decides at once.</summary>
    public StoryLedger? Continues(IReadOnlyList<StoryArticle> articles, IEnumerable<string> ids, IEnumerable<StoryLedger> earlier, DateOnly today)
    {
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var profile = Profile(articles).ToDictionary(t => t.Term, t => t.Weight, StringComparer.Ordinal);
        return earlier
            .Where(story => today.DayNumber - story.LastEdition.DayNumber <= StoryLives)
            .Select(story => (Story: story, Likeness: story.Sources.Any(s => known.Contains(s.ArticleId)) ? 2 : Cosine(profile, story.Profile)))
            .Where(match => match.Likeness >= ContinuesAt)
            .OrderByDescending(match => Math.Round(match.Likeness, 6)).ThenBy(match => match.Story.Id, StringComparer.Ordinal)
            .Select(match => match.Story)
            .FirstOrDefault();
    }

    private static double Cosine(Dictionary<string, float> a, IReadOnlyList<StoryTerm> b) => b.Sum(t => (double)t.Weight * a.GetValueOrDefault(t.Term));
}
