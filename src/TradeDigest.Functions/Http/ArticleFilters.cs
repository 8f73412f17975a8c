using Microsoft.AspNetCore.Http;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;
using TradeDigest.Queries;

namespace TradeDigest.Functions.Http;

/// <summary>The query parameters by which articles and facts are chosen.</summary>
public sealed class ArticleFilters(DigestSchedule schedule, PartyFinder parties)
{
    internal static readonly QueryParameter<DateOnly?> Date = QueryParameter.Day("date", "One day, in the digest's time zone.");
    internal static readonly QueryParameter<DateOnly?> From = QueryParameter.Day("from", "The first day.");
    internal static readonly QueryParameter<DateOnly?> To = QueryParameter.Day("to", "The last day.");
    internal static readonly QueryParameter<string?> Words = QueryParameter.Text(
        "q", "Words that must all occur in title, byline, publisher, headline or text; phrases in quotation marks. Case, accents and punctuation do not count.");
    internal static readonly QueryParameter<string?> Party = QueryParameter.Text("party", "A party of a fact: its code (CN, EU, WTO) or its name.", 100);
    internal static readonly QueryParameter<string?> Kind = QueryParameter.Choice("kind", "The kind of a fact.", FactKinds.All);
    internal static readonly QueryParameter<string?> Publisher = QueryParameter.Text("publisher", "Who publishes the article. Case and accents do not count.", 200);

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<QueryParameter> All { get; } = [Date, From, To, Words, Party, Kind, Publisher];

    /// <summary>What the query asks for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="byFact">Whether the days are those that facts are about, and not those of receipt.</param>
    /// <exception cref="ProblemException">Days that contradict each other, or nothing to search for.</exception>
    internal ArticleFilter Read(RequestQuery query, bool byFact = false)
    {
        var (from, to) = DaysOf(query);
        string? words = query.Of(Words), party = query.Of(Party);
        var filter = new ArticleFilter
        {
            Terms = words is null ? null : SearchTerms.Parse(words) ?? throw Bad("‘q’ holds no word", "Give at least one letter or digit to search for."),
            Party = party is null ? null : parties.Find(party),
            Kind = query.Of(Kind),
            Publisher = query.Of(Publisher),
        };
        return byFact
            ? filter with { FactsFrom = from, FactsTo = to }
            : filter with { From = from is { } first ? schedule.StartOf(first) : null, To = to is { } last ? schedule.StartOf(last.AddDays(1)) : null };
    }

    /// <summary>Where the list that <paramref name="filter"/> chooses is to go on; null for its beginning.</summary>
    /// <exception cref="ProblemException">The cursor is none, or one of another list.</exception>
    internal static ArticlePosition? AfterOf(RequestQuery query, ArticleFilter filter) =>
        query.Of(Paging.Cursor) is { } cursor ? ArticlePosition.Decode(cursor, filter) ?? throw Paging.NoCursor() : null;

    /// <summary>The first and the last day that are asked for.</summary>
    internal static (DateOnly? From, DateOnly? To) DaysOf(RequestQuery query)
    {
        DateOnly? date = query.Of(Date), from = query.Of(From), to = query.Of(To);
        if (date is not null && (from is not null || to is not null))
        {
            throw Bad("Too many days", "Give either date, for one day, or from and to.");
        }

        return from > to ? throw Bad("The days go backwards", $"from ({from:yyyy-MM-dd}) is later than to ({to:yyyy-MM-dd}). Change them over.") : (date ?? from, date ?? to);
    }

    private static ProblemException Bad(string title, string detail) => new(StatusCodes.Status400BadRequest, title, detail);
}
