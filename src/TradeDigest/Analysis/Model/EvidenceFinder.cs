using TradeDigest.Language;

namespace TradeDigest.Analysis.Model;

/// <summary>Finds words that a model quotes in the article they are said to be from.</summary>
/// <remarks>First to the letter; then with white space folded, quotation marks and dashes of any shape taken as one, and soft hyphens and
/// zero-width marks passed over. Case and words are never changed.</remarks>
public sealed class EvidenceFinder
{
    private readonly string _text;
    private readonly string _folded;
    private readonly int[] _origin;

    /// <summary>A finder in <paramref name="text"/>.</summary>
    public EvidenceFinder(string text)
    {
        _text = text;
        (_folded, _origin) = Fold(text);
    }

    /// <summary>Where <paramref name="quote"/> stands, at whole words; null where it does not.</summary>
    public TextSpan? Find(string quote)
    {
        quote = quote.Trim();
        if (quote.Length == 0)
        {
            return null;
        }

        for (int at = _text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(_text, at, at + quote.Length))
            {
                return new TextSpan(at, at + quote.Length);
            }
        }

        string folded = Fold(quote).Folded.Trim();
        if (folded.Length == 0)
        {
            return null;
        }

        for (int at = _folded.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(folded, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(_folded, at, at + folded.Length))
            {
                return new TextSpan(_origin[at], _origin[at + folded.Length - 1] + 1);
            }
        }

        return null;
    }

    /// <summary>Neither end cuts a word or a number.</summary>
    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && Joins(text[start - 1], text[start]))
        && !(end < text.Length && Joins(text[end - 1], text[end]))
        && !(end + 1 < text.Length && char.IsDigit(text[end - 1]) && text[end] is '.' or ',' && char.IsDigit(text[end + 1]))
        && !(start > 1 && char.IsDigit(text[start]) && text[start - 1] is '.' or ',' && char.IsDigit(text[start - 2]));

    private static bool Joins(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);

    private static (string Folded, int[] Origin) Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var origin = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i] switch
            {
                '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
                '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' => '\'',
                '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
                '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
                var other => char.IsWhiteSpace(other) ? ' ' : other,
            };
            if (c == '\0' || (c == ' ' && folded.Length > 0 && folded[^1] == ' '))
            {
                continue;
            }

            folded.Append(c);
            origin.Add(i);
        }

        return (folded.ToString(), [.. origin]);
    }
}
