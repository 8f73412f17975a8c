using System.Globalization;

namespace TradeDigest.Language;

/// <summary>A text as the rules for dates see it while one pass goes over it: its words' parts, the sentence at hand, the dates read so far.</summary>
internal sealed class DateText
{
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly DateWord[] _classes;
    private int _sentence;
    private int _referenceSentence = -9;

    public DateText(string text, List<Token> tokens, IReadOnlyList<Sentence> sentences, DateOnly published, DateWords words)
    {
        (Text, Tokens, _sentences, Published, Words, Limit) = (text, tokens, sentences, published, words, tokens.Count);
        _classes = new DateWord[tokens.Count];
        for (int i = 0; i < _classes.Length; i++)
        {
            _classes[i] = words[tokens[i].Word];
        }
    }

    public string Text { get; }

    /// <summary>The tokens; a list, not its interface, for the speed of the rules, which look at each many times.</summary>
    public List<Token> Tokens { get; }

    public DateOnly Published { get; }

    public DateWords Words { get; }

    /// <summary>Index behind the last token that belongs with the one at hand: its sentence's end.</summary>
    public int Limit { get; private set; }

    /// <summary>Index of the first token of the sentence at hand.</summary>
    public int Floor { get; private set; }

    /// <summary>The last date read, while it is near enough to speak of (this sentence or the two before); null otherwise.</summary>
    public Moment? Reference => _sentence - _referenceSentence <= 2 ? LastRead : null;

    /// <summary>The last date read in this sentence.</summary>
    public Moment? SentenceReference => _sentence == _referenceSentence ? LastRead : null;

    /// <summary>Whether the day stands before the month in dates of digits; null until the text has shown it.</summary>
    public bool? DayFirst { get; set; }

    private Moment? LastRead { get; set; }

    /// <summary>Remembers a date that later words may refer to.</summary>
    public void Remember(Moment moment) => (LastRead, _referenceSentence) = (moment, _sentence);

    /// <summary>Moves the bounds to the sentence of token <paramref name="at"/>, which never goes back.</summary>
    public void MoveTo(int at)
    {
        if (at < Limit && at >= Floor && _sentence > 0)
        {
            return;
        }

        while (_sentence < _sentences.Count && _sentences[_sentence].EndToken <= at)
        {
            _sentence++;
        }

        bool inside = _sentence < _sentences.Count && _sentences[_sentence].FirstToken <= at;
        Floor = inside ? _sentences[_sentence].FirstToken : _sentence > 0 ? _sentences[_sentence - 1].EndToken : 0;
        Limit = inside ? _sentences[_sentence].EndToken : _sentence < _sentences.Count ? _sentences[_sentence].FirstToken : Tokens.Count;
    }

    /// <summary>The part of the word at a token of this sentence.</summary>
    public DateWordClass Class(int at) => at >= Floor && at < Limit ? _classes[at].Class : DateWordClass.None;

    public bool Is(int at, DateWordClass kind) => Class(at) == kind;

    public bool Is(int at, DateKeyword keyword) => Class(at) == DateWordClass.Keyword && _classes[at].Value == (short)keyword;

    public bool Is(int at, DateRelative relative) => Class(at) == DateWordClass.Relative && _classes[at].Value == (short)relative;

    public bool Is(int at, DateDirection direction) => Class(at) == DateWordClass.Direction && _classes[at].Value == (short)direction;

    public bool IsUnit(int at, DateUnit unit) => Class(at) == DateWordClass.Unit && _classes[at].Value == (short)unit;

    public int Value(int at) => _classes[at].Value;

    public DateUnit Unit(int at) => (DateUnit)_classes[at].Value;

    public bool Has(int at, DateWordTraits traits) => at >= Floor && at < Limit && (_classes[at].Traits & traits) != 0;

    /// <summary>What a token does anywhere in the text, or nothing outside it.</summary>
    public DateWord Word(int at) => (uint)at < (uint)_classes.Length ? _classes[at] : default;

    public bool IsMark(int at, char mark) => at >= Floor && at < Limit && Tokens[at] is { Length: 1 } token && Text[token.Start] == mark;

    public bool IsDash(int at) => at >= Floor && at < Limit && Tokens[at] is { Length: <= 2, Kind: TokenKind.Punctuation } token
        && Text[token.Start] is '-' or '\u2010' or '\u2011' or '\u2012' or '–' or '—';

    public bool IsCapitalized(int at) => at >= Floor && at < Limit && Tokens[at].IsCapitalized;

    /// <summary>Whether nothing separates a token from the one before.</summary>
    public bool IsTight(int at) => at > Floor && at < Limit && !Tokens[at].HasSpaceBefore;

    public bool IsNumber(int at) => at >= Floor && at < Limit && Tokens[at].Kind == TokenKind.Number;

    /// <summary>How many characters a token has; 0 outside the sentence.</summary>
    public int Length(int at) => at >= Floor && at < Limit ? Tokens[at].Length : 0;

    /// <summary>Whether a word is written so, without regard to case.</summary>
    public bool Reads(int at, string word) =>
        at >= Floor && at < Limit && Tokens[at].Span.In(Text).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole number of at most <paramref name="digits"/> ASCII digits at a token; -1 where there is none.</summary>
    public int Int(int at, int digits = 4) => IsNumber(at) && Tokens[at].Length <= digits
        && int.TryParse(Tokens[at].Span.In(Text), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;

    /// <summary>Whether a clause may end at a token: the sentence's end, a mark, a quotation mark.</summary>
    public bool EndsClause(int at) => at < 0 || at >= Limit || Tokens[at].Kind is TokenKind.Punctuation or TokenKind.Quote;
}
