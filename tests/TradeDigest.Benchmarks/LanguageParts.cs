using TradeDigest.Language;

namespace TradeDigest.Benchmarks;

/// <summary>The readers of the language layer, each over what those before it found in a text.</summary>
internal static class LanguageParts
{
    public static IEnumerable<(string Name, Action Run)> Of(string text, DateOnly published)
    {
        var vocabulary = new Vocabulary();
        var tokenizer = new Tokenizer(vocabulary);
        var (sentenceReader, quantityReader, dateReader, nameReader) =
            (new SentenceReader(vocabulary), new QuantityReader(vocabulary), new DateReader(vocabulary), new NameReader(vocabulary));
        var tokens = tokenizer.Tokenize(text);
        var sentences = sentenceReader.Read(text, tokens);
        var quantities = quantityReader.Read(text, tokens, sentences);
        return
        [
            ("tokens", () => tokenizer.Tokenize(text)),
            ("sentences", () => sentenceReader.Read(text, tokens)),
            ("quantities", () => quantityReader.Read(text, tokens, sentences)),
            ("dates", () => dateReader.Read(text, tokens, sentences, quantities, published)),
            ("names", () => nameReader.Read(text, tokens, sentences)),
        ];
    }
}
