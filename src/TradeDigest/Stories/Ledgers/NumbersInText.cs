using System.Collections.Frozen;
using System.Globalization;

namespace TradeDigest.Stories;

/// <summary>A number that stands in a text.</summary>
/// <param name="Value">Its value with its magnitude, without sign.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
internal readonly record struct NumberInText(decimal Value, int Start, int End);

/// <summary>Finds every number in a text, in figures and in words. It is a second, simpler reading beside the language layer's, so that what the gate lets
/// through does not rest on the reading that it checks.</summary>
internal static class NumbersInText
{
    private static readonly FrozenDictionary<string, decimal> Words = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18,
        ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["zero"] = 0, ["half"] = 0.5m, ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> Magnitudes = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["k"] = 1_000, ["lakh"] = 100_000, ["million"] = 1_000_000, ["mln"] = 1_000_000, ["mn"] = 1_000_000, ["m"] = 1_000_000,
        ["crore"] = 10_000_000, ["billion"] = 1_000_000_000, ["bln"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["b"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000, ["trn"] = 1_000_000_000_000, ["tn"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers of <paramref name="text"/>, in order. A number with a magnitude is given with it and without (“34.5 billion”: 34500000000 and 34.5).</summary>
    public static List<NumberInText> Of(string text)
    {
        var found = new List<NumberInText>();
        int at = 0;
        while (Next(text, at) is { } piece)
        {
            at = piece.End;
            if (char.IsAsciiDigit(text[piece.Start]))
            {
                decimal value = Figures(text.AsSpan(piece.Start, piece.Length));
                found.Add(new NumberInText(value, piece.Start, piece.End));
                AddWithMagnitude(text, value, piece, found);
            }
            else if (Words.TryGetValue(text[piece.Start..piece.End], out decimal word))
            {
                var (value, end) = (word, piece.End);
                while (Next(text, end) is { } more && more.Start - end <= 1 && Words.TryGetValue(text[more.Start..more.End], out decimal unit) && unit < 10 && value is >= 20 and < 100)
                {
                    (value, end) = (value + unit, more.End);
                }

                at = end;
                found.Add(new NumberInText(value, piece.Start, end));
                AddWithMagnitude(text, value, (piece.Start, end, end - piece.Start), found);
            }
            else if (text[piece.Start..piece.End] is "a" or "an" && Next(text, piece.End) is { } next && Magnitudes.TryGetValue(text[next.Start..next.End], out decimal magnitude) && next.Length > 1)
            {
                found.Add(new NumberInText(magnitude, piece.Start, next.End));
            }
        }

        return found;
    }

    private static void AddWithMagnitude(string text, decimal value, (int Start, int End, int Length) piece, List<NumberInText> found)
    {
        int end = piece.End;
        bool any = false;
        while (Next(text, end) is { } next && next.Start - end <= 1 && Magnitudes.TryGetValue(text[next.Start..next.End], out decimal magnitude) && value < 1_000_000_000_000m)
        {
            (value, end, any) = (value * magnitude, next.End, true);
        }

        if (any)
        {
            found.Add(new NumberInText(value, piece.Start, end));
        }
    }

    /// <summary>The next run of figures or of letters.</summary>
    private static (int Start, int End, int Length)? Next(string text, int at)
    {
        while (at < text.Length && !char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        if (at >= text.Length)
        {
            return null;
        }

        int start = at;
        bool figures = char.IsAsciiDigit(text[at]);
        while (at < text.Length && (figures ? IsFigure(text, at) : char.IsAsciiLetter(text[at])))
        {
            at++;
        }

        return (start, at, at - start);
    }

    private static bool IsFigure(string text, int at) =>
        char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    private static decimal Figures(ReadOnlySpan<char> figures)
    {
        string plain = figures.ToString().Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : -1;
    }
}
