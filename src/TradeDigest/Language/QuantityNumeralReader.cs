using System.Globalization;

namespace TradeDigest.Language;

/// <summary>Reads numbers: <c>1,200.5</c>, <c>2-1/2</c>, <c>¾</c>, <c>12.2 billion</c>, <c>90m</c>, <c>1.2 lakh crore</c>, <c>a hundred and twenty</c>,
/// <c>two and a half million</c>, <c>two-thirds</c>, <c>half a million</c>.</summary>
internal sealed class QuantityNumeralReader
{
    /// <summary>No amount is as large; what is larger is an identifier.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000;

    /// <summary>Division by it leaves no zeros behind the point.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    private readonly Dictionary<int, decimal> _numbers;
    private readonly Dictionary<int, decimal> _magnitudes;
    private readonly Dictionary<int, decimal> _attached;
    private readonly Dictionary<int, decimal> _fractions;
    private readonly Dictionary<char, decimal> _signs;
    private readonly WordSet _openers;
    private readonly WordSet _articles;
    private readonly WordSet _and;
    private readonly WordSet _of;
    private readonly WordSet _half;
    private readonly WordSet _quarter;
    private readonly WordSet _notHalves;
    private readonly WordSet _beforeFraction;
    private readonly WordSet _behindFraction;
    private readonly int _trillion;

    public QuantityNumeralReader(Vocabulary vocabulary, QuantityLexicon lexicon)
    {
        Dictionary<int, decimal> Table(IReadOnlyDictionary<string, decimal> words) => words.ToDictionary(w => vocabulary.Add(w.Key), w => w.Value);
        (_numbers, _magnitudes) = (Table(lexicon.Numbers), Table(lexicon.Magnitudes));
        (_attached, _fractions) = (Table(lexicon.AttachedMagnitudes), Table(lexicon.Fractions));
        _signs = lexicon.FractionSigns.ToDictionary(s => s.Key[0], s => s.Value);
        _articles = new WordSet(vocabulary, "a", "an");
        _openers = new WordSet(vocabulary, ["a", "an", "half", .. lexicon.Numbers.Keys]);
        _and = new WordSet(vocabulary, "and");
        _of = new WordSet(vocabulary, "of");
        _half = new WordSet(vocabulary, "half");
        _quarter = new WordSet(vocabulary, "quarter", "quarters", "fourth", "second");
        _notHalves = new WordSet(vocabulary, "first", "second", "latter", "last", "next", "this", "that", "the", "each", "other", "1st", "2nd");
        _beforeFraction = new WordSet(vocabulary, "by", "nearly", "almost", "about", "over", "than", "roughly", "around", "only", "just", "least", "under", "to");
        _behindFraction = new WordSet(vocabulary, lexicon.NoModifiers);
        _trillion = vocabulary.Add("t");
    }

    /// <summary>The number that begins at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Where it should begin.</param>
    /// <param name="end">Index behind the last token to look at.</param>
    /// <param name="isMoney">Whether the sign of a currency stands before it.</param>
    /// <param name="numeral">The number.</param>
    public bool TryRead(string text, List<Token> tokens, int at, int end, bool isMoney, out Numeral numeral)
    {
        numeral = default;
        if (at >= end)
        {
            return false;
        }

        var token = tokens[at];
        return token.Kind switch
        {
            TokenKind.Number => TryDigits(text, tokens, at, end, isMoney, out numeral),
            TokenKind.Word => _openers.Has(token) && (TryFractionWords(text, tokens, at, end, out numeral) || TryWords(text, tokens, at, end, out numeral)),
            _ when text[token.Start] == '.' && token.Length == 1 && at + 1 < end && tokens[at + 1] is { Kind: TokenKind.Number, HasSpaceBefore: false }
                && (token.HasSpaceBefore || isMoney) => TryDigits(text, tokens, at, end, isMoney, out numeral),
            _ when token.Length == 1 && _signs.TryGetValue(text[token.Start], out decimal sign) =>
                Done(WithMagnitude(text, tokens, new Numeral(at + 1, sign, 1, NumeralForm.Fraction), end, isMoney), out numeral),
            _ => false,
        };
    }

    private static bool Done(Numeral read, out Numeral numeral)
    {
        numeral = read;
        return true;
    }

    private bool TryDigits(string text, List<Token> tokens, int at, int end, bool isMoney, out Numeral numeral)
    {
        numeral = default;
        bool isPoint = tokens[at].Kind != TokenKind.Number;
        int j = isPoint ? at + 1 : at;
        var digits = text.AsSpan(tokens[at].Start, tokens[j].End - tokens[at].Start);
        if (digits.Length > 24 || (digits.Length > 1 && digits[0] == '0' && digits[1] != '.')
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value)
            || value > Largest)
        {
            return false;
        }

