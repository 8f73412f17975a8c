namespace TradeDigest.Language;

/// <summary>Cuts a text into tokens, in one pass, with offsets into the text as it is.</summary>
/// <remarks>Hyphens and slashes separate (<c>US-China</c>, <c>90-day</c>: three tokens), digits end where letters begin
/// (<c>90bn</c>, <c>21st</c>: two tokens), letters may be followed by digits (<c>Q1</c>, <c>G7</c>: one) unless they are a prefix of numbers (<c>Rs500</c>: two).</remarks>
public sealed class Tokenizer(Vocabulary vocabulary)
{
    /// <summary>The tokens of <paramref name="text"/>, in order, without overlap; characters between them are white space.</summary>
    public List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 8);
        var gap = TokenTraits.SpaceBefore | TokenTraits.LineStart | TokenTraits.ParagraphStart;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                gap |= c switch
                {
                    '\n' when (gap & TokenTraits.LineStart) != 0 => TokenTraits.SpaceBefore | TokenTraits.ParagraphStart,
                    '\n' => TokenTraits.SpaceBefore | TokenTraits.LineStart,
                    '\u2029' => TokenTraits.SpaceBefore | TokenTraits.LineStart | TokenTraits.ParagraphStart,
                    _ => TokenTraits.SpaceBefore,
                };
                i++;
                continue;
            }

            var token = Next(text, i, gap);
            tokens.Add(token);
            i = token.End;
            gap = TokenTraits.None;
        }

        return tokens;
    }

    private Token Next(string text, int start, TokenTraits gap)
    {
        char c = text[start];
        if (char.IsLetter(c) || (char.IsSurrogate(c) && Rune(text, start)))
        {
            return Word(text, start, gap);
        }

        if (char.IsAsciiDigit(c) || char.IsDigit(c))
        {
            return Lookup(text, start, NumberEnd(text, start), TokenKind.Number, gap);
        }

        if (IsQuote(c))
        {
            if (IsApostrophe(c) && PossessiveEnd(text, start) is > 0 and var end && start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                return Lookup(text, start, end, TokenKind.Word, gap);
            }

            return Lookup(text, start, start + 1, TokenKind.Quote, gap);
        }

        int length = char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2
            : c == '.' && start + 2 < text.Length && text[start + 1] == '.' && text[start + 2] == '.' ? 3
            : c == '-' && start + 1 < text.Length && text[start + 1] == '-' ? 2
            : 1;
        return Lookup(text, start, start + length, IsSymbol(c) ? TokenKind.Symbol : TokenKind.Punctuation, gap);
    }

    private Token Lookup(string text, int start, int end, TokenKind kind, TokenTraits traits) =>
        new(start, end, vocabulary.Find(text.AsSpan(start, end - start)), kind, traits);

    private static bool Rune(string text, int at) => char.IsLetter(text, at);

    private Token Word(string text, int start, TokenTraits gap)
    {
        int end = start;
        bool dotted = false, numbered = false;
        while (end < text.Length)
        {
            char c = text[end];
            if (char.IsAsciiDigit(c) && !numbered)
            {
                if (vocabulary.IsPrefix(text.AsSpan(start, end - start)))
                {
                    break;
                }

                numbered = true;
            }

            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                end++;
            }
            else if (c == '.' && IsInitialDot(text, start, end, dotted))
            {
                dotted = true;
                end++;
            }
            else if (IsApostrophe(c) && end + 1 < text.Length && char.IsLetter(text[end + 1]) && !IsPossessive(text, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        var traits = gap | Case(text.AsSpan(start, end - start)) | (dotted ? TokenTraits.Dotted : TokenTraits.None);
        return Lookup(text, start, end, TokenKind.Word, traits);
    }

    /// <summary>A dot behind a single letter that belongs to an abbreviation: the first of <c>U.S.</c> (a letter and a dot follow), or a later one.</summary>
    private static bool IsInitialDot(string text, int start, int dot, bool dotted)
    {
        if (dotted)
        {
            return text[dot - 2] == '.' && char.IsLetter(text[dot - 1]);
        }

        return dot - start == 1 && dot + 2 < text.Length && char.IsLetter(text[dot + 1]) && text[dot + 2] == '.'
            && char.IsUpper(text[dot - 1]) == char.IsUpper(text[dot + 1]);
    }

    private static TokenTraits Case(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
        {
            return TokenTraits.None;
        }

        int letters = 0;
        foreach (char c in word)
        {
            if (char.IsLetter(c))
            {
                if (!char.IsUpper(c))
                {
                    return TokenTraits.Capitalized;
                }

                letters++;
            }
        }

        return letters > 1 ? TokenTraits.Capitalized | TokenTraits.AllCaps : TokenTraits.Capitalized;
    }

    private static int NumberEnd(string text, int start)
    {
        int end = start;
        while (end < text.Length)
        {
            char c = text[end];
            bool joins = c is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1])
                && (c == '.' || IsGroup(text, end + 1) || IsIndianGroup(text, end + 1));
            if (!char.IsDigit(c) && !joins)
            {
                break;
            }

            end++;
        }

        return end;
    }

    /// <summary>Three digits and no fourth: a thousands group.</summary>
    private static bool IsGroup(string text, int at) =>
        at + 2 < text.Length && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2])
        && (at + 3 >= text.Length || !char.IsDigit(text[at + 3]));

    /// <summary>Groups of two digits before one of three: <c>1,20,000</c>, <c>12,34,56,000</c>.</summary>
    private static bool IsIndianGroup(string text, int at)
    {
        for (int groups = 0; groups < 4 && at + 2 < text.Length && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]) && text[at + 2] == ','; groups++)
        {
            at += 3;
            if (at < text.Length && char.IsDigit(text[at]) && IsGroup(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    /// <summary>The apostrophe opens a possessive <c>'s</c> that ends the word.</summary>
    private static bool IsPossessive(string text, int apostrophe) => PossessiveEnd(text, apostrophe) > 0;

    private static int PossessiveEnd(string text, int apostrophe) =>
        apostrophe + 1 < text.Length && text[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 >= text.Length || !char.IsLetterOrDigit(text[apostrophe + 2])) ? apostrophe + 2 : -1;

    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '„' or '‟' or '‘' or '’' or '‚' or '«' or '»' or '‹' or '›' or '`';

    private static bool IsSymbol(char c) => c is '%' or '$' or '&' or '+' or '=' or '/' or '#' or '@' or '<' or '>' or '|' or '^' or '~'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.CurrencySymbol or System.Globalization.UnicodeCategory.MathSymbol
            or System.Globalization.UnicodeCategory.OtherSymbol;
}
