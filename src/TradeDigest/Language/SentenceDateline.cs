namespace TradeDigest.Language;

/// <summary>Recognises the dateline that opens a dispatch: <c>LONDON, June 9 (Reuters) -</c>, <c>SEOUL —</c>, <c>NEW DELHI:</c>, <c>Geneva, 14 May 2019 –</c>,
/// <c>Nairobi, 17 February 2026:</c>.</summary>
internal sealed class SentenceDateline(WordSet months, WordSet weekdays)
{
    /// <summary>The longest dateline, in tokens.</summary>
    private const int Longest = 24;

    /// <summary>How many tokens of the block a dateline takes, with the dash behind it; 0 where there is none.</summary>
    public int Length(string text, List<Token> tokens, SentenceBlock block)
    {
        int limit = Math.Min(block.End - 1, block.First + Longest);
        bool upper = true, dated = false, agency = false;
        int depth = 0;
        for (int i = block.First; i < limit; i++)
        {
            var token = tokens[i];
            char c = text[token.Start];
            bool spaced = tokens[i + 1].HasSpaceBefore;
            if (i > block.First && depth == 0 && spaced && (c is '–' or '—' || (c == '-' && (token.HasSpaceBefore || token.Length == 2))))
            {
                return upper || dated || agency ? i + 1 - block.First : 0;
            }

            if (i > block.First && c is '—' && depth == 0 && (upper || dated || agency))
            {
                return i + 1 - block.First;
            }

            if (i > block.First && c == ':' && depth == 0 && spaced)
            {
                bool capital = upper && tokens[i + 1].IsCapitalized && !tokens[i + 1].IsAllCaps && IsWide(tokens, block.First, i);
                return capital || (tokens[i + 1].IsCapitalized && IsPlaceAndDate(text, tokens, block.First, i)) ? i + 1 - block.First : 0;
            }

            if (c == '(')
            {
                depth++;
                agency |= i > block.First;
            }
            else if (c == ')')
            {
                depth--;
            }
            else if (depth == 0 && !Fits(token, c, ref upper, ref dated))
            {
                return 0;
            }
        }

        return 0;
    }

    private bool Fits(Token token, char c, ref bool upper, ref bool dated)
    {
        if (token.Kind == TokenKind.Number || months.Has(token) || weekdays.Has(token))
        {
            dated = true;
            return true;
        }

        if (token.Kind == TokenKind.Word)
        {
            upper &= token.IsAllCaps || dated || token.Length == 1;
            return token.IsCapitalized;
        }

        return c is ',' or '.' or '/' or '-' or '\'' or '’';
    }

    /// <summary>Whether the tokens are a place, a comma and a full date (<c>Nairobi, 17 February 2026</c>): what a ministry puts before its release.</summary>
    private bool IsPlaceAndDate(string text, List<Token> tokens, int first, int end)
    {
        int comma = first;
        while (comma < end && tokens[comma].Kind == TokenKind.Word && !months.Has(tokens[comma]) && !weekdays.Has(tokens[comma]))
        {
            comma++;
        }

        var date = tokens.Skip(comma + 1).Take(end - comma - 1).ToList();
        return comma > first && comma < end && text[tokens[comma].Start] == ','
            && date.Exists(t => months.Has(t)) && date.Exists(t => t is { Kind: TokenKind.Number, Length: 4 });
    }

    /// <summary>Whether the first word has four letters or more: a place, not a label such as <c>Q:</c> or <c>US:</c>.</summary>
    private static bool IsWide(List<Token> tokens, int first, int end) => tokens[end - 1].End - tokens[first].Start >= 4 && tokens[first].IsAllCaps;
}
