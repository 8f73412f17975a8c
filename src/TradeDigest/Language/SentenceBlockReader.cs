namespace TradeDigest.Language;

/// <summary>A run of lines that belong together: a paragraph, a heading, an item of a list, a row of a table.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index behind its last token.</param>
internal readonly record struct SentenceBlock(int First, int End);

/// <summary>Tells line breaks that end something from those that only wrap a paragraph.</summary>
/// <remarks>A blank line always ends a block. Of other breaks the evidence is: how wide the text's lines are, whether the next line's first word
/// would have fitted on this one, how this line ends, how the next begins, and whether it is indented.</remarks>
internal sealed class SentenceBlockReader(WordSet openEnds, WordSet endMarks)
{
    /// <summary>Lines wider than this are paragraphs: nobody wraps text so wide.</summary>
    private const int WidestWrap = 140;

    /// <summary>Lines narrower than this are items of a list.</summary>
    private const int NarrowestWrap = 40;

    private readonly record struct Line(int First, int End, int Indent, int Width, bool AfterBlank, bool IsTable, bool IsUpper);

    /// <summary>The blocks of a text, in order; every token lies in one.</summary>
    public List<SentenceBlock> Read(string text, List<Token> tokens)
    {
        var lines = Lines(text, tokens);
        var blocks = new List<SentenceBlock>();
        if (lines.Count == 0)
        {
            return blocks;
        }

        var (width, wrapped) = Measure(text, tokens, lines);
        int first = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].AfterBlank || Breaks(text, tokens, lines[i - 1], lines[i], width, wrapped))
            {
                blocks.Add(new SentenceBlock(first, lines[i].First));
                first = lines[i].First;
            }
        }

        blocks.Add(new SentenceBlock(first, tokens.Count));
        return blocks;
    }

    private static List<Line> Lines(string text, List<Token> tokens)
    {
        var lines = new List<Line>();
        int first = 0;
        int gaps = 0, upper = 0;
        bool lower = false, bars = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (i > first)
            {
                gaps += token.Start - tokens[i - 1].End >= 3 || (token.Start > tokens[i - 1].End && text[token.Start - 1] == '\t') ? 1 : 0;
            }

            bars |= i > first && token.HasSpaceBefore && SentenceMarks.IsBar(text, token);
            if (token.Kind == TokenKind.Word)
            {
                upper += token.IsAllCaps ? 1 : 0;
                lower |= !token.IsAllCaps && token.Length > 1;
            }

            if (i + 1 == tokens.Count || tokens[i + 1].StartsLine)
            {
                int indent = 0;
                while (tokens[first].Start - indent > 0 && text[tokens[first].Start - indent - 1] is ' ' or '\t')
                {
                    indent++;
                }

                lines.Add(new Line(first, i + 1, indent, token.End - tokens[first].Start, tokens[first].StartsParagraph, gaps >= 2 || bars, upper > 0 && !lower));
                (first, gaps, upper, lower, bars) = (i + 1, 0, 0, false, false);
            }
        }

        return lines;
    }

    /// <summary>The width of the widest of the lines that touch another, and whether they look wrapped.</summary>
    private static (int Width, bool Wrapped) Measure(string text, List<Token> tokens, List<Line> lines)
    {
        int width = 0, pairs = 0, closed = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            if (!lines[i].AfterBlank)
            {
                pairs++;
                closed += IsClosed(text, tokens, lines[i - 1]) ? 1 : 0;
                width = Math.Max(width, Math.Max(lines[i - 1].Indent + lines[i - 1].Width, lines[i].Indent + lines[i].Width));
            }
        }

        return (width, pairs > 0 && width is >= NarrowestWrap and <= WidestWrap && closed * 5 < pairs * 3);
    }

    private bool Breaks(string text, List<Token> tokens, Line line, Line next, int width, bool wrapped)
    {
        if (line.IsTable || next.IsTable || (next.Indent >= 2 && next.Indent > line.Indent) || IsEndMark(next) || IsEndMark(line))
        {
            return true;
        }

        var (last, begin) = (tokens[line.End - 1], tokens[next.First]);
        bool closed = IsClosed(text, tokens, line);
        if (SentenceMarks.BulletLength(text, tokens, next.First, next.End) > 0 && (closed || !wrapped || text[last.End - 1] is ':' or ';'))
        {
            return true;
        }

        if (line.IsUpper != next.IsUpper && !closed && line.Width >= 10)
        {
            return line.IsUpper;
        }

        bool fits = line.Indent + line.Width + 1 + begin.Length <= width * 3 / 4;
        bool opens = begin.IsCapitalized || begin.Kind is TokenKind.Number or TokenKind.Quote or TokenKind.Symbol;
        bool goesOn = text[last.End - 1] is ',' or '(' || (last.Kind == TokenKind.Word && !last.IsCapitalized && openEnds.Has(last));
        if (goesOn)
        {
            return false;
        }

        if (!opens)
        {
            return text[last.End - 1] is ':' or ';' or '.' && (!wrapped || fits);
        }

        return !wrapped || fits;

        bool IsEndMark(Line one) => one.End - one.First == 1 && endMarks.Has(tokens[one.First]);
    }

    /// <summary>Whether a line ends as a sentence does.</summary>
    private static bool IsClosed(string text, List<Token> tokens, Line line) =>
        SentenceMarks.IsTerminal(text, tokens[SentenceMarks.BeforeClosers(text, tokens, line.First, line.End)]);
}
