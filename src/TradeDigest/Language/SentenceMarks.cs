namespace TradeDigest.Language;

/// <summary>Marks that end sentences, close after them, or open items of a list.</summary>
internal static class SentenceMarks
{
    /// <summary>Whether a token parts the cells of a table's row.</summary>
    public static bool IsBar(string text, Token token) => token.Length == 1 && text[token.Start] == '|';

    /// <summary>A full stop, question or exclamation mark, or ellipsis.</summary>
    public static bool IsTerminal(string text, Token token) =>
        token.Kind == TokenKind.Punctuation && text[token.End - 1] is '.' or '!' or '?' or '…' or '‽';

    /// <summary>A mark that closes behind the end of a sentence: a quotation mark, a bracket, a pictograph.</summary>
    public static bool IsCloser(string text, Token token) =>
        (token.Kind == TokenKind.Quote && text[token.Start] is not ('“' or '‘' or '„' or '«' or '‹')) || text[token.Start] is ')' or ']' or '}'
        || char.IsSurrogate(text[token.Start]);

    /// <summary>The last token of a run that closes nothing: a sentence's final mark, where it has one.</summary>
    public static int BeforeClosers(string text, List<Token> tokens, int first, int end)
    {
        int last = end - 1;
        while (last > first && IsCloser(text, tokens[last]))
        {
            last--;
        }

        return last;
    }

    /// <summary>How many tokens the bullet or number of an item takes at <paramref name="at"/>; 0 where there is none.</summary>
    public static int BulletLength(string text, List<Token> tokens, int at, int end)
    {
        if (at + 1 >= end)
        {
            return 0;
        }

        var token = tokens[at];
        char c = text[token.Start];
        if (c == '#' && token.Kind == TokenKind.Symbol)
        {
            int hashes = at;
            while (hashes < end && text[tokens[hashes].Start] == '#' && (hashes == at || !tokens[hashes].HasSpaceBefore))
            {
                hashes++;
            }

            return hashes < end && tokens[hashes].HasSpaceBefore ? hashes - at : 0;
        }

        if (token.Length == 1 && c is '•' or '‣' or '◦' or '▪' or '■' or '●' or '·' or '*' or '-' or '–' or '—' or '►' or '▶' or '➤')
        {
            return tokens[at + 1].HasSpaceBefore || c is '•' or '‣' or '●' or '▪' ? 1 : 0;
        }

        int label = c == '(' ? at + 1 : at;
        bool isLabel = tokens[label].Kind == TokenKind.Number ? tokens[label].Length <= 3 && IsDigits(text, tokens[label])
            : tokens[label].Kind == TokenKind.Word && tokens[label].Length == 1 && char.IsAsciiLetter(text[tokens[label].Start]);
        if (!isLabel || label + 2 >= end || tokens[label + 1].HasSpaceBefore || !tokens[label + 2].HasSpaceBefore)
        {
            return 0;
        }

        char close = text[tokens[label + 1].Start];
        bool closes = close == ')' || (close == '.' && c != '(' && tokens[label].Kind == TokenKind.Number && tokens[label + 1].Length == 1);
        return closes ? label + 2 - at : 0;
    }

    private static bool IsDigits(string text, Token token) => !token.Span.In(text).ContainsAnyExceptInRange('0', '9');
}
