using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>The deadlines of the day's stories and of earlier ones, counted down.</summary>
internal static class DeadlineList
{
    private const int PassedShown = 1;

    /// <summary>The deadlines, soonest first; one that passed stands in the first digest after it.</summary>
    public static IReadOnlyList<DigestDeadline> Of(IReadOnlyList<StoryDraft> stories, StoryArchive earlier, SourceNumbers numbers, DateOnly today)
    {
        var told = stories.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var ledgers = stories.Select(s => (s.Id, Entries: s.Entries.Select(e => e.Entry)))
            .Concat(earlier.Stories.Where(s => !told.Contains(s.Id))
                .Select(s => (s.Id, Entries: (IEnumerable<LedgerEntry>)new FactLedger(new SourceGroups(s.Sources)).Entries(s.Reports.Where(r => r.Fact is DeadlineFact)))));
        return [.. ledgers
            .SelectMany(l => l.Entries.Where(e => e.Current.Fact is DeadlineFact { Date: not null, Subject: not null }).Select(e => Deadline(l.Id, e, numbers, today)))
            .Where(d => d.Days >= -PassedShown)
            .OrderBy(d => d.Days).ThenBy(d => d.What, StringComparer.Ordinal).ThenBy(d => d.StoryId, StringComparer.Ordinal)];
    }

    private static DigestDeadline Deadline(string story, LedgerEntry entry, SourceNumbers numbers, DateOnly today)
    {
        var fact = (DeadlineFact)entry.Current.Fact;
        var before = entry.Verdict == FactVerdict.Superseded ? entry.Variants.Skip(1).FirstOrDefault(v => v.Fact is DeadlineFact { Date: not null }) : null;
        int days = fact.Date!.Value.Last.DayNumber - today.DayNumber;
        return new DigestDeadline
        {
            Date = fact.Date.Value.ToString(),
            When = Wording.Date(fact.Date.Value),
            Days = days,
            Countdown = Wording.Countdown(days, fact.Date.Value.Day == 0),
            What = PlainText.Line(EventWording.Deadline(fact), 120),
            Was = before is null ? null : Wording.Date(((DeadlineFact)before.Fact).Date!.Value),
            StoryId = story,
            Sources = numbers.Of(entry.Current.Reports),
            Evidence = [.. StoryTeller.Evidence(entry.Current), .. before is null ? [] : StoryTeller.Evidence(before)],
        };
    }
}
