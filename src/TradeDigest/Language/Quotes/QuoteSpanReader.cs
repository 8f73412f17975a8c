namespace TradeDigest.Language;

/// <summary>Words between quotation marks, as tokens.</summary>
/// <param name="Open">The opening mark.</param>
/// <param name="First">The first token within.</param>
/// <param name="End">Behind the last token within.</param>
/// <param name="Close">Behind the closing mark; equal to <paramref name="End"/> where none closes the paragraph.</param>
/// <param name="ContinuesLast">Whether it goes on from a paragraph that ended without a closing mark.</param>
internal readonly record struct QuoteSpan(int Open, int First, int End, int Close, bool ContinuesLast);

/// <summary>Pairs quotation marks: straight and curly, double and single, guillemets, low marks, and those that open each paragraph and close only the last.
/// Apostrophes are told from closing marks; marks within other marks stay within.</summary>
internal sealed class QuoteSpanReader(NameScan scan)
{
    private const int LongestSingle = 400;
    private readonly NameScan _scan = scan;
    private readonly string _text = scan.Text;
    private readonly List<Token> _tokens = scan.Tokens;

    /// <summary>Where the paragraph last looked at ends, and the double marks that nothing closes before it: so that a text of opening marks only is read in one pass.</summary>
    private int _paragraphEnd;
    private string _unclosed = "";

    /// <summary>The outermost quoted runs, in order.</summary>
    public List<QuoteSpan> Read()
    {
        var spans = new List<QuoteSpan>();
        bool open = false;
        int at = 0;
        while (at < _tokens.Count)
        {
            if (_tokens[at].Kind != TokenKind.Quote || !Opens(at, out int first, out char closer))
            {
                at++;
                continue;
            }

            int paragraphEnd = ParagraphEnd(at);
            int end = closer is '\'' or '’' ? SingleClose(first, paragraphEnd, closer) : DoubleClose(first, paragraphEnd, closer);
            bool continues = open && _scan.StartsParagraph(at);
            if (end >= 0)
            {
                int close = end + (IsDoubledSingle(end) ? 2 : 1);
                if (end > first)
                {
                    spans.Add(new QuoteSpan(at, first, end, close, continues));
                }

                open = false;
                at = close;
            }
            else if (closer is not ('\'' or '’') && first < paragraphEnd && (continues || OpensAgain(paragraphEnd, at)))
            {
                spans.Add(new QuoteSpan(at, first, paragraphEnd, paragraphEnd, continues));
                open = true;
                at = paragraphEnd;
            }
            else
            {
                at++;
            }
        }

        return spans;
    }

    private bool Opens(int at, out int first, out char closer)
    {
        char mark = Mark(at);
        first = at + 1;
        bool before = _tokens[at].HasSpaceBefore || at == 0 || (_tokens[at - 1].Kind is TokenKind.Punctuation or TokenKind.Quote or TokenKind.Symbol);
        bool tight = first < _tokens.Count && !_tokens[first].HasSpaceBefore;
        closer = mark switch
        {
            '“' or '‟' or '„' => '”',
            '«' => '»',
            '‹' => '›',
            '‘' or '‚' => '’',
            '"' when before && tight => '"',
            '\'' when before && tight && Letter(first) => '\'',
            '`' when tight && first < _tokens.Count && Mark(first) == '`' => '"',
            _ => '\0',
        };
        first += mark == '`' && closer != '\0' ? 1 : 0;
        return closer != '\0' && first < _tokens.Count;
    }

    private bool Letter(int at) => at < _tokens.Count && _tokens[at].Kind is TokenKind.Word or TokenKind.Quote or TokenKind.Symbol;

    private char Mark(int at) => _tokens[at].Kind == TokenKind.Quote ? _text[_tokens[at].Start] : '\0';

    private bool IsDoubledSingle(int at) => Mark(at) == '\'' && at + 1 < _tokens.Count && Mark(at + 1) == '\'' && !_tokens[at + 1].HasSpaceBefore;

    private int ParagraphEnd(int at)
    {
        if (at < _paragraphEnd)
        {
            return _paragraphEnd;
        }

        _paragraphEnd = at + 1;
        while (_paragraphEnd < _tokens.Count && !_scan.StartsParagraph(_paragraphEnd))
        {
            _paragraphEnd++;
        }

        _unclosed = "";
        return _paragraphEnd;
    }

    /// <summary>Whether the paragraph behind a quotation without end begins with its opening mark again.</summary>
    private bool OpensAgain(int paragraph, int open) => paragraph < _tokens.Count && Mark(paragraph) == Mark(open);

    private int DoubleClose(int first, int end, char closer)
    {
        if (_unclosed.Contains(closer, StringComparison.Ordinal))
        {
            return -1;
        }

        for (int i = first; i < end; i++)
        {
            char mark = Mark(i);
            if (mark == closer || (closer == '”' && (mark == '"' || (mark == '“' && !OpensWord(i)))) || (closer == '"' && mark == '”')
                || (closer == '"' && IsDoubledSingle(i)))
            {
                return i;
            }
        }

        _unclosed += closer;
        return -1;
    }

    private bool OpensWord(int at) => _tokens[at].HasSpaceBefore && at + 1 < _tokens.Count && !_tokens[at + 1].HasSpaceBefore;

    /// <summary>The closing single mark: not an apostrophe within or behind a word that owns something.</summary>
    private int SingleClose(int first, int end, char closer)
    {
        int possible = -1;
        for (int i = first; i < end && i - first < LongestSingle; i++)
        {
            char mark = Mark(i);
            if (mark is '‘' || (mark == '\'' && closer == '\'' && i > first && _tokens[i].HasSpaceBefore))
            {
                break;
            }

            if (mark != closer && !(closer == '’' && mark == '\'') || _tokens[i].HasSpaceBefore)
            {
                continue;
            }

            bool wordFollows = i + 1 < _tokens.Count && !_tokens[i + 1].HasSpaceBefore && _tokens[i + 1].Kind is TokenKind.Word or TokenKind.Number && i + 1 < _tokens.Count;
            if (wordFollows && !_tokens[i + 1].HasSpaceBefore)
            {
                continue;
            }

            bool behindMark = i > first && _tokens[i - 1].Kind != TokenKind.Word;
            if (behindMark || !(_text[_tokens[i].Start - 1] is 's' or 'S'))
            {
                return i;
            }

            // “the farmers’ ” may own or close: the first such mark closes if no surer one follows.
            possible = possible < 0 ? i : possible;
        }

        return possible;
    }
}
