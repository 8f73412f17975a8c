using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Tells a story: headline, sentences, table of facts, differences, quotations, people and timeline.</summary>
internal sealed class StoryTeller(SourceNumbers numbers, DateOnly today)
{
    /// <summary>Characters from which somebody's words are worth quoting.</summary>
    public const int ShortestQuote = 25;

    private const int SentencesAtMost = 5;

    /// <summary>The story as the digest has it.</summary>
    public DigestStory Tell(StoryDraft story)
    {
        var rows = story.Entries.Where(e => e.Entry.Current.Fact is not (QuoteFact or DelegateFact or DeadlineFact) && FactWording.Value(e.Entry.Current.Fact).Length > 0)
            .OrderBy(e => Rank(e) > 0 && IsVague(story, e.Entry.Current)).ThenBy(Rank).ThenByDescending(e => e.Entry.Current.IndependentSources).ThenBy(e => KindRank(e.Entry.Current.Fact))
            .ThenBy(e => Label(story, e.Entry.Current), StringComparer.Ordinal).ThenBy(e => FactWording.Value(e.Entry.Current.Fact), StringComparer.Ordinal)
            .Select(e => Row(story, e)).ToList();
        return new DigestStory
        {
            Id = story.Id,
            Headline = StorySentences.Headline(story, numbers),
            Day = today.DayNumber - story.FirstEdition.DayNumber + 1,
            IndependentSources = story.IndependentSources,
            Sources = numbers.Of(story.Articles.Select(a => a.Document.Id)),
            Sentences = StorySentences.Choose(story, numbers, SentencesAtMost),
            Facts = rows,
            Differences = [.. story.Entries.Where(IsDifference).OrderByDescending(e => e.Entry.Verdict)
                .ThenBy(e => Label(story, e.Entry.Current), StringComparer.Ordinal).Select(e => Difference(story, e.Entry))],
            Quotes = Quotes(story),
            Delegations = Delegations(story),
            Timeline = StoryTimeline.Of(story.Entries.Select(e => e.Entry.Current), numbers.Of),
        };
    }

    /// <summary>What a value rests on: its reports of the day, or the earlier ones where there are none.</summary>
    public static IReadOnlyList<DigestEvidence> Evidence(LedgerVariant variant) =>
        [.. variant.Reports.OrderByDescending(r => r.Edition).ThenBy(r => r.Published).ThenBy(r => r.ArticleId, StringComparer.Ordinal).Select(Evidence)];

    /// <summary>The fact that a value's reports tell together: of an agreement, what one report leaves open another may give.</summary>
    public static Fact Told(LedgerVariant variant) => variant.Fact is not AgreementFact
        ? variant.Fact
        : variant.Reports.Select(r => r.Fact).OfType<AgreementFact>().Aggregate((AgreementFact)variant.Fact, (told, other) => told with
        {
            Parties = told.Parties is { Count: > 0 } ? told.Parties : other.Parties,
            Place = told.Place ?? other.Place,
            Subject = ContentWords.Of(other.Subject ?? "").Count > ContentWords.Of(told.Subject ?? "").Count ? other.Subject : told.Subject,
            Date = told.Date is not { } date || (other.Date is { } narrower && date.Includes(narrower)) ? other.Date ?? told.Date : date,
            DurationDays = told.DurationDays ?? other.DurationDays,
            Evidence = told.DurationDays is null && other.DurationDays is not null ? other.Evidence : told.Evidence,
        });

    private static string Label(StoryDraft story, LedgerVariant variant) => FactWording.Label(Told(variant), StoryGoods.In(story.Entries, variant.Fact));

    /// <summary>Whether a row does not say what its figure or its event is about.</summary>
    private static bool IsVague(StoryDraft story, LedgerVariant variant) => Told(variant) switch
    {
        ShareFact f => f.Commodity is null && StoryGoods.In(story.Entries, f) is null,
        StatisticFact f => f.Metric is null || (f.Area is null && f.Goods is null),
        TariffFact f => f.Imposer is null && f.Goods is null,
        ForecastFact f => f.Metric is null,
        MeasureFact f => f.Actor is null || f.Object is null,
        AgreementFact f => f.Parties is not { Count: > 0 } && f.Place is null,
        CommitmentFact f => f.Actor is null || f.Object is null,
        MeetingFact f => f.Parties is not { Count: > 0 },
        CallFact f => f.Participants is not { Count: > 0 },
        _ => false,
    };

    /// <summary>What a report rests on.</summary>
    public static DigestEvidence Evidence(FactReport report) =>
        new(report.ArticleId, report.Fact.Evidence.Start, report.Fact.Evidence.End, report.Fact.Evidence.Text, report.Fact);

    private DigestFact Row(StoryDraft story, ChangedEntry entry)
    {
        var current = entry.Entry.Current;
        bool contested = entry.Entry.Verdict == FactVerdict.Conflict;
        var shown = contested ? entry.Entry.Variants : [current];
        return new DigestFact
        {
            Kind = KindName(current.Fact),
            Label = Label(story, current),
            Value = string.Join(" or ", shown.Select(v => FactWording.Value(Told(v))).Distinct(StringComparer.Ordinal)),
            Sources = numbers.Of(shown.SelectMany(v => v.Reports)),
            IndependentSources = current.IndependentSources,
            Verdict = entry.Entry.Verdict,
            Change = entry.Change,
            Status = StatusWording.Of(entry),
            Before = entry.Change == FactChange.Changed && entry.Before is { } before ? Evidence(before) : null,
            BeforeDate = entry.Change == FactChange.Changed ? entry.BeforeEdition : null,
            Bar = contested ? null : FactWording.Bar(current.Fact),
            Evidence = [.. shown.SelectMany(Evidence)],
        };
    }

