using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Makes a day's digest: groups the articles into stories, compares their sources with each other and with earlier digests, and tells what came of it.</summary>
/// <remarks>Pure: the same request gives the same composition, whatever the order of its articles. Safe for any number of threads.</remarks>
public sealed class DigestComposer
{
    private readonly StoryDrafts _drafts = new();

    /// <summary>Composes the digest of <paramref name="request"/>. What does not trace to an article is left out, and listed in <see cref="DigestComposition.Stopped"/>.</summary>
    public DigestComposition Compose(DigestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stopped = new List<StoppedStatement>();
        var articles = Distinct(request.Articles);
        var sound = articles.ConvertAll(a => a with { Document = a.Document with { Facts = FactGate.Sound(a, stopped) } });
        var stories = _drafts.Of(sound, request.Earlier, request.Date);
        var numbers = new SourceNumbers(stories);
        var teller = new StoryTeller(numbers, request.Date);
        var told = stories.ConvertAll(teller.Tell);
        var digest = Assemble(request, articles, stories, told, numbers);
        var gate = new DigestGate(articles.ToDictionary(a => a.Document.Id, StringComparer.Ordinal), request.Earlier, stopped);
        digest = gate.Opening(OpeningLines.Write(gate.Statements(digest)));
        digest = digest with { Figures = digest.Figures with { Stopped = stopped.Count }, Notice = ErasureNotice.Add(AnalystNotice.Add(digest.Notice, articles), request.Erased) };
        return new DigestComposition(digest, ArchiveKeeper.Next(request.Earlier, stories, digest, request.Date), stopped);
    }

    private static List<DigestArticle> Distinct(IReadOnlyList<DigestArticle> articles)
    {
        var distinct = articles.DistinctBy(a => a.Document.Id, StringComparer.Ordinal).ToList();
        var replaced = distinct.Select(a => a.Document.Article.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. distinct.Where(a => !replaced.Contains(a.Document.Id)).OrderBy(a => a.Document.Article.PublishedAt).ThenBy(a => a.Document.Id, StringComparer.Ordinal)];
    }

    private static Digest Assemble(
        DigestRequest request, List<DigestArticle> articles, List<StoryDraft> stories, List<DigestStory> told, SourceNumbers numbers)
    {
        const int ToldInFull = 12;
        var unreadable = request.Unreadable.Distinct().OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Reason, StringComparer.Ordinal)
            .Select(u => new UnreadableFile(PlainText.Line(u.Name, 120), u.Reason)).ToList();
        var digest = new Digest
        {
            Date = request.Date,
            From = TimeZoneInfo.ConvertTime(request.From, request.Zone),
            To = TimeZoneInfo.ConvertTime(request.To, request.Zone),
            TimeZone = request.Zone.Id,
            Subject = "",
            Preheader = "",
            Figures = new DigestFigures
            {
                Articles = articles.Count,
                Sources = new SourceGroups(stories.SelectMany(s => s.Sources)).Count(articles.Select(a => a.Document.Id)),
                Stories = stories.Count,
                NewFacts = 0,
                ChangedFacts = 0,
                Conflicts = 0,
                Copies = stories.Sum(s => s.Copies.Count),
                Unreadable = unreadable.Count,
                Stopped = 0,
            },
            Deadlines = DeadlineList.Of(stories, request.Earlier, numbers, request.Date),
            Stories = [.. told.Take(ToldInFull)],
            Briefs = [.. told.Skip(ToldInFull).Select(s => new DigestBrief(s.Id, s.Headline, s.IndependentSources))],
            Sources = numbers.Sources,
            Unreadable = unreadable,
        };
        return digest;
    }
}
