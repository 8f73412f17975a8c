using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TradeDigest.Analysis;
using TradeDigest.Facts;
using TradeDigest.Storage;

namespace TradeDigest.Queries;

/// <summary>Which articles are asked for: those that fit all that is set.</summary>
public sealed record ArticleFilter
{
    /// <summary>Received at or after this moment (UTC).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Received before this moment (UTC).</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>What title, byline, publisher, headline or text hold.</summary>
    public SearchTerms? Terms { get; init; }

    /// <summary>A party of one of its facts, as <see cref="PartyFinder"/> gives it.</summary>
    public string? Party { get; init; }

    /// <summary>The kind of one of its facts (<see cref="FactKinds"/>).</summary>
    public string? Kind { get; init; }

    /// <summary>Who publishes it; case and accents do not count.</summary>
    public string? Publisher { get; init; }

    /// <summary>First day that one of its facts is about.</summary>
    public DateOnly? FactsFrom { get; init; }

    /// <summary>Last day that one of its facts is about.</summary>
    public DateOnly? FactsTo { get; init; }

    /// <summary>Whether every article fits that is received in time.</summary>
    public bool IsByTimeAlone => this with { From = null, To = null } == new ArticleFilter();

    /// <summary>Whether facts are chosen by anything.</summary>
    private bool ChoosesFacts => Party is not null || Kind is not null || FactsFrom is not null || FactsTo is not null;

    /// <summary>False where a line of the log shows that its article does not fit; true where it may.</summary>
    public bool MayTake(DayEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != DayEntryKind.Article || entry.ReceivedAt < From || entry.ReceivedAt >= To)
        {
            return false;
        }

        // A line of an earlier version says nothing more: its article has to be looked at.
        return entry.Index is not { } index
            || ((Publisher is null || TakesPublisher(index.Publisher))
                && (Kind is null || index.Kinds.Contains(Kind, StringComparer.Ordinal))
                && (Party is null || index.Parties.Any(IsParty))
                && TakesSpan(index.FactsFrom, index.FactsTo)
                && (Terms is null || WordSketch.Decode(index.Words) is not { } words || Terms.Phrases.All(p => p.All(words.MayHold))));
    }

    /// <summary>Whether an article's facts and publisher fit. Its words are another matter: <see cref="Terms"/>.</summary>
    public bool Takes(ArticleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return (Publisher is null || TakesPublisher(document.Article.Publisher)) && (!ChoosesFacts || document.Facts.Any(Takes));
    }

    /// <summary>Whether a fact is of the kind, party and time that are asked for.</summary>
    public bool Takes(Fact fact) =>
        (Kind is null || FactKinds.Of(fact) == Kind)
        && (Party is null || FactParties.Of(fact).Any(IsParty))
        && ((FactsFrom is null && FactsTo is null) || FactDate.Of(fact)?.Overlaps(FactsFrom, FactsTo) == true);

    /// <summary>A number for all that is set, by which a cursor knows its query.</summary>
    internal uint Fingerprint()
    {
        string all = string.Create(
            CultureInfo.InvariantCulture,
            $"{From?.UtcTicks}\n{To?.UtcTicks}\n{Terms}\n{Party}\n{Kind}\n{(Publisher is null ? null : SearchText.Fold(Publisher))}\n{FactsFrom:yyyy-MM-dd}\n{FactsTo:yyyy-MM-dd}");
        return BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private bool TakesPublisher(string? publisher) => publisher is not null && SearchText.Fold(publisher) == SearchText.Fold(Publisher!);

    private bool IsParty(string party) => party == Party || SearchText.Fold(party) == Party;

    private bool TakesSpan(DateOnly? first, DateOnly? last) =>
        (FactsFrom is null && FactsTo is null)
        || (first is not null && last is not null && (FactsFrom is null || last >= FactsFrom) && (FactsTo is null || first <= FactsTo));
}
