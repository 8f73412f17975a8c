using System.Buffers;
using System.Globalization;
using System.Text;
using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Cleaning;

/// <summary>The form in which an article's text is kept.</summary>
internal static class ArticleText
{
    private const int LongestLine = 1000;

    /// <summary>The blocks as one text: a blank line between blocks, but none between the items of a list, each on a line that begins with <c>- </c>, and between the rows of a table.</summary>
    public static string Join(IReadOnlyList<Block> blocks)
    {
        int length = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            length += Before(blocks, i).Length + blocks[i].Text.Length;
        }

        return string.Create(length, blocks, static (text, blocks) =>
        {
            for (int i = 0; i < blocks.Count; i++)
            {
                string before = Before(blocks, i);
                before.CopyTo(text);
                blocks[i].Text.CopyTo(text[before.Length..]);
                text = text[(before.Length + blocks[i].Text.Length)..];
            }
        });
    }

    /// <summary>What stands before a block in the text.</summary>
    private static string Before(IReadOnlyList<Block> blocks, int at)
    {
        var kind = blocks[at].Kind;
        bool item = kind == BlockKind.ListItem;
        return at == 0 ? item ? "- " : ""
            : kind is BlockKind.ListItem or BlockKind.Row && blocks[at - 1].Kind == kind ? item ? "\n- " : "\n"
            : item ? "\n\n- " : "\n\n";
    }

    /// <summary>One line of text: NFC, white space folded to single spaces, invisible and control characters left out;
    /// unpaired surrogates become U+FFFD.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        char[] folded = ArrayPool<char>.Shared.Rent(text.Length);
        int length = Fold(text, folded);
        string line = new(folded, 0, length);
        ArrayPool<char>.Shared.Return(folded);
        return line.IsNormalized(NormalizationForm.FormC) ? line : line.Normalize(NormalizationForm.FormC);
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        int length = 0;
        bool gap = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                gap = length > 0;
                continue;
            }

            if (IsInvisible(c))
            {
                continue;
            }

            if (gap)
            {
                folded[length++] = ' ';
                gap = false;
            }

            if (!char.IsSurrogate(c))
            {
                folded[length++] = c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                folded[length++] = c;
                folded[length++] = text[++i];
            }
            else
            {
                folded[length++] = '\uFFFD';
            }
        }

        return length;
    }

    /// <summary>A datum of one line (a title, a name): folded; null where nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string line = Fold(text.AsSpan(0, Math.Min(text.Length, LongestLine)));
        return line.Length > 0 ? line : null;
    }

    /// <summary>The beginning of a text, for a message.</summary>
    public static string Shorten(string text) => Fold(text) is { Length: > 60 } line ? line[..60] + "…" : Fold(text);

    /// <summary>Whether a text holds at least one letter.</summary>
    public static bool HasWords(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '@') >= 0 && text.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>Runs of characters without white space that hold a letter or digit; of scripts without spaces each character.</summary>
    public static int CountWords(string text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            if (IsIdeograph(c))
            {
                words++;
                inWord = false;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (!inWord && char.IsLetterOrDigit(c))
            {
                words++;
                inWord = true;
            }
        }

        return words;
    }

    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u00AD' or '\uFEFF'
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');
}
