using System.Text.Json.Serialization;
using TradeDigest.Facts;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>A day's digest: what every rendering says, and nothing more.</summary>
/// <remarks>The shape of its JSON is published as <c>Digests/digest.schema.json</c>.</remarks>
public sealed record Digest
{
    /// <summary>Version of the shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Date of the edition, in <see cref="TimeZone"/>.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Start of the time covered (inclusive).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the time covered (exclusive): the digest's as-of time.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>IANA name of the time zone of <see cref="Date"/>, <see cref="From"/> and <see cref="To"/>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The most important fact, in some 41 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>What goes on from the subject, in 40 to 90 characters.</summary>
    public required string Preheader { get; init; }

    /// <summary>The counts at the head.</summary>
    public required DigestFigures Figures { get; init; }

    /// <summary>What a reader must know first, where there is nothing new; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>What one reader is told of how this digest was put together for them; null in the digest that is for all. It is no part of the stored digest.</summary>
    [JsonIgnore]
    public string? Foreword { get; init; }

    /// <summary>Deadlines to come or just passed, soonest first.</summary>
    public required IReadOnlyList<DigestDeadline> Deadlines { get; init; }

    /// <summary>The stories in full, most important first.</summary>
    public required IReadOnlyList<DigestStory> Stories { get; init; }

    /// <summary>The remaining stories, in a line each, most important first.</summary>
    public required IReadOnlyList<DigestBrief> Briefs { get; init; }

    /// <summary>The articles, in the order of their numbers.</summary>
    public required IReadOnlyList<DigestSource> Sources { get; init; }

    /// <summary>Files that could not be read.</summary>
    public required IReadOnlyList<UnreadableFile> Unreadable { get; init; }
}

/// <summary>The digest in numbers.</summary>
public sealed record DigestFigures
{
    /// <summary>Articles received, copies included.</summary>
    public required int Articles { get; init; }

    /// <summary>Independent sources among them.</summary>
    public required int Sources { get; init; }

    public required int Stories { get; init; }

    /// <summary>Facts that no earlier digest had.</summary>
    public required int NewFacts { get; init; }

    /// <summary>Facts whose value differs from that of an earlier digest.</summary>
    public required int ChangedFacts { get; init; }

    /// <summary>Facts on which independent sources contradict each other.</summary>
    public required int Conflicts { get; init; }

    /// <summary>Articles that copy another.</summary>
    public required int Copies { get; init; }

    public required int Unreadable { get; init; }

    /// <summary>Statements that the gate stopped.</summary>
    public required int Stopped { get; init; }
}

/// <summary>A story, told.</summary>
public sealed record DigestStory
{
    /// <summary>Stable from day to day.</summary>
    public required string Id { get; init; }

    /// <summary>The title of one of its articles, or a sentence of one.</summary>
    public required DigestSentence Headline { get; init; }

    /// <summary>Which digest in days this is since the story was first told, from 1.</summary>
    public required int Day { get; init; }

    /// <summary>Independent sources of the day.</summary>
    public required int IndependentSources { get; init; }

    /// <summary>Numbers of its articles, copies without a number of their own left out.</summary>
    public required IReadOnlyList<int> Sources { get; init; }

    /// <summary>Two to five sentences of the articles.</summary>
    public required IReadOnlyList<DigestSentence> Sentences { get; init; }

    /// <summary>What the sources report, most important first.</summary>
    public required IReadOnlyList<DigestFact> Facts { get; init; }

    /// <summary>Where the outlets differ; empty where they do not.</summary>
    public required IReadOnlyList<DigestDifference> Differences { get; init; }

    /// <summary>Who said what.</summary>
    public required IReadOnlyList<DigestQuote> Quotes { get; init; }

    /// <summary>Who takes part, a side at a time.</summary>
    public required IReadOnlyList<DigestDelegation> Delegations { get; init; }

    /// <summary>What happened when, oldest first.</summary>
    public required IReadOnlyList<DigestEvent> Timeline { get; init; }
}

/// <summary>Words of an article, and where they stand.</summary>
/// <param name="Text">The words.</param>
/// <param name="ArticleId">The article whose words they are.</param>
/// <param name="Start">UTF-16 offset into the article's text; -1 where they are its title.</param>
/// <param name="End">Offset behind the last character; -1 where they are its title.</param>
/// <param name="Sources">Numbers of the articles that say so.</param>
public sealed record DigestSentence(string Text, string ArticleId, int Start, int End, IReadOnlyList<int> Sources);

/// <summary>A row of the table of facts.</summary>
public sealed record DigestFact
{
    /// <summary>The fact's kind, as facts have it (<c>tariff</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about (<c>US tariffs on goods from China</c>).</summary>
    public required string Label { get; init; }

    /// <summary>The value that stands (<c>24% → 12%, 2 March 2026</c>).</summary>
    public required string Value { get; init; }

    /// <summary>Numbers of the articles of this digest that report it; empty where only earlier ones do.</summary>
    public required IReadOnlyList<int> Sources { get; init; }

    /// <summary>Independent sources of the value that stands, earlier digests' included.</summary>
    public required int IndependentSources { get; init; }

