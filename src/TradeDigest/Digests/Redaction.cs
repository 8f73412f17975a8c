using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Takes an article out of what was told: every statement that rests on it alone goes, and so does one that cannot be told without it.</summary>
internal static class Redaction
{
    /// <summary>The digest without the article; the same digest where it does not occur.</summary>
    /// <param name="digest">A digest.</param>
    /// <param name="id">The article.</param>
    /// <param name="groups">Which of the digest's other articles speak with one voice.</param>
    public static Digest Without(Digest digest, string id, SourceGroups groups)
    {
        int number = digest.Sources.FirstOrDefault(s => s.ArticleId == id)?.Number ?? 0;
        var sources = digest.Sources.Where(s => s.ArticleId != id).ToList();
        var stories = digest.Stories.Select(s => Without(s, id, number, sources, groups)).OfType<DigestStory>().ToList();
        var briefs = digest.Briefs.Where(b => b.Headline.ArticleId != id).Select(b => b with { Headline = Without(b.Headline, number) }).ToList();
        return digest with
        {
            Sources = sources,
            Stories = stories,
            Briefs = briefs,
            Deadlines = [.. digest.Deadlines.Select(d => Rest(d.Evidence, id) is { Count: > 0 } rest ? d with { Evidence = rest, Sources = Rest(d.Sources, number) } : null).OfType<DigestDeadline>()],
            Figures = digest.Figures with { Stories = digest.Figures.Stories - (digest.Stories.Count + digest.Briefs.Count - stories.Count - briefs.Count) },
        };
    }

    /// <summary>The archive without the article; a story of it alone goes.</summary>
    /// <param name="archive">An archive.</param>
    /// <param name="id">The article.</param>
    /// <param name="texts">The texts of other articles, by id: of a story's terms those stay that stand in one of them.</param>
    public static StoryArchive Without(StoryArchive archive, string id, IReadOnlyDictionary<string, string> texts) => archive with
    {
        Stories = [.. archive.Stories.Select(s => Without(s, id, texts)).OfType<StoryLedger>()],
    };

    private static StoryLedger? Without(StoryLedger story, string id, IReadOnlyDictionary<string, string> texts)
    {
        if (story.Sources.FirstOrDefault(s => s.ArticleId == id) is not { } gone)
        {
            return story;
        }

        var sources = story.Sources.Where(s => s.ArticleId != id).Select(s => s.CopyOf == id ? s with { CopyOf = null } : s).ToList();
        return sources.Count == 0 ? null : story with
        {
            Profile = [.. story.Profile.Where(t => sources.Exists(s => texts.TryGetValue(s.ArticleId, out string? text) && text.Contains(t.Term, StringComparison.OrdinalIgnoreCase)))],
            Sources = sources,
            Reports = [.. story.Reports.Where(r => r.ArticleId != id)],
            Headline = story.Headline == gone.Title ? sources[^1].Title ?? "" : story.Headline,
        };
    }

    private static DigestStory? Without(DigestStory story, string id, int number, IReadOnlyList<DigestSource> sources, SourceGroups groups)
    {
        var numbers = Rest(story.Sources, number);
        var headline = story.Headline.ArticleId == id ? Headline(numbers, sources) : Without(story.Headline, number);
        return headline is null ? null : story with
        {
            Headline = headline,
            Sources = numbers,
            IndependentSources = Math.Min(story.IndependentSources, Math.Max(1, groups.Count(sources.Where(s => numbers.Contains(s.Number)).Select(s => s.ArticleId)))),
            Sentences = [.. story.Sentences.Where(s => s.ArticleId != id).Select(s => Without(s, number))],
            Facts = [.. story.Facts.Select(f => Without(f, id, number, groups)).OfType<DigestFact>()],
            Differences = [.. story.Differences.Select(d => Without(d, id, number)).Where(d => d.Values.Count > 1)],
            Quotes = [.. story.Quotes.Where(q => q.Evidence.ArticleId != id).Select(q => q with { Sources = Rest(q.Sources, number) })],
            Delegations = [.. story.Delegations.Select(d => Without(d, id, number)).Where(d => d.People.Count > 0)],
            Timeline = [.. story.Timeline.Select(e => Rest(e.Evidence, id) is { Count: > 0 } rest ? e with { Evidence = rest, Sources = Rest(e.Sources, number) } : null).OfType<DigestEvent>()],
        };
    }

    private static DigestSentence? Headline(IReadOnlyList<int> numbers, IReadOnlyList<DigestSource> sources) =>
        sources.FirstOrDefault(s => numbers.Contains(s.Number)) is { } next ? new DigestSentence(next.Title, next.ArticleId, -1, -1, [next.Number]) : null;

    /// <summary>A row stays where the others say the same by themselves; what several only said together, or what differed, goes.</summary>
    private static DigestFact? Without(DigestFact fact, string id, int number, SourceGroups groups)
    {
        if (!fact.Evidence.Any(e => e.ArticleId == id) && fact.Before?.ArticleId != id)
        {
            return fact with { Sources = Rest(fact.Sources, number) };
        }

        var rest = Rest(fact.Evidence, id);
        bool stands = rest.Count > 0 && fact.Before is null && fact.Verdict is FactVerdict.Single or FactVerdict.Agree && fact.Change is FactChange.New or FactChange.Confirmed or FactChange.Unchanged;
        if (!stands)
        {
            return null;
        }

        int independent = groups.Count(rest.Select(e => e.ArticleId));
        return fact with
        {
            Sources = Rest(fact.Sources, number),
            Evidence = rest,
            IndependentSources = independent,
            Verdict = independent > 1 ? FactVerdict.Agree : FactVerdict.Single,
            Status = (fact.Change == FactChange.New ? "new" : "unchanged") + (independent > 1 ? ", " + Wording.Count(independent, "source") : ""),
            Change = fact.Change == FactChange.New ? FactChange.New : FactChange.Unchanged,
        };
    }

    private static DigestDifference Without(DigestDifference difference, string id, int number) => difference with
    {
        Values = [.. difference.Values.Select(v => v with { Evidence = Rest(v.Evidence, id), Sources = Rest(v.Sources, number) }).Where(v => v.Evidence.Count > 0)],
    };

    private static DigestDelegation Without(DigestDelegation side, string id, int number) => side with
    {
        People = [.. side.People.Where(p => p.Evidence.ArticleId != id).Select(p => p with { Sources = Rest(p.Sources, number) })],
    };

    private static DigestSentence Without(DigestSentence sentence, int number) => sentence with { Sources = Rest(sentence.Sources, number) };

    private static IReadOnlyList<int> Rest(IReadOnlyList<int> numbers, int number) => number == 0 || !numbers.Contains(number) ? numbers : [.. numbers.Where(n => n != number)];

    private static IReadOnlyList<DigestEvidence> Rest(IReadOnlyList<DigestEvidence> evidence, string id) => [.. evidence.Where(e => e.ArticleId != id)];
}
