using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Tells a story over all its days from the ledger that the digests keep of it. What does not trace to the words that it rests on is left out, as in a digest.</summary>
public static class StoryHistory
{
    private const int EventsAtMost = 60;

    /// <summary>The story as it stands after its last digest.</summary>
    public static StoryDocument Of(StoryLedger story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var groups = new SourceGroups(story.Sources);
        var numbers = story.Sources.Index().ToDictionary(s => s.Item.ArticleId, s => s.Index + 1, StringComparer.Ordinal);
        IReadOnlyList<int> Numbers(IEnumerable<FactReport> reports) =>
            [.. reports.Select(r => numbers.GetValueOrDefault(r.ArticleId)).Where(n => n > 0).Distinct().Order()];

        var entries = Restated.LeftOut(FactChanges.Of(new FactLedger(groups), story.Reports, story.LastEdition));
        string Label(LedgerVariant value) => FactWording.Label(StoryTeller.Told(value), StoryGoods.In(entries, value.Fact));
        var told = entries.Select(e => e.Entry)
            .Where(e => e.Current.Fact is not (QuoteFact or DelegateFact) && FactWording.Value(StoryTeller.Told(e.Current)).Length > 0)
            .Select(e => new ToldEntry(e, Label(e.Current), groups, Numbers)).Where(e => e.IsTraced)
            .OrderByDescending(e => e.Entry.Verdict == FactVerdict.Conflict).ThenByDescending(e => e.Entry.Current.IndependentSources)
            .ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Values[0].Value, StringComparer.Ordinal).ToList();
        return new StoryDocument
        {
            Id = story.Id,
            Headline = story.Headline,
            FirstEdition = story.FirstEdition,
            LastEdition = story.LastEdition,
            IndependentSources = groups.Count(story.Sources.Select(s => s.ArticleId)),
            Days = [.. story.Sources.GroupBy(s => s.Edition).OrderByDescending(d => d.Key).Select(d => new StoryDay(d.Key, [.. d.Select(s => numbers[s.ArticleId]).Order()], News(told, d.Key, Numbers)))],
            Facts = [.. told.Select(e => new StoryFact { Kind = e.Kind, Label = e.Label, Verdict = e.Entry.Verdict, Values = e.Values })],
            Figures = ComparableFigures.Of(told.Select(e => (e.Entry, e.Label)), Numbers),
            Timeline = [.. StoryTimeline.Of(entries.Select(e => e.Entry.Current), Numbers, EventsAtMost)
                .Where(e => new Grounds().Facts(e.Evidence).Untraced(e.What, OpeningLines.OwnWords) is null)],
            Quotes = Quotes(entries, Numbers),
            Sources = [.. story.Sources.Select(s => Source(s, numbers[s.ArticleId]))],
        };
    }

    private static List<StoryNews> News(List<ToldEntry> told, DateOnly day, Func<IEnumerable<FactReport>, IReadOnlyList<int>> numbers) =>
        [.. told.SelectMany(e => e.Entry.Variants
            .Where(v => v.Reports.Min(r => r.Edition) == day && FactWording.Value(StoryTeller.Told(v)).Length > 0)
            .Select(v => (Entry: e, Variant: v, Reports: v.Reports.Where(r => r.Edition == day).ToList())))
            .Select(n => new StoryNews(
                n.Entry.Label, FactWording.Value(StoryTeller.Told(n.Variant)), n.Entry.Entry.Reports.Min(r => r.Edition) < day, numbers(n.Reports), [.. n.Reports.Select(StoryTeller.Evidence)]))
            .OrderByDescending(n => n.IsFurther)];

    private static List<DigestQuote> Quotes(IReadOnlyList<ChangedEntry> entries, Func<IEnumerable<FactReport>, IReadOnlyList<int>> numbers) =>
        [.. entries.Where(e => e.Entry.Current.Fact is QuoteFact { Text.Length: >= StoryTeller.ShortestQuote })
            .Select(e => (Quote: (QuoteFact)e.Entry.Current.Fact, e.Entry.Current.Reports))
            .OrderBy(q => q.Reports[0].Published).ThenBy(q => q.Reports[0].ArticleId, StringComparer.Ordinal).ThenBy(q => q.Quote.Evidence.Start)
            .Select(q => StoryTeller.Quote(q.Quote, q.Reports, numbers(q.Reports)))];

    private static StoryArticleSource Source(StorySource source, int number) => new()
    {
        Number = number,
        ArticleId = source.ArticleId,
        Title = PlainText.Line(source.Title ?? "", 140) is { Length: > 0 } title ? title : source.ArticleId,
        Publisher = source.Publisher is null ? null : PlainText.Line(source.Publisher, 80),
        Url = WebAddress.Parse(source.Url),
        Wire = source.Wire is null ? null : PlainText.Line(source.Wire, 80),
        CopyOf = source.CopyOf,
        PublishedAt = source.PublishedAt,
        Edition = source.Edition,
    };

    /// <summary>An entry in words.</summary>
    private sealed class ToldEntry
    {
        public ToldEntry(LedgerEntry entry, string label, SourceGroups groups, Func<IEnumerable<FactReport>, IReadOnlyList<int>> numbers)
        {
            (Entry, Label) = (entry, label);
            Values = [.. entry.Variants
                .Select(v => new StoryValue
                {
                    Value = FactWording.Value(StoryTeller.Told(v)),
                    Stands = v.Stands || ReferenceEquals(v, entry.Current),
                    Sources = numbers(v.Reports),
                    IndependentSources = groups.Count(v.Reports.Select(r => r.ArticleId)),
                    Since = v.Reports.Min(r => r.Edition),
                    Evidence = StoryTeller.Evidence(v),
                })
                .Where(v => v.Value.Length > 0)];
        }

        public LedgerEntry Entry { get; }

        public string Label { get; }

        public string Kind => StoryTeller.KindName(Entry.Current.Fact);

        public IReadOnlyList<StoryValue> Values { get; }

        public bool IsTraced => Values.Count > 0 && new Grounds().Facts(Values[0].Evidence).Untraced(Label, OpeningLines.OwnWords) is null
            && Values.All(v => new Grounds().Facts(v.Evidence).Untraced(v.Value, OpeningLines.OwnWords) is null);
    }
}
