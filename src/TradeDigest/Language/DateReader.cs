namespace TradeDigest.Language;

/// <summary>Finds the mentions of time in a text and works out what they mean: the extents and values of TIMEX3 (TimeML 1.2.1, http://www.timeml.org),
/// with ranges as one mention (“June 8 to 13” is <c>2025-06-08/2025-06-13</c>).</summary>
/// <remarks>
/// One pass over the tokens; a mention lies in one sentence. What the words leave open is decided so:
/// a weekday, month or day without a year lies in the past, on or before publication, unless the words around it look ahead;
/// “ago” counts from publication, “earlier” and “later” from the date spoken of last (in this or the two sentences before), else from publication;
/// a year of two digits is the one nearest to publication; a season is that of the northern half of the earth.
/// Counted-back time keeps the grain of its unit: “four days ago” is a day, “two months ago” a month, “a year ago” a year.
/// Made once and used by any number of threads.
/// </remarks>
public sealed class DateReader
{
    private readonly DateWords _words;

    /// <summary>A reader that adds the words of <c>English/dates.json</c> to <paramref name="vocabulary"/>.</summary>
    public DateReader(Vocabulary vocabulary) =>
        _words = new DateWords(vocabulary, LexiconFile.Load("English/dates.json", DateLexiconJson.Default.DateLexicon));

    /// <summary>The mentions of time in <paramref name="text"/>, in order, without overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, cut with the reader's vocabulary.</param>
    /// <param name="sentences">Its sentences; without any, the text counts as one.</param>
    /// <param name="quantities">Its amounts: a number with a unit is a year only behind clear words.</param>
    /// <param name="published">The day against which relative dates are resolved.</param>
    public IReadOnlyList<DateMention> Read(
        string text, List<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Quantity> quantities, DateOnly published)
    {
        var mentions = new List<DateMention>();
        var scan = new DateText(text, tokens, sentences, published, _words);
        scan.DayFirst = NumericDateRule.OrderIn(scan);
        int quantity = 0;
        for (int i = 0; i < tokens.Count;)
        {
            if (!MayBegin(scan, i))
            {
                i++;
                continue;
            }

            while (quantity < quantities.Count && quantities[quantity].EndToken <= i)
            {
                quantity++;
            }

            bool counted = quantity < quantities.Count && quantities[quantity].FirstToken <= i && quantities[quantity].Unit is not null;
            scan.MoveTo(i);
            if (DateRules.TryRead(scan, i, counted, out var reading))
            {
                mentions.Add(reading.ToMention(scan, i));
                if (reading.From is { } from)
                {
                    scan.Remember(reading.To ?? from);
                }

                i = reading.End;
            }
            else
            {
                i++;
            }
        }

        return mentions;
    }

    /// <summary>Whether a mention may begin at a token: most words, and the articles before them, begin none.</summary>
    private static bool MayBegin(DateText text, int at)
    {
        var word = text.Word(at);
        if ((word.Traits & (DateWordTraits.StartsHedge | DateWordTraits.StartsVague)) != 0)
        {
            return true;
        }

        switch (word.Class)
        {
            case DateWordClass.None:
                return text.Tokens[at].Kind switch
                {
                    TokenKind.Number => true,
                    TokenKind.Quote => at + 1 < text.Tokens.Count && text.Tokens[at + 1] is { Kind: TokenKind.Number, HasSpaceBefore: false },
                    _ => IsLabel(text.Text, text.Tokens[at]),
                };
            case DateWordClass.Keyword when (DateKeyword)word.Value is DateKeyword.The or DateKeyword.A:
                return at + 1 < text.Tokens.Count && (text.Word(at + 1).Class is not DateWordClass.None
                    || text.Tokens[at + 1].Kind is TokenKind.Number or TokenKind.Quote || IsLabel(text.Text, text.Tokens[at + 1]));
            case DateWordClass.Direction:
                return (DateDirection)word.Value is DateDirection.Before or DateDirection.After;
            default:
                return word.Class is not (DateWordClass.Keyword or DateWordClass.Meridiem or DateWordClass.Zone or DateWordClass.OrdinalSuffix or DateWordClass.Period);
        }
    }

    /// <summary>Letters and a digit that may name a part of a year: Q1, H2, FY2025.</summary>
    private static bool IsLabel(string text, Token token) =>
        token is { Kind: TokenKind.Word, Length: 2 or 4 or 6 } && text[token.Start] is 'Q' or 'H' or 'F' && char.IsAsciiDigit(text[token.End - 1]);
}
