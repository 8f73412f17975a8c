using TradeDigest.Facts.Events;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Somebody's own words.</summary>
/// <remarks>
/// Covers every quotation that the language layer gives a speaker: direct speech (“…,” she said), each part of an interrupted one, and fragments within the article's own sentence
/// (described it as “very good”). Words in marks that nobody is said to have said yield nothing. The evidence is the words themselves.
/// </remarks>
internal sealed class QuoteRule : IEventRule
{
    /// <inheritdoc/>
    public void Find(EventText text, ICollection<Fact> found)
    {
        var source = text.Facts.Source;
        if (source.Quotes.Count == 0)
        {
            return;
        }

        var parties = Parties(source);
        foreach (var quote in source.Quotes)
        {
            if (quote.Speaker is { } speaker && quote.Inner.Length > 0)
            {
                found.Add(new QuoteFact
                {
                    Speaker = parties.GetValueOrDefault(speaker, speaker),
                    Role = quote.Role,
                    Text = source.Words(quote.Inner),
                    Evidence = Evidence.Of(source.Text, quote.Inner),
                });
            }
        }
    }

    /// <summary>The codes of the parties that the text names by their adjectives, by the words: for a speaker who is given by one alone (“a Chilean official”).</summary>
    private static Dictionary<string, string> Parties(AnnotatedText source)
    {
        var parties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in source.Names)
        {
            if (name is { Kind: NameKind.Party, Form: PartyForm.Adjective })
            {
                parties.TryAdd(source.Words(name.Span), name.Id);
            }
        }

        return parties;
    }
}
