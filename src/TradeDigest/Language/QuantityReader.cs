using System.Globalization;

namespace TradeDigest.Language;

/// <summary>Finds amounts.</summary>
public sealed class QuantityReader
{
    private readonly PhraseTable<decimal> _magnitudes;
    private readonly PhraseTable<string> _units;
    private readonly PhraseTable<string> _signs;

    /// <summary>A reader with the words of <c>English/quantities.json</c>.</summary>
    public QuantityReader(Vocabulary vocabulary)
    {
        var lexicon = LexiconFile.Load("English/quantities.json", QuantityLexiconJson.Default.QuantityLexicon);
        (_magnitudes, _units, _signs) = (new(vocabulary), new(vocabulary), new(vocabulary));
        Fill(_magnitudes, lexicon.Magnitudes);
        Fill(_units, lexicon.Units);
        Fill(_signs, lexicon.CurrencySigns);
    }

    /// <summary>The amounts of a text, in order.</summary>
    public IReadOnlyList<Quantity> Read(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var found = new List<Quantity>();
        foreach (var sentence in sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (tokens[i].Kind != TokenKind.Number
                    || !decimal.TryParse(tokens[i].Span.In(text), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value))
                {
                    continue;
                }

                int first = i, end = i + 1;
                string? unit = null;
                if (i > sentence.FirstToken && _signs.TryMatch(text, tokens, i - 1, out unit, out _))
                {
                    first--;
                }

                if (end < sentence.EndToken && _magnitudes.TryMatch(text, tokens, end, out decimal magnitude, out int length))
                {
                    value *= magnitude;
                    end += length;
                }

                if (end < sentence.EndToken && unit is null && _units.TryMatch(text, tokens, end, out unit, out length))
                {
                    end += length;
                }

                found.Add(new Quantity(new TextSpan(tokens[first].Start, tokens[end - 1].End), first, end, value, null, unit, QuantityBound.Exact));
                i = end - 1;
            }
        }

        return found;
    }

    private static void Fill<T>(PhraseTable<T> table, IReadOnlyDictionary<string, T> words)
    {
        foreach (var (word, value) in words)
        {
            table.Add(word, value);
        }
    }
}
