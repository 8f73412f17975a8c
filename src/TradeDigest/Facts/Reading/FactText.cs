using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>A text as the rules see it: items in place of tokens, and the verbs with their voice, mood and subject.</summary>
internal sealed class FactText
{
    private readonly int[] _sentenceFirst;
    private readonly int[] _sentenceOf;
    private readonly VerbGroup?[] _verbs;

    public FactText(AnnotatedText source, FactLexicon lexicon)
    {
        Source = source;
        Items = ItemReader.Read(source, lexicon, out _sentenceFirst);
        _sentenceOf = new int[Items.Length];
        for (int s = 0; s < Sentences; s++)
        {
            Array.Fill(_sentenceOf, s, First(s), End(s) - First(s));
        }

        Verbs = VerbReader.Read(this);
        _verbs = new VerbGroup?[Items.Length];
        foreach (var verb in Verbs)
        {
            _verbs[verb.Head] = verb;
        }

        Parties = new PartyReader(this);
        Figures = new FigureReader(this).Read();
    }

    /// <summary>The text and its mentions.</summary>
    public AnnotatedText Source { get; }

    /// <summary>All items, in order; those of sentence <c>s</c> are <see cref="First"/>(s) to <see cref="End"/>(s).</summary>
    public Item[] Items { get; }

    /// <summary>All verbs that the lexicon knows, in order.</summary>
    public List<VerbGroup> Verbs { get; }

    /// <summary>Who is meant.</summary>
    public PartyReader Parties { get; }

    /// <summary>All figures on metrics, measured and expected.</summary>
    public List<Figure> Figures { get; }

    /// <summary>Number of sentences.</summary>
    public int Sentences => _sentenceFirst.Length - 1;

    /// <summary>Index of the first item of a sentence.</summary>
    public int First(int sentence) => _sentenceFirst[sentence];

    /// <summary>Index behind the last item of a sentence.</summary>
    public int End(int sentence) => _sentenceFirst[sentence + 1];

    /// <summary>The sentence that an item stands in; -1 before the text, and the number of sentences behind it.</summary>
    public int SentenceOf(int item) => item < 0 ? -1 : item < _sentenceOf.Length ? _sentenceOf[item] : Sentences;

    public Quantity? QuantityAt(int item) =>
        item >= 0 && item < Items.Length && Items[item].Kind == ItemKind.Quantity ? Source.Quantities[Items[item].Mention] : null;

    public DateMention? DateAt(int item) =>
        item >= 0 && item < Items.Length && Items[item].Kind == ItemKind.Date ? Source.Dates[Items[item].Mention] : null;

    public NameMention? NameAt(int item) =>
        item >= 0 && item < Items.Length && Items[item].Kind == ItemKind.Name ? Source.Names[Items[item].Mention] : null;

    public GoodsMention? GoodsAt(int item) =>
        item >= 0 && item < Items.Length && Items[item].Kind == ItemKind.Goods ? Source.Goods[Items[item].Mention] : null;

    /// <summary>Whether the item has any of the roles; false outside the text.</summary>
    public bool Is(int item, Role any) => item >= 0 && item < Items.Length && Items[item].Is(any);

    /// <summary>The words of the items from <paramref name="first"/> to <paramref name="end"/>, exclusive.</summary>
    public string Words(int first, int end) => Source.Text[Items[first].Span.Start..Items[end - 1].Span.End];

    /// <summary>The item as written.</summary>
    public ReadOnlySpan<char> Word(int item) => Items[item].Span.In(Source.Text);

    /// <summary>Whether the item reads <paramref name="word"/>, in any case.</summary>
    public bool Reads(int item, string word) => item >= 0 && item < Items.Length && Word(item).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The verb whose head is the item, or null.</summary>
    public VerbGroup? VerbAt(int item) => (uint)item < (uint)_verbs.Length ? _verbs[item] : null;

    /// <summary>The evidence from the first to the last of the items that support a fact.</summary>
    public Evidence Evidence(int first, int end) =>
        Facts.Evidence.Of(Source.Text, new TextSpan(Items[first].Span.Start, Items[end - 1].Span.End));
}