    /// <summary>Whether the sources differ on an entry. That a value has moved since an earlier digest is a change, not a difference, unless it resolves one.</summary>
    private bool IsDifference(ChangedEntry entry) => entry.Entry.Current.Fact is not (QuoteFact or DelegateFact)
        && (entry.Entry.Verdict == FactVerdict.Conflict || entry.Change == FactChange.Resolved
            || (entry.Entry.Verdict == FactVerdict.Superseded && entry.Entry.Variants.Count(v => v.Reports.Any(r => r.Edition == today)) > 1)
            || (entry.Entry.Verdict is FactVerdict.Rounding or FactVerdict.LessPrecise && Values(entry.Entry).Count > 1));

    private DigestDifference Difference(StoryDraft story, LedgerEntry entry) => new(Label(story, entry.Current), entry.Verdict, Values(entry));

    /// <summary>The values as the sources give them: of a contested fact the values, of one that is given more or less precisely the wordings.</summary>
    private List<DigestVariant> Values(LedgerEntry entry) =>
        [.. entry.Variants.SelectMany(v => v.Reports.GroupBy(r => FactWording.Value(r.Fact), StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0)
            .OrderByDescending(g => g.Key == FactWording.Value(v.Fact)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DigestVariant(g.Key, numbers.Of(g), g.Min(r => r.Published), [.. g.Select(Evidence)])))];

    private List<DigestQuote> Quotes(StoryDraft story)
    {
        const int Quotes = 5;
        var said = story.Entries.Where(e => e.Change == FactChange.New && e.Entry.Current.Fact is QuoteFact { Text.Length: >= ShortestQuote });
        return [.. said.OrderByDescending(e => e.Entry.Current.IndependentSources)
            .ThenByDescending(e => ((QuoteFact)e.Entry.Current.Fact).Speaker is not null)
            .ThenBy(e => e.Entry.Current.Reports[0].Published).ThenBy(e => e.Entry.Current.Reports[0].ArticleId, StringComparer.Ordinal)
            .ThenBy(e => e.Entry.Current.Fact.Evidence.Start)
            .Take(Quotes).Select(e =>
            {
                var quote = (QuoteFact)e.Entry.Current.Fact;
                return Quote(quote, e.Entry.Current.Reports, numbers.Of(e.Entry.Current.Reports));
            })];
    }

    /// <summary>Somebody's own words, from the report that has them.</summary>
    public static DigestQuote Quote(QuoteFact quote, IReadOnlyList<FactReport> reports, IReadOnlyList<int> sources) => new(
        PlainText.Line(quote.Text!, 600).TrimEnd(','), Name(quote.Speaker), Line(quote.Role), sources, Evidence(reports.First(r => ReferenceEquals(r.Fact, quote))));

    private List<DigestDelegation> Delegations(StoryDraft story) =>
        [.. story.Entries.Where(e => e.Entry.Current.Fact is DelegateFact { Name.Length: > 0 } && e.Entry.Current.Reports.Any(r => r.Edition == today))
            .GroupBy(e => ((DelegateFact)e.Entry.Current.Fact).Side, StringComparer.Ordinal)
            .OrderByDescending(side => side.Count()).ThenBy(side => side.Key, StringComparer.Ordinal)
            .Select(side => new DigestDelegation(Name(side.Key), [.. side
                .OrderByDescending(e => e.Entry.Current.IndependentSources).ThenBy(e => ((DelegateFact)e.Entry.Current.Fact).Name, StringComparer.Ordinal)
                .Select(e =>
                {
                    var person = (DelegateFact)e.Entry.Current.Fact;
                    return new DigestPerson(Line(person.Name)!, Line(person.Role), numbers.Of(e.Entry.Current.Reports), Evidence(e.Entry.Current.Reports.First(r => ReferenceEquals(r.Fact, person))));
                })]))];

    private static string? Name(string? party) => party is null ? null : Line(PartyLabels.Of(party));

    private static string? Line(string? text) => text is null ? null : PlainText.Line(text, 120);

    private static int Rank(ChangedEntry entry) => entry switch
    {
        { Entry.Verdict: FactVerdict.Conflict, Change: FactChange.New or FactChange.Disputed } => 0,
        { Change: FactChange.Changed or FactChange.Resolved } => 1,
        { Entry.Verdict: FactVerdict.Conflict } => 2,
        { Change: FactChange.Confirmed } => 3,
        { Change: FactChange.New } => 3,
        _ => 5,
    };

    private static int KindRank(Fact fact) => fact switch
    {
        TariffFact => 0,
        StatisticFact => 1,
        AgreementFact => 2,
        CommitmentFact => 3,
        MeasureFact => 4,
        ForecastFact => 5,
        ShareFact => 6,
        MeetingFact => 7,
        CallFact => 8,
        _ => 9,
    };

    /// <summary>The kind of a fact, as its JSON has it.</summary>
    public static string KindName(Fact fact)
    {
        string name = fact.GetType().Name;
        return name[..^"Fact".Length].ToLowerInvariant();
    }
}
