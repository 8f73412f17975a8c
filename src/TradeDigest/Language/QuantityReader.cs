namespace TradeDigest.Language;

/// <summary>Finds amounts: numbers in digits and words with their currency, percentage or unit, ranges and hedges (<c>English/quantities.json</c>).</summary>
/// <remarks>
/// Lengths of time are amounts too (<c>90-day</c>: 90 <c>day</c>). No amounts are: years, days of a month, times of day, ordinals, names (<c>Section 301</c>), telephone
/// numbers, scores, <c>one</c> alone, and vague words (<c>hundreds</c>, <c>several million</c>). “From 24% to 12%” is two amounts; “2 to 3 percent” is one with an upper end.
/// Of amounts that share a unit (“10, 15 and 25 percent”, “from 5 to 3 percent”, “6.1 billion dlrs from 7.2 billion”) each has it, with its own span. A counted unit behind words that narrow it
/// (“5,000 manufacturing jobs”) is the amount's, and outside its span.
/// </remarks>
public sealed class QuantityReader
{
    private readonly QuantityNumeralReader _numerals;
    private readonly QuantityUnitReader _units;
    private readonly QuantityGuard _guard;
    private readonly PhraseTable<QuantityBound> _hedges;
    private readonly PhraseTable<QuantityBound> _trailing;
    private readonly WordSet _minus;
    private readonly WordSet _articles;
    private readonly WordSet _rangeOpeners;
    private readonly WordSet _comparisons;
    private readonly WordSet _to;
    private readonly WordSet _by;
    private readonly WordSet _from;
    private readonly WordSet _between;
    private readonly WordSet _and;
    private readonly WordSet _or;
    private readonly WordSet _full;

    /// <summary>A reader whose words are added to <paramref name="vocabulary"/>.</summary>
    public QuantityReader(Vocabulary vocabulary)
    {
        var lexicon = LexiconFile.Load("English/quantities.json", QuantityLexiconJson.Default.QuantityLexicon);
        var months = LexiconFile.Load("English/sentences.json", SentenceLexiconJson.Default.SentenceLexicon).Months;
        _numerals = new QuantityNumeralReader(vocabulary, lexicon);
        _units = new QuantityUnitReader(vocabulary, lexicon);
        _guard = new QuantityGuard(vocabulary, lexicon, months);
        (_hedges, _trailing) = (Hedges(vocabulary, lexicon.Hedges), Hedges(vocabulary, lexicon.TrailingHedges));
        _minus = new WordSet(vocabulary, lexicon.Minus);
        _articles = new WordSet(vocabulary, "a", "an");
        _rangeOpeners = new WordSet(vocabulary, lexicon.RangeOpeners);
        _comparisons = new WordSet(vocabulary, lexicon.Comparisons);
        _to = new WordSet(vocabulary, "to");
        _by = new WordSet(vocabulary, "by");
        _from = new WordSet(vocabulary, "from");
        _between = new WordSet(vocabulary, "between");
        _and = new WordSet(vocabulary, "and");
        _or = new WordSet(vocabulary, "or");
        _full = new WordSet(vocabulary, "full", "whole");
    }

    /// <summary>The amounts of a text, in order, without overlap; none crosses the end of a sentence.</summary>
    public IReadOnlyList<Quantity> Read(string text, List<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var found = new List<Quantity>();
        foreach (var sentence in sentences)
        {
            ReadSentence(text, tokens, sentence, found);
        }

        return found;
    }

    private readonly record struct Amount(int First, int End, Numeral Numeral, decimal Value, string? Unit, bool SignBefore)
    {
        public bool IsBare => Unit is null && Numeral is { Magnitude: 1, Form: NumeralForm.Digits };
    }

