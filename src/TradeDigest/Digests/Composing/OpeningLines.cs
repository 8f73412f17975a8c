using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Writes what a reader sees first: counts, subject, preheader, and the notice of a day without news.</summary>
internal static class OpeningLines
{
    private const int SubjectAtMost = 60;
    private const int SubjectWanted = 54;
    private const int RowsLookedAt = 4;
    private const int PreheaderAtLeast = 40;
    private const int PreheaderAtMost = 90;

    /// <summary>Words with a capital that are the digest's own.</summary>
    public static readonly string[] OwnWords = ["Nothing", "No", "Deadline", "Covers", .. FactWording.OwnWords];

    /// <summary>The digest with its counts, subject, preheader and notice.</summary>
    public static Digest Write(Digest digest)
    {
        var rows = digest.Stories.SelectMany(s => s.Facts).ToList();
        var counted = digest with
        {
            Figures = digest.Figures with
            {
                NewFacts = rows.Count(r => r.Change == FactChange.New),
                ChangedFacts = rows.Count(r => r.Change == FactChange.Changed),
                Conflicts = rows.Count(r => r.Verdict == FactVerdict.Conflict),
            },
        };
        bool news = digest.Stories.Any(s => s.Day == 1) || rows.Exists(r => r.Change is not (FactChange.Unchanged or FactChange.Expired));
        var notice = digest.Stories.Count == 0 ? "No articles arrived: there is nothing new to report."
            : news ? null
            : "Nothing new: the day's articles repeat what earlier digests had.";
        counted = counted with { Notice = notice, Subject = Subject(counted, notice) };
        return counted with { Preheader = Preheader(counted, notice) };
    }

    /// <summary>The subject where no better one can be traced.</summary>
    public static string PlainSubject(Digest digest) => "Trade digest, " + Wording.Date(digest.Date);

    /// <summary>The preheader where no better one can be traced.</summary>
    public static string PlainPreheader(Digest digest) =>
        Wording.Count(digest.Figures.Articles, "article") + ", " + Wording.Count(digest.Figures.Stories, "story", "stories") + ".";

    /// <summary>The counts that an opening may name.</summary>
    public static IEnumerable<int> Counts(Digest digest) =>
    [
        digest.Figures.Articles, digest.Figures.Sources, digest.Figures.Stories, digest.Figures.NewFacts, digest.Figures.ChangedFacts, digest.Figures.Conflicts,
        digest.Figures.Copies, digest.Figures.Unreadable, .. digest.Stories.SelectMany(s => s.Facts).Select(f => f.IndependentSources),
    ];

    private static string Subject(Digest digest, string? notice)
    {
        if (notice is not null)
        {
            return (digest.Stories.Count == 0 ? "No trade news, " : "Nothing new, ") + Wording.Date(digest.Date);
        }

        var story = digest.Stories[0];
        return Told(story).Take(RowsLookedAt).SelectMany(f => new[] { Line(f), ShortLine.Of(f) }).FirstOrDefault(l => l.Length <= SubjectWanted)
            ?? PlainText.Line(story.Headline.Text, SubjectAtMost);
    }

    private static string Preheader(Digest digest, string? notice)
    {
        var pieces = new List<string>();
        if (notice is null)
        {
            pieces.AddRange(Told(digest.Stories[0]).Where(f => Line(f) != digest.Subject && ShortLine.Of(f) != digest.Subject).Select(ShortLine.Of).Take(1));
        }

        pieces.AddRange(digest.Deadlines.Where(d => d.Days >= 0 && d.What != "deadline").Take(1).Select(d => "Deadline " + d.Countdown + ": " + d.What));
        string line = PlainPreheader(digest);
        foreach (string piece in pieces.AsEnumerable().Reverse())
        {
            string longer = piece + ". " + line;
            line = longer.Length <= PreheaderAtMost ? longer : line;
        }

        string covers = " Covers " + Wording.Date(DateOnly.FromDateTime(digest.From.DateTime)) + " to " + Wording.Date(digest.Date) + ".";
        return line.Length < PreheaderAtLeast ? line + covers : line;
    }

    private static IEnumerable<DigestFact> Told(DigestStory story) => story.Facts.Where(f => f.Change is not (FactChange.Unchanged or FactChange.Expired) && f.Kind is not ("meeting" or "call"));

    private static string Line(DigestFact fact) => fact.Label + ": " + fact.Value;
}
