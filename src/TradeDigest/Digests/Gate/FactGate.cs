using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Lets a fact into the ledger only if its evidence stands in the article and supports its numbers, and the names and words in it stand in the article.</summary>
internal static class FactGate
{
    private static readonly decimal[] Conversions = [1, 7, 30, 60, 365, 24 * 60, 12, 90, 91, 182, 180];

    /// <summary>The sound facts of an article; the others are listed in <paramref name="stopped"/>.</summary>
    public static IReadOnlyList<Fact> Sound(DigestArticle article, ICollection<StoppedStatement> stopped)
    {
        var sound = new List<Fact>();
        foreach (var fact in article.Document.Facts)
        {
            if (Untraced(fact, article.Text, article.Document.Article.Title) is { } untraced)
            {
                stopped.Add(new StoppedStatement("fact", fact.Statement, untraced, article.Document.Id));
            }
            else
            {
                sound.Add(fact);
            }
        }

        return sound;
    }

    /// <summary>What in a fact nothing supports; null where all is supported.</summary>
    private static string? Untraced(Fact fact, string text, string? title)
    {
        var (start, end) = (fact.Evidence.Start, fact.Evidence.End);
        if (start < 0 || end > text.Length || start >= end || !text.AsSpan(start, end - start).SequenceEqual(fact.Evidence.Text))
        {
            return fact.Evidence.Text;
        }

        var numbers = NumbersInText.Of(fact.Evidence.Text).ConvertAll(n => n.Value);
        foreach (object? slot in FactSlots.Of(fact))
        {
            decimal? number = slot switch { decimal d => d, int i => i, _ => null };
            if (number is { } value && !Supports(numbers, Math.Abs(value), fact.Evidence.Text))
            {
                return Wording.Number(value);
            }

            if (slot is PartialDate date && !DateTrace.Supports(fact.Evidence.Text, text, date))
            {
                return date.ToString();
            }
        }

        return Names(fact).FirstOrDefault(name => !Claims.Words(name).All(w => Contains(text, w) || (title is not null && Contains(title, w))))
            ?? (fact is QuoteFact { Text: { } quote } && !text.Contains(quote, StringComparison.Ordinal) ? quote : null);
    }

    /// <summary>Names that must stand in the article as they are; codes of parties stand there under another name.</summary>
    private static IEnumerable<string> Names(Fact fact) => fact switch
    {
        DelegateFact f => new[] { f.Name }.OfType<string>(),
        QuoteFact f => new[] { f.Speaker }.OfType<string>().Where(IsName),
        CallFact f => (f.Participants ?? []).Where(IsName),
        MeetingFact f => new[] { f.City, f.Venue }.OfType<string>().Concat((f.Parties ?? []).Where(IsName)),
        ForecastFact f => new[] { f.Forecaster }.OfType<string>().Where(IsName),
        AgreementFact f => new[] { f.Place }.OfType<string>().Concat((f.Parties ?? []).Where(IsName)),
        _ => [],
    };

    private static bool IsName(string party) => party.Contains(' ', StringComparison.Ordinal);

    /// <summary>A number stands in the evidence, as it is or in another unit of time, or as a fraction or multiple in words.</summary>
    private static bool Supports(List<decimal> numbers, decimal value, string evidence) =>
        numbers.Exists(n => Conversions.Any(c => n * c == value))
        || (Fractions.In(evidence) is { } words && words.Any(w => Conversions.Any(c => Math.Abs((w * c) - value) < 0.5m)));

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