    private void ReadSentence(string text, List<Token> tokens, Sentence sentence, List<Quantity> found)
    {
        var bound = QuantityBound.Exact;
        int hedgeFirst = -1, hedgeEnd = -1;
        int firstFound = found.Count;
        var last = default(Amount);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (TryRead(text, tokens, i, sentence, out var amount))
            {
                bool isHedged = hedgeEnd == i;
                int before = (isHedged ? hedgeFirst : i) - 1;
                bool isRange = TryRange(text, tokens, amount, before, sentence, isHedged, out var high);
                if (!isRange && found.Count > firstFound)
                {
                    Share(text, tokens, last, amount, found);
                }

                if (amount.Unit is null && !isRange && IsCompared(tokens, last, amount, before, sentence, found.Count > firstFound))
                {
                    amount = amount with { Unit = last.Unit };
                }

                int end = isRange ? high.End : amount.End;
                string? unit = isRange ? high.Unit ?? amount.Unit : amount.Unit;
                decimal value = isRange && amount.Numeral.Magnitude == 1 && high.Numeral.Magnitude > 1 && amount.Value * high.Numeral.Magnitude < high.Value
                    ? amount.Value * high.Numeral.Magnitude
                    : amount.Value;
                var span = new TextSpan(tokens[i].Start, tokens[end - 1].End);
                found.Add(new Quantity(span, i, end, value, isRange ? high.Value : null, unit, isHedged ? bound : Trailing(text, tokens, end, sentence.EndToken)));
                last = isRange ? high : amount;
                i = end - 1;
            }
            else if (_hedges.TryMatch(text, tokens, i, out var hedge, out int length) && i + length <= sentence.EndToken)
            {
                (bound, hedgeFirst, hedgeEnd) = (hedge, hedgeEnd == i ? hedgeFirst : i, i + length);
                i += length - 1;
            }
            else if (hedgeEnd == i && _articles.Has(tokens[i]))
            {
                hedgeEnd++;
            }
        }
    }

    private bool TryRead(string text, List<Token> tokens, int at, Sentence sentence, out Amount amount)
    {
        int end = sentence.EndToken, j = at;
        bool isMinus = IsMinus(text, tokens, at, sentence);
        j += isMinus ? 1 : 0;
        if (j >= end)
        {
            amount = default;
            return false;
        }

        bool hasSign = _units.TryBefore(text, tokens, j, end, out string? unit, out j);
        if (!_numerals.TryRead(text, tokens, j, end, hasSign, out var numeral))
        {
            amount = default;
            return !isMinus && !hasSign && TryOnePoint(text, tokens, at, end, out amount);
        }

        int next = numeral.End;
        bool isDigits = numeral is { Magnitude: 1, Form: NumeralForm.Digits };
        if (hasSign)
        {
            if (_units.TryAfter(text, tokens, next, end, numeral.Value, out string? again, out int behind) && (again == unit || (unit == "USD" && again!.EndsWith('D'))))
            {
                (unit, next) = (again, behind);
            }
        }
        else
        {
            int unitAt = numeral.Form == NumeralForm.Fraction ? AfterOfA(tokens, next, end) : next;
            if (_units.TryAfter(text, tokens, unitAt, end, numeral.Value, out unit, out int behind)
                && !(isDigits && unit is not ("%" or "pp" or "bp") && _guard.IsDated(text, tokens, j)))
            {
                next = behind;
            }
            else
            {
                unit = null;
            }
        }

        if (unit is not null)
        {
            (unit, next) = _units.Rate(text, tokens, next, end, unit, hasSign || unit is { Length: 3 } && char.IsAsciiLetterUpper(unit[0]));
        }
        else if ((isDigits && !OpensRange(text, tokens, j, next, sentence) && _guard.IsNoAmount(text, tokens, j, next, sentence)) || IsNoWord(tokens, at, numeral, sentence))
        {
            amount = default;
            return false;
        }
        else if (numeral.Form != NumeralForm.Fraction)
        {
            unit = _units.Narrowed(text, tokens, next + TrailingLength(text, tokens, next, end, out _), end);
        }

        if (unit is null && numeral is { Form: NumeralForm.Words, Value: 1 })
        {
            amount = default;
            return false;
        }

        amount = new Amount(at, next, numeral, isMinus ? -numeral.Value : numeral.Value, unit, hasSign);
        return true;
    }

    /// <summary>Digits before a dash that another number with a unit follows: <c>2-3 percent</c>.</summary>
    private bool OpensRange(string text, List<Token> tokens, int at, int dash, Sentence sentence) =>
        dash + 1 < sentence.EndToken && text[tokens[dash].Start] is '-' or '–' && !tokens[dash].HasSpaceBefore && tokens[at].HasSpaceBefore
        && tokens[dash + 1] is { HasSpaceBefore: false, Kind: TokenKind.Number }
        && _numerals.TryRead(text, tokens, dash + 1, sentence.EndToken, isMoney: false, out var high)
        && (high.Magnitude > 1 || _units.TryAfter(text, tokens, high.End, sentence.EndToken, high.Value, out _, out _));

    /// <summary>A number word that is part of a name (<c>Group of Seven</c>).</summary>
    private static bool IsNoWord(List<Token> tokens, int at, Numeral numeral, Sentence sentence) =>
        numeral is { Form: NumeralForm.Words, Magnitude: 1 } && tokens[at].IsCapitalized && !tokens[at].IsAllCaps && at > sentence.FirstToken && tokens[at - 1].Kind == TokenKind.Word;

    /// <summary><c>a percentage point</c>, <c>a full percentage point</c>.</summary>
    private bool TryOnePoint(string text, List<Token> tokens, int at, int end, out Amount amount)
    {
        amount = default;
        int j = at + 1;
        if (!_articles.Has(tokens[at]) || j >= end)
        {
            return false;
        }

        j += _full.Has(tokens[j]) ? 1 : 0;
        if (!_units.TryAfter(text, tokens, j, end, 1, out string? unit, out int next) || unit != "pp")
        {
            return false;
        }

        amount = new Amount(at, next, new Numeral(j, 1, 1, NumeralForm.Words), 1, unit, SignBefore: false);
        return true;
    }

    /// <summary>Behind the words of <c>half a percentage point</c>, <c>a quarter of a percent</c>.</summary>
    private int AfterOfA(List<Token> tokens, int at, int end)
    {
        int j = at;
        if (j + 1 < end && tokens[j].Length == 2 && _articles.Has(tokens[j + 1]))
        {
            j++;
        }

        return j < end && _articles.Has(tokens[j]) ? j + 1 : at;
    }

    private bool IsMinus(string text, List<Token> tokens, int at, Sentence sentence)
    {
        var token = tokens[at];
        if (_minus.Has(token))
        {
            return at + 1 < sentence.EndToken && tokens[at + 1].Kind is TokenKind.Number or TokenKind.Symbol;
        }

        return token.Length == 1 && text[token.Start] is '-' or '−' or '–' && at + 1 < sentence.EndToken && !tokens[at + 1].HasSpaceBefore
            && (at == sentence.FirstToken || token.HasSpaceBefore || text[tokens[at - 1].Start] == '(');
    }

    /// <summary>The upper end of a range that begins with <paramref name="low"/>.</summary>
    private bool TryRange(string text, List<Token> tokens, Amount low, int before, Sentence sentence, bool isHedged, out Amount high)
    {
        high = default;
        int join = low.End;
        if (join + 1 >= sentence.EndToken)
        {
            return false;
        }

        var token = tokens[join];
        bool isBetween = before >= sentence.FirstToken && _between.Has(tokens[before]);
        bool isFrom = before >= sentence.FirstToken && _from.Has(tokens[before]);
        bool isDash = text[token.Start] is '-' or '–' or '—' or '‑' && token.HasSpaceBefore == tokens[join + 1].HasSpaceBefore && (!token.HasSpaceBefore || token.Length == 1 && text[token.Start] == '–');
        // “by 2 million tonnes to 40 million tonnes”: a change and a level.
        bool isChange = low.Unit is not null && before >= sentence.FirstToken && _by.Has(tokens[before]);
        bool isTo = _to.Has(token) && !isFrom && !isChange;
        if (!(isDash || isTo || (isBetween && _and.Has(token)) || (_or.Has(token) && low is { Unit: null, Numeral.Value: < 10 })))
        {
            return false;
        }

        // The second number is read as if the dash were not there: “-3” behind “2” is no negative number.
        if (!TryRead(text, tokens, join + 1, sentence with { FirstToken = join + 1 }, out high) || high.Value <= low.Value
            || (high.Unit is null && !(low.SignBefore && high.Numeral.Magnitude > 1))
            || (low.Unit is not null && low.Unit != (high.Unit ?? low.Unit)) || (high.SignBefore && low.Unit is null))
        {
            return false;
        }

        bool isClear = low.Unit is null || low.SignBefore && !high.SignBefore;
        return isDash || isBetween || isClear || isHedged || before < sentence.FirstToken || _rangeOpeners.Has(tokens[before]);
    }

    /// <summary>Gives the unit of an amount to the bare ones that it is listed with.</summary>
    private void Share(string text, List<Token> tokens, Amount last, Amount amount, List<Quantity> found)
    {
        if (amount.Unit is null || amount.SignBefore)
        {
            return;
        }

        int first = amount.First;
        for (int i = found.Count - 1; i >= 0; i--)
        {
            var one = found[i];
            int gap = first - one.EndToken;
            bool isListed = one.Unit is null && one.High is null && char.IsAsciiDigit(text[tokens[one.FirstToken].Start]) && gap is 1 or 2
                && (text[tokens[one.EndToken].Start] == ',' || gap == 1) && IsJoin(tokens[first - 1], text);
            if (!isListed)
            {
                return;
            }

            bool scales = last.IsBare && amount.Numeral.Magnitude > 1 && one.Value < 1000 && i == found.Count - 1;
            found[i] = one with { Unit = amount.Unit, Value = scales ? one.Value * amount.Numeral.Magnitude : one.Value };
            first = one.FirstToken;
        }
    }

    /// <summary>Whether a large number is compared with the amount before it, whose unit it then has: <c>6.1 billion dlrs in May from 7.2 billion</c>.</summary>
    private bool IsCompared(List<Token> tokens, Amount last, Amount amount, int before, Sentence sentence, bool hasLast) =>
        hasLast && amount.Numeral.Magnitude >= 1000 && last is { Unit: not null, Numeral.Magnitude: >= 1000 } && before >= sentence.FirstToken && _comparisons.Has(tokens[before]);

    private bool IsJoin(Token token, string text) => _and.Has(token) || _or.Has(token) || _to.Has(token) || text[token.Start] == ',';

    private QuantityBound Trailing(string text, List<Token> tokens, int at, int end)
    {
        _ = TrailingLength(text, tokens, at, end, out var bound);
        return bound;
    }

    /// <summary>How many tokens a hedge behind an amount takes, with its hyphen (<c>40-odd</c>); 0 where there is none.</summary>
    private int TrailingLength(string text, List<Token> tokens, int at, int end, out QuantityBound bound)
    {
        bound = QuantityBound.Exact;
        if (at >= end)
        {
            return 0;
        }

        int first = text[tokens[at].Start] == '-' && !tokens[at].HasSpaceBefore && at + 1 < end ? at + 1 : at;
        return _trailing.TryMatch(text, tokens, first, out bound, out int length) && first + length <= end ? first + length - at : 0;
    }

    private static PhraseTable<QuantityBound> Hedges(Vocabulary vocabulary, IReadOnlyDictionary<QuantityBound, IReadOnlyList<string>> words)
    {
        var table = new PhraseTable<QuantityBound>(vocabulary);
        foreach (var (bound, phrases) in words)
        {
            foreach (string phrase in phrases)
            {
                table.Add(phrase, bound);
            }
        }

        return table;
    }
}
