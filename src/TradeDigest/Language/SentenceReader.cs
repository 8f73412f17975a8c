namespace TradeDigest.Language;

/// <summary>Finds where sentences begin and end, by rules and lists of abbreviations (<c>English/sentences.json</c>), without statistics.</summary>
/// <remarks>First lines are joined into blocks (paragraphs, headings, items of lists); then each block loses its bullet or dateline and is cut at the marks that end a
/// sentence. A quotation's sentences are sentences; what attributes it belongs to the last of them (<c>“Why?” she asked.</c>).</remarks>
public sealed class SentenceReader
{
    /// <summary>A block without a final mark is a heading up to this many tokens.</summary>
    private const int LongestHeading = 30;

    private readonly SentenceBlockReader _blocks;
    private readonly SentenceDateline _dateline;
    private readonly SentenceEnd _end;

    /// <summary>A reader whose words are added to <paramref name="vocabulary"/>.</summary>
    public SentenceReader(Vocabulary vocabulary)
    {
        var lexicon = LexiconFile.Load("English/sentences.json", SentenceLexiconJson.Default.SentenceLexicon);
        _blocks = new SentenceBlockReader(new WordSet(vocabulary, lexicon.OpenLineEnds), new WordSet(vocabulary, lexicon.EndMarks));
        _dateline = new SentenceDateline(new WordSet(vocabulary, lexicon.Months), new WordSet(vocabulary, lexicon.Weekdays));
        _end = new SentenceEnd(vocabulary, lexicon);
    }

    /// <summary>The sentences, headings and list items of a text, in order.</summary>
    public IReadOnlyList<Sentence> Read(string text, List<Token> tokens)
    {
        var sentences = new List<Sentence>((tokens.Count / 20) + 4);
        var blocks = _blocks.Read(text, tokens);
        for (int i = 0; i < blocks.Count; i++)
        {
            ReadBlock(text, tokens, blocks[i], i, sentences);
        }

        return sentences;
    }

    private void ReadBlock(string text, List<Token> tokens, SentenceBlock block, int paragraph, List<Sentence> sentences)
    {
        int bullet = SentenceMarks.BulletLength(text, tokens, block.First, block.End);
        bool isHash = bullet > 0 && text[tokens[block.First].Start] == '#';
        int first = block.First + (bullet > 0 ? bullet : _dateline.Length(text, tokens, block));
        int begun = sentences.Count;
        for (int i = first; i < block.End; i++)
        {
            if (!SentenceMarks.IsTerminal(text, tokens[i]) && (tokens[i].Traits & TokenTraits.Dotted) == 0)
            {
                continue;
            }

            int next = i + 1;
            while (next < block.End && (IsAttachedCloser(text, tokens[next]) || (SentenceMarks.IsTerminal(text, tokens[next]) && !tokens[next].HasSpaceBefore)))
            {
                next++;
            }

            if (next < block.End && _end.Is(text, tokens, first, i, next, block.End))
            {
                Add(next, bullet > 0 && !isHash ? SentenceKind.ListItem : SentenceKind.Prose);
            }

            i = next - 1;
        }

        if (first < block.End)
        {
            bool isRow = sentences.Count == begun && bullet == 0 && !IsClosed(text, tokens, first, block.End) && IsRow(text, tokens, first, block.End);
            bool isHeading = isHash || (sentences.Count == begun && bullet == 0 && block.End - first <= LongestHeading && !IsClosed(text, tokens, first, block.End));
            Add(block.End, isRow ? SentenceKind.Row : isHeading ? SentenceKind.Heading : bullet > 0 ? SentenceKind.ListItem : SentenceKind.Prose);
        }

        void Add(int end, SentenceKind kind)
        {
            sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[end - 1].End), first, end, paragraph, kind));
            first = end;
        }
    }

    private static bool IsAttachedCloser(string text, Token token) =>
        SentenceMarks.IsCloser(text, token) && (!token.HasSpaceBefore || char.IsSurrogate(text[token.Start]) || text[token.Start] is '”' or '’' or '»');

    private static bool IsRow(string text, List<Token> tokens, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (tokens[i].HasSpaceBefore && SentenceMarks.IsBar(text, tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClosed(string text, List<Token> tokens, int first, int end)
    {
        var last = tokens[SentenceMarks.BeforeClosers(text, tokens, first, end)];
        return SentenceMarks.IsTerminal(text, last) || text[last.End - 1] is '.' or ':' or ',';
    }
}
