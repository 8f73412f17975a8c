using System.Globalization;

namespace TradeDigest.Language;

/// <summary>Tells amounts from numbers that are something else: years, days of a month, times, names (<c>Section 301</c>, <c>Boeing 737</c>), telephone numbers, scores.</summary>
internal sealed class QuantityGuard(Vocabulary vocabulary, QuantityLexicon lexicon, IReadOnlyList<string> months)
{
    private readonly WordSet _labels = new(vocabulary, lexicon.Labels);
    private readonly WordSet _timeMarks = new(vocabulary, lexicon.TimeMarks);
    private readonly WordSet _months = new(vocabulary, months);
    private readonly WordSet _joins = new(vocabulary, "and", "or", "to", "through");
    private readonly WordSet _beforeYear = new(vocabulary, "in", "since", "until", "during", "from", "by", "of", "for", "before", "after", "late", "early", "to", "and", "mid");

    /// <summary>Whether bare digits at <paramref name="at"/>, without unit, currency or magnitude, are no amount.</summary>
    public bool IsNoAmount(string text, List<Token> tokens, int at, int next, Sentence sentence) =>
        IsYear(text, tokens[at]) || IsGlued(text, tokens, at, next) || IsDay(text, tokens, at, next) || IsTime(tokens, at, next) || IsName(text, tokens, at, next, sentence)
        || IsAge(text, tokens, at, next);

    /// <summary>Whether digits before a counted unit belong to a date instead: <c>on May 12 workers</c>, <c>in 2019 exports</c>.</summary>
    public bool IsDated(string text, List<Token> tokens, int at) =>
        at > 0 && ((IsYear(text, tokens[at]) && (_beforeYear.Has(tokens[at - 1]) || IsMonth(tokens[at - 1]))) || (tokens[at].Length <= 2 && IsMonth(tokens[at - 1])));

    /// <summary>Whether a number is written as a year: four digits, 1500 to 2199.</summary>
    public static bool IsYear(string text, Token token) =>
        token is { Kind: TokenKind.Number, Length: 4 } && int.TryParse(token.Span.In(text), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1500 and < 2200;

    /// <summary>Whether a word before the number, or before those it is listed with, makes it a name: <c>Articles 5, 6 and 7</c>.</summary>
    private bool IsLabelled(string text, List<Token> tokens, int at)
    {
        for (int i = at - 1; i >= 0 && at - i <= 12; i--)
        {
            var token = tokens[i];
            if (_labels.Has(token))
            {
                return true;
            }

            if (token.Kind != TokenKind.Number && !(text[token.Start] is ',' or '-' or '–' or '.' or '&') && !_joins.Has(token))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsMonth(Token token) => token.IsCapitalized && _months.Has(token);

    private bool IsDay(string text, List<Token> tokens, int at, int next)
    {
        if (tokens[at].Length > 2)
        {
            return false;
        }

        bool monthBehind = next < tokens.Count && IsMonth(tokens[next]);
        for (int i = at - 1; i >= 0 && at - i <= 8 && !monthBehind; i--)
        {
            if (IsMonth(tokens[i]))
            {
                return true;
            }

            if (!(tokens[i] is { Kind: TokenKind.Number, Length: <= 2 }) && !(text[tokens[i].Start] is '.' or '-' or '–' or ',') && !_joins.Has(tokens[i]))
            {
                break;
            }
        }

        // “12-13 May”, “12 and 13 May”, “12 to 14 May”
        return monthBehind || (next + 2 < tokens.Count && (text[tokens[next].Start] is '-' or '–' || _joins.Has(tokens[next]))
            && tokens[next + 1] is { Kind: TokenKind.Number, Length: <= 2 } && IsMonth(tokens[next + 2]));
    }

    private bool IsTime(List<Token> tokens, int at, int next) => tokens[at].Length <= 5 && next < tokens.Count && _timeMarks.Has(tokens[next]);

    private bool IsName(string text, List<Token> tokens, int at, int next, Sentence sentence)
    {
        if (at == sentence.FirstToken)
        {
            return next < sentence.EndToken && text[tokens[next].Start] is '.' or ')' && !tokens[next].HasSpaceBefore && next + 1 < sentence.EndToken;
        }

        var before = tokens[at - 1];
        return IsLabelled(text, tokens, at)
            || (before.Kind == TokenKind.Word && before.IsCapitalized && at - 1 > sentence.FirstToken && tokens[at].HasSpaceBefore && !IsAllUpper(tokens, sentence));
    }

    private static bool IsAllUpper(List<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken && i < sentence.FirstToken + 24; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].IsAllCaps && tokens[i].Length > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A part of something longer: <c>21st</c>, <c>3-2</c>, <c>10:30</c>, <c>202-555-0123</c>, <c>#2</c>, <c>COVID-19</c>, <c>5G</c>.</summary>
    private static bool IsGlued(string text, List<Token> tokens, int at, int next)
    {
        if (at > 0 && !tokens[at].HasSpaceBefore && !(tokens[at - 1].Kind == TokenKind.Quote || text[tokens[at - 1].Start] is '(' or '[' or '—' || text[tokens[at - 1].Start] == '-' && tokens[at - 1].Length == 2))
        {
            return true;
        }

        if (next >= tokens.Count)
        {
            return false;
        }

        if (tokens[next].HasSpaceBefore)
        {
            return tokens[next].Kind == TokenKind.Number || (at > 0 && tokens[at - 1].Kind == TokenKind.Number && tokens[at].HasSpaceBefore);
        }

        char behind = text[tokens[next].Start];
        bool isFollowed = next + 1 < tokens.Count && !tokens[next + 1].HasSpaceBefore;
        return tokens[next].Kind switch
        {
            TokenKind.Quote => false,
            TokenKind.Punctuation when behind is '-' or '–' => isFollowed && (tokens[next + 1].Kind == TokenKind.Number || tokens[next + 1].IsCapitalized),
            TokenKind.Punctuation => behind is ':' or '_' or '.' && isFollowed && tokens[next + 1].Kind is TokenKind.Number or TokenKind.Word,
            _ => behind != '+',
        };
    }

    /// <summary><c>Jane Doe, 52, said</c>.</summary>
    private static bool IsAge(string text, List<Token> tokens, int at, int next) =>
        at > 1 && next < tokens.Count && text[tokens[at - 1].Start] == ',' && text[tokens[next].Start] == ',' && tokens[at - 2].IsCapitalized && tokens[at].Length == 2;
}
