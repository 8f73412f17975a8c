using System.Buffers;

namespace TradeDigest.Language;

/// <summary>Decides whether a mark ends its sentence, by the word before it and the words behind it.</summary>
internal sealed class SentenceEnd
{
    private static readonly SearchValues<char> VowelsAndDigits = SearchValues.Create("aeiouyAEIOUY0123456789");

    private readonly Dictionary<int, (AbbreviationClass Class, bool NeedsCapital)> _abbreviations = [];
    private readonly WordSet _starters;
    private readonly WordSet _nouns;
    private readonly WordSet _joiners;
    private readonly WordSet _countries;
    private readonly WordSet _afterTime;
    private readonly WordSet _months;
    private readonly WordSet _reporting;
    private readonly WordSet _namesWithMark;
    private readonly WordSet _time;
    private readonly WordSet _times;

    public SentenceEnd(Vocabulary vocabulary, SentenceLexicon lexicon)
    {
        foreach (var (kind, words) in lexicon.Abbreviations)
        {
            foreach (string word in words)
            {
                _abbreviations.TryAdd(vocabulary.Add(word), (kind, char.IsUpper(word[0])));
            }
        }

        _starters = new WordSet(vocabulary, lexicon.Starters);
        _nouns = new WordSet(vocabulary, lexicon.NounStarters);
        _joiners = new WordSet(vocabulary, lexicon.Joiners);
        _countries = new WordSet(vocabulary, lexicon.CountryInitials);
        _afterTime = new WordSet(vocabulary, lexicon.TimeZones.Concat(lexicon.Weekdays).Concat(lexicon.Months));
        _months = new WordSet(vocabulary, lexicon.Months);
        _reporting = new WordSet(vocabulary, lexicon.ReportingVerbs);
        _namesWithMark = new WordSet(vocabulary, lexicon.NamesWithMark);
        _time = new WordSet(vocabulary, "time");
        _times = new WordSet(vocabulary, "a.m.", "p.m.");
    }

    /// <summary>Whether the mark at <paramref name="mark"/> ends a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">First token of the sentence so far.</param>
    /// <param name="mark">The terminal mark, or a word with its own dot.</param>
    /// <param name="next">The token behind the mark and what closes after it; within the block.</param>
    /// <param name="end">Index behind the block's last token.</param>
    public bool Is(string text, List<Token> tokens, int first, int mark, int next, int end)
    {
        var (stop, follower) = (tokens[mark], tokens[next]);
        if (!follower.HasSpaceBefore)
        {
            return IsMissingSpace(text, tokens, mark, next, end);
        }

        bool inQuotes = next > mark + 1 && tokens[next - 1].Kind == TokenKind.Quote;
        bool isDot = text[stop.End - 1] == '.' && (stop.Kind == TokenKind.Word || stop.Length == 1);
        if (Begins(text, tokens, next, end) == Opening.No)
        {
            return false;
        }

        if (!isDot)
        {
            bool isName = mark > first && text[stop.Start] == '!' && _namesWithMark.Has(tokens[mark - 1]) && tokens[mark - 1].IsCapitalized;
            bool inBrackets = next > mark + 1 && text[tokens[next - 1].Start] is ')' or ']' && OpensAfter(text, tokens, first, mark);
            return isName ? IsStarter(follower) : !inBrackets && !(inQuotes && text[stop.Start] is '?' or '!' && IsAttribution(text, tokens, next, end));
        }

        if (stop.Kind == TokenKind.Word)
        {
            return EndsDotted(text, tokens, first, mark, next, end);
        }

        return mark == first || stop.HasSpaceBefore || tokens[mark - 1].Kind != TokenKind.Word
            ? mark - first != 1 || tokens[first].Kind != TokenKind.Number || tokens[first].Length > 3
            : EndsWord(text, tokens, first, mark, next, end);
    }

    private enum Opening : byte
    {
        No,
        Capital,
        Quote,
        Other,
    }

    /// <summary>How a token may open a sentence.</summary>
    private static Opening Begins(string text, List<Token> tokens, int at, int end)
    {
        var token = tokens[at];
        char c = text[token.Start];
        switch (token.Kind)
        {
            case TokenKind.Word:
                return token.IsCapitalized || (token.Length > 2 && char.IsUpper(text[token.Start + 1])) || !char.IsLower(c) ? Opening.Capital : Opening.No;
            case TokenKind.Quote:
                return Opening.Quote;
            case TokenKind.Number:
                return Opening.Other;
            case TokenKind.Symbol:
                return c is '%' or '&' or '=' or '+' or '/' or '>' or '<' ? Opening.No : Opening.Other;
            default:
                return c is '(' or '[' or '¿' or '¡' || SentenceMarks.BulletLength(text, tokens, at, end) > 0 || char.IsSurrogate(c)
                    || (c is '.' or '…' && token.Length > 1) ? Opening.Other : Opening.No;
        }
    }

