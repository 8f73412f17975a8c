namespace TradeDigest.Language;

/// <summary>Reads the goods that a text speaks of, each with the words that narrow it: <c>hot-rolled steel coil</c>, <c>dairy products</c>, <c>goods</c>.
/// Of goods joined by <c>and</c>, each is one mention. Safe for any number of threads.</summary>
public sealed class GoodsReader
{
    private const int MostNarrowing = 5;
    private readonly PhraseTable<GoodsEntry?> _goods;
    private GoodsWord[] _marks = new GoodsWord[4096];

    /// <summary>A reader whose lexicon adds its words to <paramref name="vocabulary"/>.</summary>
    public GoodsReader(Vocabulary vocabulary)
    {
        _goods = new PhraseTable<GoodsEntry?>(vocabulary);
        var lexicon = LexiconFile.Load("English/goods.json", GoodsLexiconJson.Default.GoodsLexicon);
        foreach (string phrase in lexicon.NotGoods)
        {
            AddPhrase(phrase, null, vocabulary);
        }

        foreach (var entry in lexicon.Goods)
        {
            foreach (string words in entry.Words)
            {
                AddPhrase(words, entry, vocabulary);
            }
        }

        foreach (string word in lexicon.Generic)
        {
            Mark(vocabulary.Add(word), GoodsWord.Generic);
        }

        foreach (string word in lexicon.Narrowing)
        {
            Mark(vocabulary.Add(word), GoodsWord.Narrowing);
        }

        foreach (string word in lexicon.Materials)
        {
            Mark(vocabulary.Add(word), GoodsWord.Material);
        }

        foreach (string word in lexicon.Heads)
        {
            Mark(vocabulary.Add(word), GoodsWord.Head);
        }
    }

    /// <summary>The goods in <paramref name="text"/>, in order and without overlap.</summary>
    public IReadOnlyList<GoodsMention> Read(string text, List<Token> tokens, IReadOnlyList<Sentence> sentences)
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

                if (match != GoodsMatch.NoGoods && !IsInName(text, tokens, at, end, sentence))
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

    /// <summary>Goods that are a part of a name: <c>the Corn Belt</c>, <c>Harland Steel Corp</c>; not in a line that writes all words with a capital.</summary>
    private static bool IsInName(string text, List<Token> tokens, int first, int end, Sentence sentence)
    {
        bool behind = end < sentence.EndToken && tokens[end].Kind == TokenKind.Word && tokens[end].IsCapitalized && !tokens[end].IsAllCaps;
        if (!behind || !tokens[end - 1].IsCapitalized || tokens[end - 1].IsAllCaps || sentence.Kind == SentenceKind.Heading)
        {
            return false;
        }

        int capitals = 0, small = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Length > 3 && (i < first || i > end))
            {
                _ = char.IsUpper(text[tokens[i].Start]) ? capitals++ : small++;
            }
        }

        return small * 2 > capitals;
    }

    private void AddPhrase(string phrase, GoodsEntry? entry, Vocabulary vocabulary)
    {
        _goods.Add(phrase, entry);
        var first = new Tokenizer(vocabulary).Tokenize(phrase)[0];
        Mark(first.Word, GoodsWord.Begins);
    }

    private void Mark(int word, GoodsWord mark)
    {
        if (word >= _marks.Length)
        {
            Array.Resize(ref _marks, Math.Max(word + 1, _marks.Length * 2));
        }

        _marks[word] |= mark;
    }

    private bool Has(Token token, GoodsWord any) => (uint)token.Word < (uint)_marks.Length && (_marks[token.Word] & any) != 0;

    /// <summary>What begins here, and the token behind it.</summary>
    private int Match(string text, List<Token> tokens, int at, int limit, out GoodsMatch match, out GoodsEntry? entry)
    {
        (match, entry) = (GoodsMatch.None, null);
        if (!Has(tokens[at], GoodsWord.Begins | GoodsWord.Material | GoodsWord.Generic))
        {
            return at;
        }

        if (Has(tokens[at], GoodsWord.Begins) && _goods.TryMatch(text, tokens, at, out entry, out int length) && at + length <= limit)
        {
            match = entry is null ? GoodsMatch.NoGoods : GoodsMatch.Listed;
            return at + length;
        }

        entry = null;
        if (Has(tokens[at], GoodsWord.Material) && IsHead(tokens, at + 1, limit))
        {
            match = GoodsMatch.Composed;
            return at + 2;
        }

        match = Has(tokens[at], GoodsWord.Generic) ? GoodsMatch.Generic : GoodsMatch.None;
        return at + 1;
    }

    private bool IsHead(List<Token> tokens, int at, int limit) => at < limit && Has(tokens[at], GoodsWord.Head);

    /// <summary>The first of the words that narrow the goods, hyphens between them included.</summary>
    private int First(string text, List<Token> tokens, int at, int floor)
    {
        int first = at;
        for (int i = at - 1; i >= floor && at - i <= MostNarrowing; i--)
        {
            bool hyphen = i > floor && !tokens[i].HasSpaceBefore && tokens[i].Length == 1 && text[tokens[i].Start] == '-';
            if (hyphen)
            {
                continue;
            }

            if (!Has(tokens[i], GoodsWord.Narrowing | GoodsWord.Material) || tokens[i].Kind != TokenKind.Word)
            {
                break;
            }

            first = i;
        }

        return first;
    }

    /// <summary>Behind the heads that go on from listed goods: <c>steel</c> <c>coil</c>, <c>solar panel</c> <c>components</c>.</summary>
    private int Extend(List<Token> tokens, int end, int limit)
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

/// <summary>What a word may be in the name of goods.</summary>
[Flags]
internal enum GoodsWord : byte
{
    None = 0,

    /// <summary>The first word of a listed phrase.</summary>
    Begins = 1,
    Generic = 2,
    Narrowing = 4,
    Material = 8,
    Head = 16,
}
