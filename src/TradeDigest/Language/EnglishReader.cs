namespace TradeDigest.Language;

/// <summary>Reads English text: tokens, sentences, quantities, dates, names, goods and quotations, each from those before it.</summary>
/// <remarks>Made once and used by any number of threads: nothing in it changes after construction.</remarks>
public sealed class EnglishReader
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceReader _sentences;
    private readonly QuantityReader _quantities;
    private readonly DateReader _dates;
    private readonly NameReader _names;
    private readonly GoodsReader _goods;

    /// <summary>A reader whose lexicons add their words to <paramref name="vocabulary"/>, so that tables of others over the same vocabulary match its tokens.</summary>
    /// <param name="vocabulary">Shared words; every table over it is filled before the first text is read.</param>
    public EnglishReader(Vocabulary vocabulary)
    {
        _tokenizer = new Tokenizer(vocabulary);
        _sentences = new SentenceReader(vocabulary);
        _quantities = new QuantityReader(vocabulary);
        _dates = new DateReader(vocabulary);
        _names = new NameReader(vocabulary);
        _goods = new GoodsReader(vocabulary);
    }

    /// <summary>A reader with a vocabulary of its own.</summary>
    public static EnglishReader Create() => new(new Vocabulary());

    /// <summary>All that the language layer finds in <paramref name="text"/>.</summary>
    /// <param name="text">Any text; paragraphs are separated by blank lines, or stand on a line each.</param>
    /// <param name="published">The day against which relative dates are resolved.</param>
    public AnnotatedText Read(string text, DateOnly published)
    {
        var tokens = _tokenizer.Tokenize(text);
        var sentences = _sentences.Read(text, tokens);
        var quantities = _quantities.Read(text, tokens, sentences);
        var scan = _names.Scan(text, tokens, sentences);
        var names = NameReader.Read(scan);

        return new AnnotatedText
        {
            Text = text,
            Published = published,
            Tokens = tokens,
            Sentences = sentences,
            Quantities = quantities,
            Dates = _dates.Read(text, tokens, sentences, quantities, published),
            Names = names,
            Goods = _goods.Read(text, tokens, sentences),
            Quotes = QuoteReader.Read(scan, names),
        };
    }
}
