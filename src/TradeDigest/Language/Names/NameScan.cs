namespace TradeDigest.Language;

/// <summary>One text's tokens with what the readers of names and quotations ask about them.</summary>
internal sealed class NameScan
{
    private readonly int[] _sentenceOf;
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly bool[] _titleCase;
    private readonly (KnownName? Name, int End, bool IsRead)[] _known;

    public NameScan(string text, List<Token> tokens, IReadOnlyList<Sentence> sentences, NameTables tables)
    {
        Text = text;
        Tokens = tokens;
        Tables = tables;
        _sentences = sentences;
        _sentenceOf = new int[Tokens.Count];
        _titleCase = new bool[sentences.Count];
        Marks = new NameWord[Tokens.Count];
        _known = new (KnownName?, int, bool)[Tokens.Count];
        Array.Fill(_sentenceOf, -1);
        for (int i = 0; i < Marks.Length; i++)
        {
            Marks[i] = tables.Words[Tokens[i].Word];
        }

        for (int s = 0; s < sentences.Count; s++)
        {
            Array.Fill(_sentenceOf, s, sentences[s].FirstToken, sentences[s].EndToken - sentences[s].FirstToken);
            _titleCase[s] = IsTitleCase(sentences[s]);
        }
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    /// <summary>What each token may be in or beside a name.</summary>
    public NameWord[] Marks { get; }

    public NameTables Tables { get; }

    public ReadOnlySpan<char> Word(int at) => Tokens[at].Span.In(Text);

    public string Words(int first, int end) => first < end ? Text[Tokens[first].Start..Tokens[end - 1].End] : "";

    public bool Has(int at, NameWord any) => (uint)at < (uint)Marks.Length && (Marks[at] & any) != 0;

    public bool IsWord(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Kind == TokenKind.Word;

    public bool IsCapitalized(int at) => IsWord(at) && Tokens[at].IsCapitalized;

    public bool IsMark(int at, char mark) => (uint)at < (uint)Tokens.Count && Tokens[at].Length == 1 && Text[Tokens[at].Start] == mark;

    public bool Is(int at, ReadOnlySpan<char> word) => (uint)at < (uint)Tokens.Count && Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsPossessive(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Length == 2 && Tokens[at].Kind == TokenKind.Word
        && Text[Tokens[at].Start] is '\'' or '’' && Text[Tokens[at].Start + 1] is 's' or 'S'
        || (IsApostrophe(at) && at > 0 && !Tokens[at].HasSpaceBefore && Text[Tokens[at - 1].End - 1] is 's' or 'S');

    private bool IsApostrophe(int at) => IsMark(at, '\'') || IsMark(at, '’');

    /// <summary>Number of the sentence that a token lies in; -1 for none (a dateline).</summary>
    public int SentenceOf(int at) => (uint)at < (uint)_sentenceOf.Length ? _sentenceOf[at] : -1;

    public int ParagraphOf(int at) => SentenceOf(at) is >= 0 and var s ? _sentences[s].Paragraph : -1;

    /// <summary>Whether both tokens lie in one sentence.</summary>
    public bool SameSentence(int a, int b) => (uint)a < (uint)_sentenceOf.Length && (uint)b < (uint)_sentenceOf.Length && _sentenceOf[a] == _sentenceOf[b];

    /// <summary>Whether a capital at this token may be there because a sentence or a quotation begins.</summary>
    public bool IsFirst(int at) => at == 0 || _sentenceOf[at] != _sentenceOf[at - 1] || Tokens[at].StartsParagraph
        || Tokens[at - 1].Kind == TokenKind.Quote || IsMark(at - 1, ':') || IsMark(at - 1, '*') || IsMark(at - 1, '•');

    /// <summary>Whether capitals say nothing, because the line writes most words with one.</summary>
    public bool IsInTitleCase(int at) => SentenceOf(at) is >= 0 and var s && _titleCase[s];

    /// <summary>Whether a paragraph begins at this token: behind a blank line, or on a line of its own.</summary>
    public bool StartsParagraph(int at) => Tokens[at].StartsParagraph || (Tokens[at].StartsLine && at > 0 && SentenceOf(at) != SentenceOf(at - 1)
        && ParagraphOf(at) != ParagraphOf(at - 1));

    /// <summary>Whether the next token follows in the same sentence on the same line of thought.</summary>
    public bool Joined(int at) => (uint)at < (uint)Tokens.Count && at > 0 && _sentenceOf[at] == _sentenceOf[at - 1] && !Tokens[at].StartsParagraph;

    /// <summary>The party word, place or organisation of the lexicons that begins here, as it is written.</summary>
    public bool TryKnown(int at, out KnownName known, out int end)
    {
        if ((uint)at >= (uint)_known.Length)
        {
            (known, end) = (null!, at);
            return false;
        }

        if (!_known[at].IsRead)
        {
            _known[at] = Match(at);
        }

        (known, end) = (_known[at].Name!, _known[at].End);
        return _known[at].Name is not null;
    }

    /// <summary>The listed name here and the token behind it; looked up once a token, since many rules ask.</summary>
    private (KnownName? Name, int End, bool IsRead) Match(int at)
    {
        if (Tables.Known.TryMatch(Text, Tokens, at, out var value, out int length) && IsWrittenAs(value, at, at + length))
        {
            return (value, at + length, true);
        }

        return (null, at, true);
    }

    private bool IsWrittenAs(KnownName known, int first, int end)
    {
        if (!Tokens[first].IsCapitalized && !(known.IsShared || known.Id == "eurozone"))
        {
            return false;
        }

        // A lower-case form of two words counts only for institutions; a name of several words has capitals in each but its small ones.
        if (!known.IsShared && !known.HasSmallWords && known.Id != "eurozone" && end - first > 1)
        {
            for (int i = first + 1; i < end; i++)
            {
                if (Tokens[i].Kind == TokenKind.Word && !Tokens[i].IsCapitalized && !IsElided(i) && !Has(i, NameWord.Function | NameWord.Particle)
                    && !IsPossessive(i) && Tokens[i].HasSpaceBefore)
                {
                    return false;
                }
            }
        }

        return SentenceOf(first) < 0 || !known.IsAcronym || !IsShouted(first);
    }

    /// <summary>A small article or preposition joined to a capital: <c>d'Ivoire</c>.</summary>
    private bool IsElided(int at) => Tokens[at].Length > 2 && Text[Tokens[at].Start + 1] is '\'' or '’' && char.IsUpper(Text[Tokens[at].Start + 2]);

    /// <summary>Whether a word of capitals may be an ordinary one because the whole line is in capitals.</summary>
    private bool IsShouted(int at) => Has(at, NameWord.Function) && IsInTitleCase(at)
        && ((at > 0 && Joined(at) && Tokens[at - 1].IsAllCaps) || (Joined(at + 1) && Tokens[at + 1].IsAllCaps)) && !Is(at, "US");

    private bool IsTitleCase(Sentence sentence)
    {
        if (IsMark(sentence.EndToken - 1, '.') && sentence.Kind != SentenceKind.Heading)
        {
            return false;
        }

        int capitals = 0, small = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Tokens[i].Kind == TokenKind.Word && Tokens[i].Length > 3)
            {
                _ = Tokens[i].IsCapitalized ? capitals++ : small++;
            }
        }

        return capitals + small >= 4 && small * 4 <= capitals + small;
    }
}
