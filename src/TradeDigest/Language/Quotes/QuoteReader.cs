namespace TradeDigest.Language;

/// <summary>Reads quotations and who said them: by a verb of saying before, behind or between (<c>“…,” she said, “…”</c>), by <c>according to</c>, by a colon,
/// by a pronoun, by a role alone, or because a quotation goes on. Words in marks that nobody is said to have said (scare quotes, titles, terms) are none.
/// Safe for any number of threads.</summary>
/// <param name="names">The reader of names, whose lexicons it shares.</param>
public sealed class QuoteReader(NameReader names)
{
    private readonly NameReader _names = names;

    /// <summary>The quotations in <paramref name="text"/>, in order and without overlap.</summary>
    public IReadOnlyList<Quotation> Read(
        string text, List<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<NameMention> names) => Read(_names.Scan(text, tokens, sentences), names);

    /// <summary>The quotations in a text that is scanned already.</summary>
    internal static IReadOnlyList<Quotation> Read(NameScan scan, IReadOnlyList<NameMention> names)
    {
        var spans = new QuoteSpanReader(scan).Read();
        return spans.Count == 0 ? [] : new QuoteAttribution(scan, names, spans).Read();
    }
}