    /// <summary>How the sources agree.</summary>
    public required FactVerdict Verdict { get; init; }

    /// <summary>What has become of it since the last digest.</summary>
    public required FactChange Change { get; init; }

    /// <summary>The two in words (<c>confirmed, now 3 sources</c>).</summary>
    public required string Status { get; init; }

    /// <summary>The report of the value that stood before, of a changed fact; null otherwise.</summary>
    public DigestEvidence? Before { get; init; }

    /// <summary>Date of the last digest that had it.</summary>
    public DateOnly? BeforeDate { get; init; }

    /// <summary>A percentage for a bar, 0 to 100; null where a bar says nothing.</summary>
    public decimal? Bar { get; init; }

    /// <summary>What the row rests on.</summary>
    public required IReadOnlyList<DigestEvidence> Evidence { get; init; }
}

/// <summary>The words that a row rests on.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Start">UTF-16 offset into its text.</param>
/// <param name="End">Offset behind the last character.</param>
/// <param name="Text">The words.</param>
/// <param name="Fact">The fact read from them.</param>
public sealed record DigestEvidence(string ArticleId, int Start, int End, string Text, Fact Fact);

/// <summary>A fact on which sources are not of one mind or not equally precise.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Verdict">How the sources differ.</param>
/// <param name="Values">What they say, the best supported first.</param>
public sealed record DigestDifference(string Label, FactVerdict Verdict, IReadOnlyList<DigestVariant> Values);

/// <summary>One of several values, and who reports it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Sources">Numbers of the articles of this digest.</param>
/// <param name="Since">Day of the earliest report.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record DigestVariant(string Value, IReadOnlyList<int> Sources, DateOnly Since, IReadOnlyList<DigestEvidence> Evidence);

/// <summary>Somebody's own words.</summary>
/// <param name="Text">The words, verbatim.</param>
/// <param name="Speaker">Who said them; null where no article tells.</param>
/// <param name="Role">The speaker's role.</param>
/// <param name="Sources">Numbers of the articles that have them.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record DigestQuote(string Text, string? Speaker, string? Role, IReadOnlyList<int> Sources, DigestEvidence Evidence);

/// <summary>The people of one side.</summary>
/// <param name="Side">The party's name; null where no article tells.</param>
/// <param name="People">Its people.</param>
public sealed record DigestDelegation(string? Side, IReadOnlyList<DigestPerson> People);

/// <summary>A person who takes part.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Role">Office.</param>
/// <param name="Sources">Numbers of the articles that name the person.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record DigestPerson(string Name, string? Role, IReadOnlyList<int> Sources, DigestEvidence Evidence);

/// <summary>Something that happened, or is to happen, at a date.</summary>
/// <param name="Date">The date as the articles give it, ISO 8601 to their precision.</param>
/// <param name="When">The date in words.</param>
/// <param name="What">What happened.</param>
/// <param name="Sources">Numbers of the articles.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record DigestEvent(string Date, string When, string What, IReadOnlyList<int> Sources, IReadOnlyList<DigestEvidence> Evidence);

/// <summary>A deadline.</summary>
public sealed record DigestDeadline
{
    /// <summary>The date as the articles give it, ISO 8601 to their precision.</summary>
    public required string Date { get; init; }

    /// <summary>The date in words.</summary>
    public required string When { get; init; }

    /// <summary>Days from the edition's date to the date's last possible day; 0 for today; negative when it has passed.</summary>
    public required int Days { get; init; }

    /// <summary>The same in words (<c>in 29 days</c>).</summary>
    public required string Countdown { get; init; }

    /// <summary>What ends or must be done.</summary>
    public required string What { get; init; }

    /// <summary>The date that it replaces, in words; null where it is the first.</summary>
    public string? Was { get; init; }

    /// <summary>The story it belongs to.</summary>
    public required string StoryId { get; init; }

    /// <summary>Numbers of the articles of this digest that give it; empty where only earlier ones did.</summary>
    public required IReadOnlyList<int> Sources { get; init; }

    /// <summary>What it rests on.</summary>
    public required IReadOnlyList<DigestEvidence> Evidence { get; init; }
}

/// <summary>A story in one line.</summary>
/// <param name="StoryId">Stable from day to day.</param>
/// <param name="Headline">The title of one of its articles, or a sentence of one.</param>
/// <param name="IndependentSources">Independent sources of the day.</param>
public sealed record DigestBrief(string StoryId, DigestSentence Headline, int IndependentSources);

/// <summary>An article that the digest cites by its number.</summary>
public sealed record DigestSource
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string ArticleId { get; init; }

    /// <summary>Its title, or its first words, or its file's name.</summary>
    public required string Title { get; init; }

    public string? Publisher { get; init; }

    public required DateOnly PublishedAt { get; init; }

    /// <summary>Its address; http or https only.</summary>
    public string? Url { get; init; }

    /// <summary>The wire service that it credits.</summary>
    public string? Wire { get; init; }

    /// <summary>Copies of it among the day's articles.</summary>
    public required int Copies { get; init; }
}