        var form = NumeralForm.Digits;
        j++;
        if (!isPoint && tokens[at].Length <= 3 && value >= 1 && !(at > 0 && tokens[at - 1].Kind == TokenKind.Number))
        {
            // “100 000”, “1 250 000”: groups of three behind a space.
            while (j < end && IsGroup(text, tokens, j) && value < Largest / 1000)
            {
                value = (value * 1000) + int.Parse(tokens[j].Span.In(text), CultureInfo.InvariantCulture);
                j++;
            }
        }

        if (!isPoint && TrySlash(text, tokens, at, end, out decimal whole))
        {
            (value, j, form) = (whole, at + 3, NumeralForm.Fraction);
        }
        else if (j + 3 < end && text[tokens[j].Start] == '-' && !tokens[j].HasSpaceBefore && !tokens[j + 1].HasSpaceBefore && TrySlash(text, tokens, j + 1, end, out decimal part))
        {
            (value, j) = (value + part, j + 4);
        }
        else if (j + 2 < end && tokens[j].Kind == TokenKind.Number && TrySlash(text, tokens, j, end, out part))
        {
            (value, j) = (value + part, j + 3);
        }
        else if (j < end && tokens[j].Length == 1 && _signs.TryGetValue(text[tokens[j].Start], out part))
        {
            (value, j) = (value + part, j + 1);
        }
        else if (AndAHalf(tokens, j, end))
        {
            (value, j) = (value + 0.5m, j + 3);
        }

