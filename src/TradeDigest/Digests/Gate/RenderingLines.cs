using System.Globalization;

namespace TradeDigest.Digests;

/// <summary>Every line that a rendering of a digest may have, with how often.</summary>
internal static class RenderingLines
{
    /// <summary>Headings and other words of the templates themselves.</summary>
    private static readonly string[] Fixed =
    [
        "Trade digest", "Deadlines ahead", "In brief", "Sources", "Could not be read", "Unsubscribe", "On the web", "Contents",
        "Numbers in brackets are the sources. Every figure, name and quotation is traced to their words.",
    ];

    private static readonly string[] FixedOfStory = ["Facts", "Where the outlets differ", "Who said what", "Who is there", "Timeline", "Statement", "Value", "Sources", "Status", "Others:", "Others"];

    /// <summary>The lines, as they stand in the digest, in no order.</summary>
    public static IEnumerable<string> Of(Digest digest, DigestLinks links)
    {
        foreach (string line in Opening(digest, links).Concat(digest.Stories.SelectMany((s, i) => Story(s, i + 1))))
        {
            yield return line;
        }

        foreach (var d in digest.Deadlines)
        {
            yield return d.Countdown + d.When + Phrases.Deadline(d) + Phrases.References(d.Sources);
        }

        foreach (string line in digest.Stories.Select(s => s.Headline).Concat(digest.Briefs.Select(b => b.Headline)).Select(h => h.Text + Phrases.References(h.Sources)))
        {
            yield return line;
        }

        foreach (var source in digest.Sources)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"[{source.Number}]") + source.Title + Phrases.Imprint(source);
            yield return source.Url is null ? line : line + source.Url;
            yield return line;
        }

        foreach (var file in digest.Unreadable)
        {
            yield return Phrases.Unreadable(file);
        }
    }

    private static IEnumerable<string> Opening(Digest digest, DigestLinks links)
    {
        IEnumerable<string> lines = [.. Fixed, .. Fixed.Select(f => f.ToUpperInvariant()), digest.Subject, digest.Subject, digest.Preheader, Phrases.Dateline(digest), Phrases.Figures(digest.Figures), Phrases.Covers(digest)];
        var addresses = new[] { (Name: "On the web: ", Address: links.Page), (Name: "Unsubscribe: ", Address: links.Unsubscribe) }.Where(l => l.Address is not null);
        var folded = MailFold.All.SelectMany(f => new[] { Phrases.More(digest.Briefs.Count + Math.Max(0, digest.Stories.Count - f.Stories) - f.Briefs, "story", "stories"), Phrases.More(digest.Sources.Count - f.Sources, "source"),
            Phrases.More(digest.Deadlines.Count - f.Deadlines, "deadline"), Phrases.More(digest.Unreadable.Count - f.Unreadable, "file") });
        return lines.Concat(new[] { digest.Notice, digest.Foreword }.OfType<string>()).Concat(addresses.Select(a => a.Name + a.Address!.AbsoluteUri)).Concat(folded);
    }

    private static IEnumerable<string> Story(DigestStory story, int number)
    {
        string headline = string.Create(CultureInfo.InvariantCulture, $"{number}. ") + story.Headline.Text;
        IEnumerable<string> lines = [headline + Phrases.Standing(story), headline, .. FixedOfStory, .. FixedOfStory.Select(f => f.ToUpperInvariant())];
        var folded = MailFold.All.SelectMany(f => new[]
        {
            Phrases.More(story.Facts.Count - f.Facts, "fact"), Phrases.More(story.Differences.Count - f.Differences, "difference"),
            Phrases.More(story.Quotes.Count - f.Quotes, "quotation"), Phrases.More(story.Timeline.Count - f.Events, "event"),
        }.Concat(story.Delegations.Select(d => Phrases.More(d.People.Count - f.People, "person", "people"))));
        return lines.Concat(folded)
            .Concat(story.Sentences.Select(s => s.Text + Phrases.References(s.Sources)))
            .Concat(story.Facts.SelectMany(f => new[] { f.Label + ": " + f.Value + Phrases.References(f.Sources) + f.Status, f.Label + f.Value + Phrases.References(f.Sources) + f.Status }))
            .Concat(story.Differences.Select(d => d.Label + ": " + Phrases.Verdict(d.Verdict) + string.Concat(d.Values.Select(v => v.Value + Phrases.Reported(v)))))
            .Concat(story.Differences.Select(d => d.Label + ": " + Phrases.Verdict(d.Verdict) + string.Concat(d.Values.Select(v => "- " + v.Value + Phrases.Reported(v)))))
            .Concat(story.Quotes.SelectMany(q => new[] { "“" + q.Text + "”- " + Phrases.Speaker(q) + Phrases.References(q.Sources), "“" + q.Text + "”" + Phrases.Speaker(q) + Phrases.References(q.Sources) }))
            .Concat(story.Delegations.SelectMany(d => d.People.Select(p => Phrases.Person(p) + Phrases.References(p.Sources)).Append((d.Side ?? "Others") + ":")))
            .Concat(MailFold.All.SelectMany(f => Dated([.. story.Timeline.Take(f.Events)])).Distinct(StringComparer.Ordinal));
    }
    /// <summary>The events of each date with the date before them, as one line: so none gets under another's date.</summary>
    private static IEnumerable<string> Dated(IReadOnlyList<DigestEvent> timeline) => timeline.Index()
        .GroupBy(e => Enumerable.Range(0, e.Index + 1).Count(i => Phrases.When(timeline, i).Length > 0))
        .Select(g => string.Concat(g.Select(e => Phrases.When(timeline, e.Index) + e.Item.What + Phrases.References(e.Item.Sources))));
}
