namespace TradeDigest.Language;

/// <summary>Reads what an amount is of: a currency, a percentage, a unit, a rate.</summary>
internal sealed class QuantityUnitReader
{
    private readonly PhraseTable<string> _signs;
    private readonly PhraseTable<string> _units;
    private readonly PhraseTable<string> _largeSums;
    private readonly PhraseTable<string> _attached;
    private readonly PhraseTable<string> _rated;
    private readonly WordSet _rateWords;
    private readonly WordSet _noModifiers;
    private readonly HashSet<string> _perTime;
    private readonly HashSet<string> _perGoods;
    private readonly HashSet<string> _countables;

    public QuantityUnitReader(Vocabulary vocabulary, QuantityLexicon lexicon)
    {
        (_signs, _units, _largeSums, _attached, _rated) = (new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary));
        foreach (var (code, words) in lexicon.Currencies)
        {
            Add(_signs, words.Before, code, exactCase: true);
            foreach (string word in words.Before.Where(w => w.All(char.IsAsciiLetter)))
            {
                vocabulary.AddPrefix(word);
            }

            foreach (string word in words.After)
            {
                _units.Add(word, code, exactCase: word == code);
            }
        }

        foreach (var (word, unit) in lexicon.PerWords)
        {
            _rated.Add(word, unit);
        }

        foreach (var (unit, words) in lexicon.Units)
        {
            Add(_units, words, unit, exactCase: false);
            Add(_rated, words, unit, exactCase: false);
        }

        foreach (var (word, unit) in lexicon.LargeSums)
        {
            _largeSums.Add(word, unit);
        }

        foreach (var (word, unit) in lexicon.AttachedUnits)
        {
            _attached.Add(word, unit);
        }

        _rateWords = new WordSet(vocabulary, lexicon.RateWords);
        _noModifiers = new WordSet(vocabulary, lexicon.NoModifiers);
        _perTime = lexicon.PerTime.ToHashSet(StringComparer.Ordinal);
        _perGoods = lexicon.PerGoods.ToHashSet(StringComparer.Ordinal);
        _countables = lexicon.Countables.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A currency before its number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Where it should begin.</param>
    /// <param name="end">Index behind the last token to look at.</param>
    /// <param name="code">ISO 4217 code.</param>
    /// <param name="next">Index behind it.</param>
    public bool TryBefore(string text, List<Token> tokens, int at, int end, out string? code, out int next)
    {
        next = at;
        if (!_signs.TryMatch(text, tokens, at, out code, out int length) || at + length >= end)
        {
            return false;
        }

        // In “gave the US $5 billion” the sign stands alone.
        for (int i = at + 1; i < at + length; i++)
        {
            if (tokens[i].HasSpaceBefore)
            {
                return false;
            }
        }

        // A single letter is a currency only joined to its number: “R22.1bn”.
        next = at + length;
        return tokens[at].Length > 1 || !char.IsAsciiLetter(text[tokens[at].Start]) || length > 1 || !tokens[next].HasSpaceBefore;
    }

    /// <summary>The unit behind a number; the hyphen of <c>25-percent</c> is passed over.</summary>
    public bool TryAfter(string text, List<Token> tokens, int at, int end, decimal value, out string? unit, out int next)
    {
        (unit, next) = (null, at);
        if (at >= end)
        {
            return false;
        }

        bool isAttached = !tokens[at].HasSpaceBefore;
        int first = isAttached && text[tokens[at].Start] is '-' or '‑' && at + 1 < end && !tokens[at + 1].HasSpaceBefore ? at + 1 : at;
        if ((!_units.TryMatch(text, tokens, first, out unit, out int length)
                && !(value >= 1000 && _largeSums.TryMatch(text, tokens, first, out unit, out length))
                && !(isAttached && first == at && _attached.TryMatch(text, tokens, first, out unit, out length)))
            || first + length > end)
        {
            unit = null;
            return false;
        }

        next = first + length;
        return true;
    }

    /// <summary>A rate behind an amount with a unit: <c>a barrel</c>, <c>per day</c>. A sum of money a year stays a sum; a percentage stays one.</summary>
    public (string Unit, int Next) Rate(string text, List<Token> tokens, int at, int end, string unit, bool isMoney)
    {
        if (unit is "%" or "pp" or "bp" or "point" || _perTime.Contains(unit) || at + 1 >= end || !_rateWords.Has(tokens[at])
            || !_rated.TryMatch(text, tokens, at + 1, out string? per, out int length) || at + 1 + length > end)
        {
            return (unit, at);
        }

        return (isMoney || unit is "cent" or "penny" ? _perGoods : _perTime).Contains(per) ? ($"{unit}/{per}", at + 1 + length) : (unit, at);
    }

    /// <summary>A counted unit behind one or two words that narrow it; null for none.</summary>
    public string? Narrowed(string text, List<Token> tokens, int at, int end)
    {
        for (int i = at; i < end && i < at + 3; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word || _noModifiers.Has(token))
            {
                return null;
            }

            if (_units.TryMatch(text, tokens, i, out string? unit, out int length) && i + length <= end && _countables.Contains(unit))
            {
                return unit;
            }

            if (text[token.End - 1] == 's' && !token.IsCapitalized)
            {
                return null;
            }
        }

        return null;
    }

    private static void Add(PhraseTable<string> table, IReadOnlyList<string> words, string unit, bool exactCase)
    {
        foreach (string word in words)
        {
            table.Add(word, unit, exactCase);
        }
    }
}
