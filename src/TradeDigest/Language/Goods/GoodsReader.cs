namespace TradeDigest.Language;

/// <summary>Reads the goods that a text speaks of, each with the words that narrow it: <c>hot-rolled steel coil</c>, <c>dairy products</c>, <c>goods</c>.
/// Of goods joined by <c>and</c>, each is one mention. Safe for any number of threads.</summary>
public sealed class GoodsReader
{
    private const int MostNarrowing = 5;
    private readonly PhraseTable<GoodsEntry?> _goods;
    private readonly HashSet<int> _generic = [];
    private readonly HashSet<int> _narrowing = [];
    private readonly HashSet<int> _materials = [];
    private readonly HashSet<int> _heads = [];

    /// <summary>A reader whose lexicon adds its words to <paramref name="vocabulary"/>.</summary>
    public GoodsReader(Vocabulary vocabulary)
    {
        _goods = new PhraseTable<GoodsEntry?>(vocabulary);
        var lexicon = LexiconFile.Load("English/goods.json", GoodsLexiconJson.Default.GoodsLexicon);
        foreach (string phrase in lexicon.NotGoods)
        {
            _goods.Add(phrase, null);
        }

        foreach (var entry in lexicon.Goods)
        {
            foreach (string words in entry.Words)
            {
                _goods.Add(words, entry);
            }
        }

        Fill(_generic, lexicon.Generic, vocabulary);
        Fill(_narrowing, lexicon.Narrowing, vocabulary);
        Fill(_materials, lexicon.Materials, vocabulary);
        Fill(_heads, lexicon.Heads, vocabulary);
    }

    /// <summary>The goods in <paramref name="text"/>, in order and without overlap.</summary>
    public IReadOnlyList<GoodsMention> Read(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var found = new List<GoodsMention>();
        foreach (var sentence in sentences)
        {
            int floor = sentence.FirstToken;
            for (int at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                int end = Match(text, tokens, at, sentence.EndToken, out var match, out var entry);
                if (match == GoodsMatch.None)
                {
                    continue;
                }

                if (match != GoodsMatch.NoGoods)
                {
                    int first = First(text, tokens, at, floor);
                    int last = match == GoodsMatch.Generic ? end : Extend(tokens, end, sentence.EndToken);
                    bool narrowed = first < at || last > end;
                    bool plain = match == GoodsMatch.Generic && !narrowed;
                    string id = entry is not null && !narrowed ? entry.Id : text[tokens[first].Start..tokens[last - 1].End].ToLowerInvariant();
                    found.Add(new GoodsMention(new TextSpan(tokens[first].Start, tokens[last - 1].End), first, last, id, plain));
                    end = last;
                }

                floor = end;
                at = end - 1;
            }
        }

        return found;
    }

    private static void Fill(HashSet<int> set, IReadOnlyList<string> words, Vocabulary vocabulary)
    {
        foreach (string word in words)
        {
            set.Add(vocabulary.Add(word));
        }
    }

    /// <summary>What begins here, and the token behind it.</summary>
    private int Match(string text, IReadOnlyList<Token> tokens, int at, int limit, out GoodsMatch match, out GoodsEntry? entry)
    {
        (match, entry) = (GoodsMatch.None, null);
        if (tokens[at].Word < 0)
        {
            return at;
        }

        if (_goods.TryMatch(text, tokens, at, out entry, out int length) && at + length <= limit)
        {
            match = entry is null ? GoodsMatch.NoGoods : GoodsMatch.Listed;
            return at + length;
        }

        entry = null;
        if (_materials.Contains(tokens[at].Word) && IsHead(tokens, at + 1, limit))
        {
            match = GoodsMatch.Composed;
            return at + 2;
        }

        match = _generic.Contains(tokens[at].Word) ? GoodsMatch.Generic : GoodsMatch.None;
        return at + 1;
    }

    private bool IsHead(IReadOnlyList<Token> tokens, int at, int limit) => at < limit && _heads.Contains(tokens[at].Word) && tokens[at].Word >= 0;

    /// <summary>The first of the words that narrow the goods, hyphens between them included.</summary>
    private int First(string text, IReadOnlyList<Token> tokens, int at, int floor)
    {
        int first = at;
        for (int i = at - 1; i >= floor && at - i <= MostNarrowing; i--)
        {
            bool hyphen = i > floor && !tokens[i].HasSpaceBefore && tokens[i].Length == 1 && text[tokens[i].Start] == '-';
            if (hyphen)
            {
                continue;
            }

            if (tokens[i].Word < 0 || !(_narrowing.Contains(tokens[i].Word) || _materials.Contains(tokens[i].Word)) || tokens[i].Kind != TokenKind.Word)
            {
                break;
            }

            first = i;
        }

        return first;
    }

    /// <summary>Behind the heads that go on from listed goods: <c>steel</c> <c>coil</c>, <c>solar panel</c> <c>components</c>.</summary>
    private int Extend(IReadOnlyList<Token> tokens, int end, int limit)
    {
        int last = end;
        while (last < limit && last - end < 2 && IsHead(tokens, last, limit) && tokens[last].Kind == TokenKind.Word)
        {
            last++;
        }

        return last;
    }
}

/// <summary>How words are goods.</summary>
internal enum GoodsMatch : byte
{
    /// <summary>They are none.</summary>
    None,

    /// <summary>A phrase with a word for goods that is none.</summary>
    NoGoods,

    /// <summary>In the lexicon.</summary>
    Listed,

    /// <summary>A material and a head: <c>leather goods</c>.</summary>
    Composed,

    /// <summary>Only that something is traded.</summary>
    Generic,
}
