
namespace TradeDigest.Digests;

/// <summary>Orders a digest by a reader's interests: nothing is added and nothing left out.</summary>
public static class PersonalDigest
{
    /// <summary>The digest with the stories that meet most of the interests first, others in their order after them, subject and preheader by what is first now,
    /// and a line that says so.</summary>
    public static Digest For(Digest digest, ReaderInterests interests)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(interests);
        if (interests.IsEmpty || digest.Stories.Count + digest.Briefs.Count == 0)
        {
            return digest;
        }

        var matcher = new InterestMatcher(interests);
        var deadlines = digest.Deadlines.Select(d => d.StoryId).ToHashSet(StringComparer.Ordinal);
        var scored = digest.Stories.Select(s => (Story: s, Score: matcher.Score(s, deadlines.Contains(s.Id)))).ToList();
        int met = scored.Count(s => s.Score > 0);
        var ordered = digest with
        {
            Stories = [.. scored.OrderByDescending(s => s.Score).Select(s => s.Story)],
            Briefs = [.. digest.Briefs.OrderByDescending(matcher.Score)],
            Foreword = Join(digest.Foreword, met == 0
                ? $"No story told in full is on your interests ({interests})."
                : Wording.Count(met, "story", "stories") + $" on your interests ({interests}) " + (met == 1 ? "comes" : "come") + " first."),
        };
        return digest.Stories.Count > 0 && ordered.Stories[0].Id != digest.Stories[0].Id ? Reopened(ordered) : ordered;
    }

    /// <summary>The digest of a week as its readers get it.</summary>
    public static Digest OfWeek(Digest digest, int days)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest with
        {
            Subject = "The week: " + digest.Subject,
            Foreword = Join(digest.Foreword, "Your weekly digest: all that " + (days == 1 ? "one daily digest" : Wording.Count(days, "daily digest")) + " told, compared anew as one."),
        };
    }

    /// <summary>The opening lines written anew. They are made of rows that the gate let through, and held against the digest once more.</summary>
    private static Digest Reopened(Digest ordered)
    {
        var opened = OpeningLines.Write(ordered);
        return new DigestGate(new Dictionary<string, DigestArticle>(StringComparer.Ordinal), Stories.StoryArchive.Empty, [])
            .Opening(opened) with { Figures = ordered.Figures, Notice = ordered.Notice };
    }

    private static string Join(string? first, string second) => first is null ? second : first + " " + second;
}