    /// <summary>A dot that lost its space: <c>fell sharply.The ministry</c>.</summary>
    private static bool IsMissingSpace(string text, List<Token> tokens, int mark, int next, int end) =>
        next == mark + 1 && mark > 0 && tokens[mark].Length == 1 && tokens[mark - 1].Kind == TokenKind.Word && !tokens[mark - 1].IsCapitalized
        && tokens[mark - 1].Length > 2 && tokens[mark - 1].HasSpaceBefore && text[tokens[mark].Start] is '.' or '?' or '!'
        && tokens[next].IsCapitalized && !tokens[next].IsAllCaps && next + 1 < end && tokens[next + 1].HasSpaceBefore;

    private bool EndsDotted(string text, List<Token> tokens, int first, int mark, int next, int end)
    {
        var follower = tokens[next];
        bool closed = next > mark + 1;
        if (closed && text[tokens[next - 1].Start] is ')' or ']' && OpensAfter(text, tokens, first, mark))
        {
            return false;
        }

        if (Class(tokens[mark]) == AbbreviationClass.Inner || Begins(text, tokens, next, end) == Opening.Other)
        {
            return false;
        }

        if (follower.Kind == TokenKind.Quote)
        {
            return next + 1 < end && tokens[next + 1].IsCapitalized;
        }

        if (_times.Has(tokens[mark]))
        {
            return !_afterTime.Has(follower) && !follower.IsAllCaps && !(next + 1 < end && _time.Has(tokens[next + 1]));
        }

        if (closed)
        {
            return !follower.IsAllCaps || IsStarter(follower);
        }

        return _countries.Has(tokens[mark]) ? IsStarter(follower) && !_joiners.Has(follower) : IsStarter(follower) || _nouns.Has(follower);
    }

    private bool EndsWord(string text, List<Token> tokens, int first, int mark, int next, int end)
    {
        var (word, follower) = (tokens[mark - 1], tokens[next]);
        var opening = Begins(text, tokens, next, end);
        if (word.Length == 1 && word.IsCapitalized)
        {
            return text[word.Start] == 'I' && mark - 1 > first && !tokens[mark - 2].IsCapitalized ? opening != Opening.Other : IsStarter(follower);
        }

        switch (Class(word))
        {
            case AbbreviationClass.Title or AbbreviationClass.Inner:
                return false;
            case AbbreviationClass.BeforeName:
                return IsStarter(follower) || opening == Opening.Quote;
            case AbbreviationClass.BeforeNumber:
                return follower.Kind != TokenKind.Number && !(follower.Kind == TokenKind.Symbol) && !_months.Has(follower);
            case AbbreviationClass.MayEnd:
                return opening == Opening.Capital ? IsStarter(follower) || _nouns.Has(follower)
                    : opening == Opening.Quote && next + 1 < end && tokens[next + 1].IsCapitalized;
            default:
                return !HasNoVowel(text, word) || opening != Opening.Capital || IsStarter(follower) || _nouns.Has(follower);
        }
    }

    private AbbreviationClass Class(Token word) =>
        word.Word >= 0 && _abbreviations.TryGetValue(word.Word, out var known) && (known.NeedsCapital ? word.IsCapitalized : !word.IsAllCaps) ? known.Class : AbbreviationClass.None;

    private bool IsStarter(Token token) => token.IsCapitalized && _starters.Has(token);

    /// <summary>A short capitalised word without a vowel is an abbreviation (<c>Lt.</c>, <c>Mfrs.</c>).</summary>
    private static bool HasNoVowel(string text, Token word) =>
        word is { IsCapitalized: true, IsAllCaps: false, Length: <= 4 } && word.Span.In(text).IndexOfAny(VowelsAndDigits) < 0;

    /// <summary>Whether a bracket opened behind the first token and is still open at the mark.</summary>
    private static bool OpensAfter(string text, List<Token> tokens, int first, int mark)
    {
        for (int i = mark; i > first && mark - i < 64; i--)
        {
            if (text[tokens[i].Start] is '(' or '[')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name of up to four words, with its title, and a verb of saying: <c>Sen. J. Roe asked</c>.</summary>
    private bool IsAttribution(string text, List<Token> tokens, int at, int end)
    {
        for (int i = at, words = 0; i < end && words < 5; i++)
        {
            if (i > at && text[tokens[i].Start] == '.' && (Class(tokens[i - 1]) == AbbreviationClass.Title || tokens[i - 1].Length == 1))
            {
                continue;
            }

            if (tokens[i].Kind != TokenKind.Word)
            {
                return false;
            }

            if (_reporting.Has(tokens[i]))
            {
                return i > at && !IsStarter(tokens[at]);
            }

            if (!tokens[i].IsCapitalized)
            {
                return false;
            }

            words++;
        }

        return false;
    }
}