        numeral = WithMagnitude(text, tokens, new Numeral(j, value, 1, form), end, isMoney);
        return numeral.Value <= Largest;
    }

    /// <summary>Three plain digits behind one space, with no point, hyphen or slash behind them.</summary>
    private static bool IsGroup(string text, List<Token> tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Number, Length: 3 } group && group.Start == tokens[at - 1].End + 1 && text[group.Start - 1] is ' ' or '\u00A0' or '\u2009' or '\u202F'
        && char.IsAsciiDigit(text[group.Start]) && char.IsAsciiDigit(text[group.Start + 1]) && char.IsAsciiDigit(text[group.Start + 2])
        && !(at + 1 < tokens.Count && !tokens[at + 1].HasSpaceBefore && text[tokens[at + 1].Start] is '-' or '/' or ':' or '%');

    /// <summary>A proper fraction in digits with a usual denominator; others are dates and numbers of documents.</summary>
    private static bool TrySlash(string text, List<Token> tokens, int at, int end, out decimal value)
    {
        value = 0;
        if (at + 2 >= end || tokens[at].Kind != TokenKind.Number || tokens[at].Length > 2 || text[tokens[at + 1].Start] != '/' || tokens[at + 1].HasSpaceBefore
            || tokens[at + 2].Kind != TokenKind.Number || tokens[at + 2].HasSpaceBefore || tokens[at + 2].Length > 2
            || (at + 3 < end && text[tokens[at + 3].Start] == '/'))
        {
            return false;
        }

        int above = int.Parse(tokens[at].Span.In(text), CultureInfo.InvariantCulture), below = int.Parse(tokens[at + 2].Span.In(text), CultureInfo.InvariantCulture);
        if (above == 0 || above >= below || below is not (2 or 3 or 4 or 5 or 8 or 16 or 32 or 64))
        {
            return false;
        }

        value = (decimal)above / below;
        return true;
    }

    private bool AndAHalf(List<Token> tokens, int at, int end) =>
        at + 2 < end && _and.Has(tokens[at]) && _articles.Has(tokens[at + 1]) && _half.Has(tokens[at + 2]);

    private Numeral WithMagnitude(string text, List<Token> tokens, Numeral number, int end, bool isMoney)
    {
        int j = number.End;
        decimal magnitude = 1;
        if (j < end && tokens[j].Length == 1 && tokens[j].Word >= 0 && (!tokens[j].HasSpaceBefore || isMoney)
            && _attached.TryGetValue(tokens[j].Word, out decimal letter) && (isMoney || tokens[j].Word != _trillion))
        {
            (magnitude, j) = (letter, j + 1);
        }
        else
        {
            while (j < end)
            {
                int word = text[tokens[j].Start] == '-' && !tokens[j].HasSpaceBefore && j + 1 < end && !tokens[j + 1].HasSpaceBefore ? j + 1 : j;
                if (tokens[word].Word < 0 || !_magnitudes.TryGetValue(tokens[word].Word, out decimal factor) || magnitude * factor > Largest)
                {
                    break;
                }

                (magnitude, j) = (magnitude * factor, word + 1);
            }
        }

        return magnitude == 1 || number.Value > Largest / magnitude ? number : number with { End = j, Value = number.Value * magnitude / One, Magnitude = magnitude };
    }

    private bool TryWords(string text, List<Token> tokens, int at, int end, out Numeral numeral)
    {
        decimal total = 0, current = 0, magnitude = 1;
        int j = at;
        bool any = false, afterHundred = false;
        if (_articles.Has(tokens[at]) && at + 1 < end && _magnitudes.ContainsKey(tokens[at + 1].Word))
        {
            (current, any, j) = (1, true, at + 1);
        }

        while (j < end)
        {
            int word = any && text[tokens[j].Start] is '-' or '‑' && !tokens[j].HasSpaceBefore && j + 1 < end && !tokens[j + 1].HasSpaceBefore ? j + 1 : j;
            if (tokens[word].Word < 0)
            {
                break;
            }

            if (_numbers.TryGetValue(tokens[word].Word, out decimal number))
            {
                bool fits = !any || (current % 100 == 0 ? current + total > 0 : number is > 0 and < 10 && current % 100 >= 20 && current % 10 == 0);
                if (!fits)
                {
                    break;
                }

                (current, any, afterHundred, magnitude) = (current + number, true, false, 1);
            }
            else if (_magnitudes.TryGetValue(tokens[word].Word, out decimal factor))
            {
                if (!any || (current == 0 && (total == 0 || factor < 100_000)) || (current == 0 ? total : current) > Largest / factor)
                {
                    break;
                }

                if (factor < 1000)
                {
                    current *= factor;
                }
                else
                {
                    (total, current) = current == 0 ? (total * factor, 0) : (total + (current * factor), 0);
                }

                (afterHundred, magnitude) = (factor is 100 or 1000, factor);
            }
            else if (any && AndAHalf(tokens, j, end))
            {
                current += 0.5m;
                j += 3;
                continue;
            }
            else if (afterHundred && _and.Has(tokens[j]) && j + 1 < end && tokens[j + 1].Word >= 0 && _numbers.ContainsKey(tokens[j + 1].Word))
            {
                j++;
                continue;
            }
            else
            {
                break;
            }

            j = word + 1;
        }

        numeral = new Numeral(j, total + current, magnitude, NumeralForm.Words);
        return any && j > at && total + current <= Largest;
    }

    private bool TryFractionWords(string text, List<Token> tokens, int at, int end, out Numeral numeral)
    {
        numeral = default;
        var token = tokens[at];
        decimal above = 1;
        int j = at;
        bool isArticle = _articles.Has(token), isHyphenated = false;
        if (isArticle || _numbers.ContainsKey(token.Word))
        {
            above = isArticle ? 1 : _numbers[token.Word];
            j++;
            if (j + 1 < end && text[tokens[j].Start] is '-' or '‑' && !tokens[j].HasSpaceBefore && !tokens[j + 1].HasSpaceBefore)
            {
                (isHyphenated, j) = (true, j + 1);
            }
        }
        else if (!_half.Has(token) || (at > 0 && _notHalves.Has(tokens[at - 1])) || (at + 1 < end && text[tokens[at + 1].Start] == '-'))
        {
            return false;
        }

        if (j >= end || tokens[j].Word < 0 || !_fractions.TryGetValue(tokens[j].Word, out decimal below))
        {
            return false;
        }

        bool isPlural = text[tokens[j].End - 1] == 's', beforeOf = j + 1 < end && _of.Has(tokens[j + 1]), isHalf = _half.Has(tokens[j]);
        bool closes = j + 1 >= end || tokens[j + 1].Kind == TokenKind.Punctuation || _behindFraction.Has(tokens[j + 1]);
        if (above == 0 || above > below || (above > 1) != isPlural
            || (_quarter.Has(tokens[j]) && !isHyphenated && !beforeOf && !(isArticle && at > 0 && _beforeFraction.Has(tokens[at - 1]) && closes))
            || (isArticle && !isHalf && !beforeOf && !(at > 0 && _beforeFraction.Has(tokens[at - 1]) && closes)))
        {
            return false;
        }

        numeral = OfOne(text, tokens, new Numeral(j + 1, above / below, 1, NumeralForm.Fraction), end);
        return true;
    }

    /// <summary>A fraction of a magnitude: <c>half a million</c>, <c>a quarter of a billion</c>; of a unit, the words up to the unit (<c>half a percentage point</c>).</summary>
    private Numeral OfOne(string text, List<Token> tokens, Numeral fraction, int end)
    {
        int j = fraction.End;
        j += j < end && _of.Has(tokens[j]) ? 1 : 0;
        if (j >= end || !_articles.Has(tokens[j]))
        {
            return fraction.End < end && fraction.End == j ? WithMagnitude(text, tokens, fraction, end, isMoney: false) : fraction;
        }

        var scaled = WithMagnitude(text, tokens, fraction with { End = j + 1 }, end, isMoney: false);
        return scaled.Magnitude > 1 ? scaled : fraction;
    }
}
